"""What each fact about agreements changes in the tables. Pure: the same facts give the same rows (promise 5)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from services.overleg.store.bouwstenen import change, ids, insert, text
from shared.contracts import Fact
from shared.contracts.overleg import (
    AfspraakGemaakt,
    AfspraakHerinnerd,
    AfspraakNagekomen,
    AfspraakTeLaat,
    AfspraakVervallen,
    AfspraakVerzet,
)
from shared.facts import Recorded
from shared.ledger import Row, iso, timer_cancel, timer_set

HERINNER_AAN_AFSPRAAK = "herinner-aan-afspraak"
AFSPRAAK_TE_LAAT = "afspraak-te-laat"
AFSPRAKEN = """CREATE TABLE IF NOT EXISTS afspraken (
    afspraak_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, wie TEXT NOT NULL,
    uiterlijk TEXT NOT NULL, status TEXT NOT NULL, tekstzegel TEXT NOT NULL, agendapunt_id TEXT, overleg_id TEXT,
    meldingen TEXT NOT NULL, regel TEXT NOT NULL, gemaakt_op TEXT NOT NULL, herinnerd_op TEXT, te_laat_op TEXT,
    afgesloten_op TEXT, uitkomst TEXT, verzet_van TEXT)"""
INDEXES = ("CREATE INDEX IF NOT EXISTS afspraken_open ON afspraken (gemeente, status, uiterlijk)",)


def _gemaakt(fact: AfspraakGemaakt, recorded: Recorded) -> Iterable[Row]:
    yield insert(
        "afspraken",
        {
            "afspraak_id": str(fact.afspraak_id),
            "gemeente": fact.gemeente,
            "locatie": fact.locatie,
            "wie": fact.wie,
            "uiterlijk": iso(fact.uiterlijk),
            "status": "open",
            "tekstzegel": fact.tekstzegel,
            "agendapunt_id": text(fact.agendapunt_id),
            "overleg_id": text(fact.overleg_id),
            "meldingen": ids(fact.meldingen),
            "regel": fact.regel,
            "gemaakt_op": iso(recorded.tijd),
        },
    )
    yield from _wekkers(str(fact.afspraak_id), fact.uiterlijk, fact.herinner_op, recorded)


def _verzet(fact: AfspraakVerzet, recorded: Recorded) -> Iterable[Row]:
    yield _zet(
        fact, {"uiterlijk": iso(fact.naar), "verzet_van": iso(fact.van), "herinnerd_op": None, "te_laat_op": None}
    )
    yield from _wekkers(str(fact.afspraak_id), fact.naar, fact.herinner_op, recorded)


def _afgesloten(fact: AfspraakNagekomen | AfspraakVervallen, recorded: Recorded) -> Iterable[Row]:
    status = "nagekomen" if isinstance(fact, AfspraakNagekomen) else "vervallen"
    yield _zet(fact, {"status": status, "afgesloten_op": iso(recorded.tijd), "uitkomst": fact.tekstzegel})
    yield from _geen_wekkers(fact, HERINNER_AAN_AFSPRAAK, AFSPRAAK_TE_LAAT)


def _herinnerd(fact: AfspraakHerinnerd, recorded: Recorded) -> Iterable[Row]:
    yield _zet(fact, {"herinnerd_op": iso(recorded.tijd)})
    yield from _geen_wekkers(fact, HERINNER_AAN_AFSPRAAK)


def _te_laat(fact: AfspraakTeLaat, recorded: Recorded) -> Iterable[Row]:
    yield _zet(fact, {"te_laat_op": iso(recorded.tijd)})
    yield from _geen_wekkers(fact, HERINNER_AAN_AFSPRAAK, AFSPRAAK_TE_LAAT)


def _zet(fact: Any, waarden: Mapping[str, object]) -> Row:
    return change("afspraken", {"afspraak_id": str(fact.afspraak_id)}, waarden)


def _geen_wekkers(fact: Any, *soorten: str) -> Iterable[Row]:
    return [timer_cancel(f"{soort}/{fact.afspraak_id}") for soort in soorten]


def _wekkers(afspraak: str, uiterlijk: datetime, herinner_op: datetime | None, recorded: Recorded) -> Iterable[Row]:
    gegevens = {"afspraak": afspraak, "correlatie": recorded.correlatie}
    yield timer_set(f"{AFSPRAAK_TE_LAAT}/{afspraak}", AFSPRAAK_TE_LAAT, uiterlijk, gegevens)
    if herinner_op:
        yield timer_set(f"{HERINNER_AAN_AFSPRAAK}/{afspraak}", HERINNER_AAN_AFSPRAAK, herinner_op, gegevens)


_RIJEN: Mapping[type[Fact], Callable[[Any, Recorded], Iterable[Row]]] = {
    AfspraakGemaakt: _gemaakt,
    AfspraakVerzet: _verzet,
    AfspraakNagekomen: _afgesloten,
    AfspraakVervallen: _afgesloten,
    AfspraakHerinnerd: _herinnerd,
    AfspraakTeLaat: _te_laat,
}


def afspraak_rijen(recorded: Recorded) -> Iterable[Row]:
    """The rows of agreements, and the timers of their terms."""
    make = _RIJEN.get(type(recorded.fact))
    return make(recorded.fact, recorded) if make else []
