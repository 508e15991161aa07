"""How far each threshold is now: what was counted, and from how many on people are warned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from services.escalatie.drempels.groei import ervoor, kritiek, recent
from services.escalatie.drempels.jaarnorm import TE_KORT, metingen_uit_dagen
from services.escalatie.drempels.uitleg import verwachting_in_woorden
from services.escalatie.voorval import GEMEENTE, dag_van
from shared.contracts.escalatie import Periodecijfer
from shared.jaarverwachting import metingen_uit_cijfers, verwachting
from shared.ledger import Ledger, iso
from shared.profiel import Drempel, Profiel, Profielen

_VAN = "WHERE gemeente = ? AND locatie = ? AND drempel = ?"


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a threshold is at a location. `vanaf`: from how many on it warns, as far as that is known."""

    gemeente: str
    locatie: str
    locatie_naam: str
    drempel: Drempel
    telling: int
    escalatie_id: str | None
    vanaf: int | None = None
    toelichting: str = ""


async def standen(
    ledger: Ledger, profielen: Profielen, op: datetime, gemeente: str | None, locatie: str | None
) -> list[Stand]:
    """Give every threshold at every location."""
    return [
        await _stand(ledger, op, profiel, plek, drempel)
        for profiel in profielen.alle()
        if gemeente in (None, profiel.gemeente.code)
        for drempel in profiel.drempels
        for plek in _plekken(profiel, drempel)
        if locatie in (None, plek)
    ]


def _plekken(profiel: Profiel, drempel: Drempel) -> Sequence[str]:
    if drempel.locaties:
        return drempel.locaties
    if drempel.soort == "jaarnorm":
        return (GEMEENTE,)
    return tuple(plek.code for plek in profiel.locaties)


async def _stand(ledger: Ledger, op: datetime, profiel: Profiel, locatie: str, drempel: Drempel) -> Stand:
    sleutel, plek = (profiel.gemeente.code, locatie, drempel.code), profiel.locatie(locatie)
    gaande = await ledger.query(
        f"SELECT escalatie_id FROM escalaties {_VAN} AND status IN ('open', 'bevestigd') "  # noqa: S608 - our own words
        "ORDER BY geopend_op DESC LIMIT 1",
        sleutel,
    )
    telling, vanaf, woorden = await _SOORTEN.get(drempel.soort, _aantal)(ledger, op, profiel, drempel, sleutel)
    naam = plek.naam if plek else profiel.gemeente.naam
    lopend = gaande[0][0] if gaande else None
    return Stand(sleutel[0], locatie, naam, drempel, telling, lopend, vanaf, woorden)


Sleutel = tuple[str, str, str]
Telling = tuple[int, int | None, str]


async def _aantal(ledger: Ledger, op: datetime, _: Profiel, drempel: Drempel, sleutel: Sleutel) -> Telling:
    begin = iso(op - drempel.venster) if drempel.venster else ""
    geteld = await ledger.query(
        f"SELECT COUNT(*) FROM tellingen {_VAN} AND besteed_aan = '' "  # noqa: S608 - our own words
        "AND moment >= ? AND moment <= ? AND historisch = 0",
        (*sleutel, begin, iso(op)),
    )
    return int(geteld[0][0]), drempel.grens, ""


async def _elke(_ledger: Ledger, _op: datetime, _profiel: Profiel, _drempel: Drempel, _sleutel: Sleutel) -> Telling:
    return 0, None, ""


async def _groei(ledger: Ledger, op: datetime, profiel: Profiel, drempel: Drempel, sleutel: Sleutel) -> Telling:
    vandaag = dag_van(op, profiel)
    direct, alles = await _dagen(ledger, sleutel)
    laatst, plek = recent(drempel, vandaag, None), profiel.locatie(sleutel[1])
    begin = plek and (plek.eerste_bewoners_op or plek.geopend_op)
    sinds = min([*alles, begin.toordinal() if begin else vandaag])
    telling = sum(direct.get(dag, 0) for dag in range(laatst.van, laatst.tot + 1)) if laatst else 0
    voor = ervoor(drempel, alles, vandaag, sinds)
    if voor is None or laatst is None:
        return telling, None, "Nog geen oordeel: er zijn minder dan acht weken om mee te vergelijken."
    return telling, max(drempel.grens, kritiek(voor, laatst.dagen, drempel.kans_hoogstens)), ""


async def _norm(ledger: Ledger, op: datetime, profiel: Profiel, drempel: Drempel, sleutel: Sleutel) -> Telling:
    vandaag = dag_van(op, profiel)
    jaar = date.fromordinal(vandaag).year
    if drempel.reeks:
        metingen = metingen_uit_cijfers(jaar, await _cijfers(ledger, sleutel[0], drempel.reeks))
    else:
        _, alles = await _dagen(ledger, sleutel)
        metingen = metingen_uit_dagen(jaar, alles, min(alles, default=vandaag), vandaag)
    verwacht = verwachting(jaar, metingen)
    woorden = verwachting_in_woorden(drempel.grens, verwacht) if verwacht else TE_KORT
    return sum(meting.aantal for meting in metingen), drempel.grens, woorden


async def _dagen(ledger: Ledger, sleutel: Sleutel) -> tuple[dict[int, int], dict[int, int]]:
    rijen = await ledger.query(f"SELECT dag, direct, historisch FROM dagtellingen {_VAN}", sleutel)  # noqa: S608
    return {dag: aantal for dag, aantal, _ in rijen}, {dag: aantal + oud for dag, aantal, oud in rijen}


async def _cijfers(ledger: Ledger, gemeente: str, reeks: str) -> list[Periodecijfer]:
    sql = "SELECT van, tot, aantal FROM cijfers WHERE gemeente = ? AND reeks = ?"
    rijen = await ledger.query(sql, (gemeente, reeks))
    return [Periodecijfer(van=date.fromisoformat(van), tot=date.fromisoformat(tot), aantal=n) for van, tot, n in rijen]


_SOORTEN = {"enkel-incident": _elke, "uitblijven": _elke, "groei": _groei, "jaarnorm": _norm}
