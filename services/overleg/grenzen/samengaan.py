"""Which measures may not run at the same time for the same betrokkene."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from services.overleg.maatregel import Catalogus, Maatregel, MaatregelGeweigerd
from shared.profiel.schema import Maatregelsoort

Tijd = tuple[datetime, datetime | None]


def toets(
    soort: Maatregelsoort, betrokkene: UUID | None, tijd: Tijd, catalogus: Catalogus, andere: Iterable[Maatregel]
) -> None:
    """A short gebiedsverbod is not combined with a meldplicht or groepsverbod, in whatever order they come (TB-3.2).

    Raises:
        MaatregelGeweigerd: one of the two excludes the other.
    """
    for ander in andere:
        if betrokkene is None or ander.betrokkene != betrokkene or not _tegelijk(tijd, ander):
            continue
        regel = _verbiedt(soort, ander.soort, catalogus)
        if regel:
            raise MaatregelGeweigerd(
                f"'{soort.naam}' mag niet samengaan met '{catalogus.naam(ander.soort)}', "
                "die voor dezelfde betrokkene in dezelfde tijd geldt.",
                regel,
            )


def _verbiedt(soort: Maatregelsoort, ander: str, catalogus: Catalogus) -> str | None:
    """The rule by which one of the two excludes the other: it counts in both directions."""
    if ander in soort.niet_samen_met:
        return soort.regel
    tegen = catalogus.soorten.get(ander)
    return tegen.regel if tegen and soort.code in tegen.niet_samen_met else None


def _tegelijk(tijd: Tijd, ander: Maatregel) -> bool:
    begin, eind = tijd
    begint_voor_het_eind = ander.eindigt is None or begin < ander.eindigt
    return begint_voor_het_eind and (eind is None or ander.ingaande < eind)
