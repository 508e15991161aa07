"""What intake asks and accepts."""

from datetime import timedelta
from typing import Literal

from shared.profiel.schema.basis import Deel, Keuze
from shared.profiel.vormen import Duur

Taalcode = Literal["nl", "en", "ar", "uk"]
"""A language of the public form; Arabic and Ukrainian are drafts that no translator looked at yet."""


class Plaats(Keuze):
    """Where it happened. `binnen`: in the location itself, so that nobody needs to say in which neighbourhood."""

    binnen: bool = False


class Meldingen(Deel):
    """What intake asks and accepts. `talen`: in which languages the public form is offered, beside Dutch."""

    plaats_verplicht: bool = False
    plaatsen: tuple[Plaats, ...] = ()
    kanalen: tuple[Keuze, ...]
    themas: tuple[Keuze, ...]
    historisch_na: Duur = timedelta(days=7)
    zelfde_voorval_binnen: Duur = timedelta(hours=2)
    """How far apart two meldingen may be to be shown as perhaps the same event."""
    talen: tuple[Taalcode, ...] = ("nl", "en")
