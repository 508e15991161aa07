"""What intake asks and accepts."""

from datetime import timedelta

from shared.profiel.schema.basis import Deel, Keuze
from shared.profiel.vormen import Duur


class Meldingen(Deel):
    """What intake asks and accepts."""

    plaats_verplicht: bool = False
    plaatsen: tuple[Keuze, ...] = ()
    kanalen: tuple[Keuze, ...]
    themas: tuple[Keuze, ...]
    historisch_na: Duur = timedelta(days=7)
