"""Which measures may not run at the same time for the same betrokkene."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from services.overleg.maatregel import Catalogus, Maatregel, MaatregelGeweigerd
from shared.profiel.schema import Maatregelsoort

Tijd = tuple[datetime, datetime | None]
KLOK = "%d-%m-%Y %H.%M uur"


def toets(
    soort: Maatregelsoort, betrokkene: UUID | None, tijd: Tijd, catalogus: Catalogus, andere: Iterable[Maatregel]
) -> None:
    """A short gebiedsverbod is not combined with a meldplicht or groepsverbod, in whatever order they come (TB-3.2).

    Raises:
        MaatregelGeweigerd: one of the two excludes the other.
    """
    for ander in andere:
        if betrokkene is None or ander.betrokkene != betrokkene or not tegelijk(tijd, ander):
            continue
        verbiedt = _verbiedt(soort, ander.soort, catalogus)
        if verbiedt:
            raise MaatregelGeweigerd(
                f"'{soort.naam}' mag niet samengaan met '{catalogus.naam(ander.soort)}'{_bron(verbiedt)}. "
                f"Die geldt voor dezelfde betrokkene {wanneer(ander, catalogus)}. "
                "Kies een tijd daarbuiten, of trek die eerst in.",
                verbiedt.regel,
                botst_met=ander.id,
            )


def wanneer(maatregel: Maatregel, catalogus: Catalogus) -> str:
    """From when until when a measure applies, on the clocks of the municipality."""
    begin = f"vanaf {maatregel.ingaande.astimezone(catalogus.zone):{KLOK}}"
    return f"{begin} tot {maatregel.eindigt.astimezone(catalogus.zone):{KLOK}}" if maatregel.eindigt else begin


def _bron(soort: Maatregelsoort) -> str:
    """Where it is written that these two do not go together."""
    return f" ({soort.bron.partition(';')[0]})" if soort.bron else ""


def _verbiedt(soort: Maatregelsoort, ander: str, catalogus: Catalogus) -> Maatregelsoort | None:
    """The kind whose rule excludes the other: it counts in both directions."""
    if ander in soort.niet_samen_met:
        return soort
    tegen = catalogus.soorten.get(ander)
    return tegen if tegen and soort.code in tegen.niet_samen_met else None


def tegelijk(tijd: Tijd, ander: Maatregel) -> bool:
    """Whether a measure applies at some moment of this time."""
    begin, eind = tijd
    begint_voor_het_eind = ander.eindigt is None or begin < ander.eindigt
    return begint_voor_het_eind and (eind is None or ander.ingaande < eind)
