"""Which measures may not run at the same time for the same betrokkene."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from services.overleg.maatregel import GEBIEDSVERBODEN, Catalogus, Maatregel, MaatregelGeweigerd
from shared.profiel.schema import Maatregelsoort
from shared.woorden import opsomming

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
        if verbiedt := _verbiedt(soort, ander.soort, catalogus):
            raise _geweigerd(soort, ander, verbiedt, catalogus)


def _geweigerd(
    soort: Maatregelsoort, ander: Maatregel, verbiedt: Maatregelsoort, catalogus: Catalogus
) -> MaatregelGeweigerd:
    """Say which two do not go together, until when, and what the catalogue lets go together instead."""
    blijft = ander.soort if verbiedt is soort else soort.code
    wel = [each for each in catalogus.soorten.values() if _past(each, verbiedt, blijft, catalogus)]
    namen = opsomming([f"'{each.naam}'" for each in wel], "of") if wel else ""
    mag = f" Wel mag {namen} samengaan met '{catalogus.naam(blijft)}', als aan de voorwaarden is voldaan."
    return MaatregelGeweigerd(
        f"'{soort.naam}' mag niet samengaan met '{catalogus.naam(ander.soort)}'{_bron(verbiedt)}. "
        f"Die geldt voor dezelfde betrokkene {wanneer(ander, catalogus)}. "
        f"Kies een tijd daarbuiten, of trek die eerst in.{mag if wel else ''}",
        verbiedt.regel,
        botst_met=ander.id,
        wel_samen=[(each.code, each.naam) for each in wel],
    )


def _past(soort: Maatregelsoort, in_plaats_van: Maatregelsoort, met: str, catalogus: Catalogus) -> bool:
    """Whether another area ban may do what this one may not beside `met`, and does not give way to it."""
    verboden = {soort.code, in_plaats_van.code} <= GEBIEDSVERBODEN and soort.code != in_plaats_van.code
    wijkt = in_plaats_van.code in soort.wijkt_voor
    return verboden and not wijkt and _verbiedt(soort, met, catalogus) is None


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
