"""What each fact about agendas changes in the tables. Pure: the same facts give the same rows (promise 5)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from services.overleg.store.bouwstenen import ids, insert, text
from shared.contracts import Fact
from shared.contracts.overleg import (
    AgendaGemist,
    AgendaGeordend,
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    BesluitGenomen,
    BevindingGenoteerd,
    MelderIngelicht,
)
from shared.facts import Recorded
from shared.ledger import Row, iso

AFGEHANDELD = "UPDATE agendapunten SET status = ?, naar_overleg_id = ? WHERE overleg_id = ? AND agendapunt_id = ?"
PLEK = "UPDATE agendapunten SET plek = ? WHERE overleg_id = ? AND agendapunt_id = ?"
BEVINDING = "UPDATE agendapunten SET bevinding = ?, bevinding_geheim = ? WHERE overleg_id = ? AND agendapunt_id = ?"
BESLUIT = "UPDATE agendapunten SET besluit = ?, besluit_geheim = ? WHERE overleg_id = ? AND agendapunt_id = ?"


def _toegevoegd(fact: AgendapuntToegevoegd, recorded: Recorded) -> Iterable[Row]:
    yield insert(
        "agendapunten",
        {
            "overleg_id": str(fact.overleg_id),
            "agendapunt_id": str(fact.agendapunt_id),
            "meldingen": ids(fact.meldingen),
            "regel": fact.regel,
            "vertrouwelijk": int(fact.vertrouwelijk),
            "escalatie_id": text(fact.escalatie_id),
            "status": "open",
            "toegevoegd_op": iso(recorded.tijd),
            "van_overleg_id": text(fact.van_overleg_id),
            "soort": fact.soort or ("escalatie" if fact.escalatie_id else "melding"),
            "onderwerp": fact.onderwerp,
            "afspraak_id": text(fact.afspraak_id),
            "maatregel_id": text(fact.maatregel_id),
            "tekstzegel": fact.tekstzegel,
        },
    )


def _afgehandeld(fact: AgendapuntBesproken | AgendapuntDoorgeschoven, _: Recorded) -> Iterable[Row]:
    naar = fact.naar_overleg_id if isinstance(fact, AgendapuntDoorgeschoven) else None
    status = "doorgeschoven" if naar else "besproken"
    yield AFGEHANDELD, (status, text(naar), str(fact.overleg_id), str(fact.agendapunt_id))


def _geordend(fact: AgendaGeordend, _: Recorded) -> Iterable[Row]:
    yield "UPDATE agendapunten SET plek = NULL WHERE overleg_id = ?", (str(fact.overleg_id),)
    for plek, punt_id in enumerate(fact.volgorde):
        yield PLEK, (plek, str(fact.overleg_id), str(punt_id))


def _genoteerd(fact: BevindingGenoteerd | BesluitGenomen, _: Recorded) -> Iterable[Row]:
    sql = BEVINDING if isinstance(fact, BevindingGenoteerd) else BESLUIT
    yield sql, (fact.tekstzegel, int(fact.vertrouwelijk), str(fact.overleg_id), str(fact.agendapunt_id))


def _gemist(fact: AgendaGemist, _: Recorded) -> Iterable[Row]:
    yield insert(
        "agenda_gemist",
        {
            "melding_id": str(fact.melding_id),
            "gemeente": fact.gemeente,
            "locatie": fact.locatie,
            "reeks": fact.reeks,
            "uiterlijk": iso(fact.uiterlijk),
            "regel": fact.regel,
            "overleg_id": text(fact.overleg_id),
        },
    )


_RIJEN: Mapping[type[Fact], Callable[[Any, Recorded], Iterable[Row]]] = {
    AgendapuntToegevoegd: _toegevoegd,
    AgendapuntBesproken: _afgehandeld,
    AgendapuntDoorgeschoven: _afgehandeld,
    AgendaGeordend: _geordend,
    BevindingGenoteerd: _genoteerd,
    BesluitGenomen: _genoteerd,
    AgendaGemist: _gemist,
}


def agenda_rijen(recorded: Recorded) -> Iterable[Row]:
    """The rows of agendas."""
    make = _RIJEN.get(type(recorded.fact))
    return make(recorded.fact, recorded) if make else []


def ingelicht_rijen(recorded: Recorded) -> Iterable[Row]:
    """What reporters may read from a meeting, at which item."""
    fact = recorded.fact
    if isinstance(fact, MelderIngelicht):
        waar = {"overleg_id": str(fact.overleg_id), "agendapunt_id": str(fact.agendapunt_id)}
        yield insert("melder_ingelicht", {**waar, "zin": fact.zin, "tekst": fact.tekst, "op": iso(recorded.tijd)})
