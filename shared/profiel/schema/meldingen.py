"""What intake asks and accepts."""

from datetime import timedelta
from typing import Literal

from shared.profiel.schema.basis import Deel, Keuze
from shared.profiel.schema.gemeente import Locatie
from shared.profiel.vormen import Duur

Taalcode = Literal["nl", "en", "ar", "uk"]
"""A language of the public form; Arabic and Ukrainian are drafts that no translator looked at yet."""


class Plaats(Keuze):
    """Where it happened. `binnen`: in the reception location itself, so that the neighbourhood is known."""

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

    def plaatsen_bij(self, plek: Locatie) -> tuple[Plaats, ...]:
        """Give the places that a location has: only in a reception location something happens inside."""
        return tuple(plaats for plaats in self.plaatsen if plek.soort == "opvanglocatie" or not plaats.binnen)

    def vaste_plaats(self, plek: Locatie) -> str | None:
        """Give the one place that is left where there is no inside, so that nobody needs to be asked."""
        over = self.plaatsen_bij(plek)
        return over[0].code if len(over) == 1 < len(self.plaatsen) else None
