"""What no rule forbids, and is looked at once more before it stands: a year that is wrong, a second measure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from services.overleg.grenzen.samengaan import tegelijk, wanneer
from services.overleg.maatregel import Aanvraag, Catalogus, Maatregel

ACHTERAF, VER_WEG = timedelta(days=1), timedelta(days=365)
"""From when a measure is recorded afterwards, and what begins so far away that the year may be wrong."""


@dataclass(frozen=True, slots=True)
class Kanttekening:
    """One sentence, and the measure that it is about, if it is about one."""

    tekst: str
    maatregel_id: UUID | None = None


def kanttekeningen(
    aanvraag: Aanvraag, catalogus: Catalogus, andere: Iterable[Maatregel], *, soort: str, op: datetime
) -> list[Kanttekening]:
    """What stands out about the time of a measure, and what runs beside it."""
    tijd = (aanvraag.ingaande, aanvraag.eindigt)
    naast = [ander for ander in andere if not ander.ingetrokken and tegelijk(tijd, ander)]
    zelfde = [ander for ander in naast if aanvraag.betrokkene is not None or ander.soort == soort]
    return [*_over_de_tijd(aanvraag, op), *(_dubbel(ander, catalogus, aanvraag) for ander in zelfde)]


def _over_de_tijd(aanvraag: Aanvraag, op: datetime) -> Iterable[Kanttekening]:
    if aanvraag.eindigt is not None and aanvraag.eindigt <= op:
        yield Kanttekening("Deze maatregel is al voorbij. Klopt het jaar? Leg alleen vast wat echt is opgelegd.")
    elif aanvraag.ingaande < op - ACHTERAF:
        yield Kanttekening("Deze maatregel is al ingegaan: u legt hem achteraf vast. Klopt de datum?")
    elif aanvraag.ingaande > op + VER_WEG:
        yield Kanttekening("Deze maatregel gaat pas over meer dan een jaar in. Klopt het jaar?")


def _dubbel(ander: Maatregel, catalogus: Catalogus, aanvraag: Aanvraag) -> Kanttekening:
    waar = "Voor deze betrokkene" if aanvraag.betrokkene is not None else "In dit gebied"
    return Kanttekening(
        f"{waar} geldt al '{catalogus.naam(ander.soort)}', {wanneer(ander, catalogus)}. "
        "Blijft die gelden? Zo niet, trek die dan in.",
        ander.id,
    )
