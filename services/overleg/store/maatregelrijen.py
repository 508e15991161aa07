"""What each fact about measures changes in the tables. Pure: the same facts give the same rows (promise 5)."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from services.overleg.store.bouwstenen import ids, insert, text
from shared.contracts import Fact
from shared.contracts.overleg import (
    MaatregelIngetrokken,
    MaatregelLooptAf,
    MaatregelOpgelegd,
    MaatregelVerlengd,
    MaatregelVerlopen,
)
from shared.facts import Recorded
from shared.ledger import Row, iso, timer_cancel, timer_set

MAATREGEL_EINDIGT = "maatregel-eindigt"
MAATREGEL_LOOPT_AF = "maatregel-loopt-af"
MAATREGELEN = """CREATE TABLE IF NOT EXISTS maatregelen (
    maatregel_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, soort TEXT NOT NULL,
    grondslag TEXT NOT NULL, bevoegd_gezag TEXT NOT NULL, ingaande TEXT NOT NULL, eindigt TEXT,
    gericht_op TEXT NOT NULL, gebied TEXT, betrokkene TEXT, om_geraadpleegd_op TEXT, driehoek_op TEXT,
    overleg_id TEXT, agendapunt_id TEXT, meldingen TEXT NOT NULL, voorwaarden TEXT NOT NULL, motivering TEXT,
    steunt_op TEXT, regel TEXT NOT NULL, opgelegd_op TEXT NOT NULL, verlengd BIGINT NOT NULL, verlopen_op TEXT,
    ingetrokken_op TEXT)"""
INDEXES = (
    "CREATE INDEX IF NOT EXISTS maatregelen_betrokkene ON maatregelen (betrokkene)",
    "CREATE INDEX IF NOT EXISTS maatregelen_gebied ON maatregelen (gemeente, gebied)",
)
MOMENTEN = """CREATE TABLE IF NOT EXISTS maatregelmomenten (
    maatregel_id TEXT NOT NULL, op TEXT NOT NULL, wat TEXT NOT NULL, eindigt TEXT, door TEXT NOT NULL,
    motivering TEXT, PRIMARY KEY (maatregel_id, op, wat))"""
"""What happened to a measure after it was imposed."""
OpEinde = MaatregelOpgelegd | MaatregelVerlengd


def _opgelegd(fact: MaatregelOpgelegd, recorded: Recorded) -> Iterable[Row]:
    yield insert(
        "maatregelen",
        {
            "maatregel_id": str(fact.maatregel_id),
            "gemeente": fact.gemeente,
            "locatie": fact.locatie,
            "soort": fact.soort,
            "grondslag": fact.grondslag,
            "bevoegd_gezag": fact.bevoegd_gezag,
            "ingaande": iso(fact.ingaande),
            "eindigt": _moment(fact.eindigt),
            "gericht_op": fact.gericht_op,
            "gebied": fact.gebied,
            "betrokkene": text(fact.betrokkene),
            "om_geraadpleegd_op": _moment(fact.om_geraadpleegd_op),
            "driehoek_op": _moment(fact.driehoek_op),
            "overleg_id": text(fact.overleg_id),
            "agendapunt_id": text(fact.agendapunt_id),
            "meldingen": ids(fact.meldingen),
            "voorwaarden": json.dumps(fact.voorwaarden),
            "motivering": fact.motivering,
            "steunt_op": text(fact.steunt_op),
            "regel": fact.regel,
            "opgelegd_op": iso(recorded.tijd),
            "verlengd": 0,
        },
    )
    yield from _wekkers(fact, recorded)


def _verlengd(fact: MaatregelVerlengd, recorded: Recorded) -> Iterable[Row]:
    sql = "UPDATE maatregelen SET eindigt = ?, verlengd = verlengd + 1 WHERE maatregel_id = ?"
    yield sql, (iso(fact.eindigt), str(fact.maatregel_id))
    yield _gebeurd(fact, recorded, "verlengd", eindigt=iso(fact.eindigt))
    yield from _wekkers(fact, recorded)


def _ingetrokken(fact: MaatregelIngetrokken, recorded: Recorded) -> Iterable[Row]:
    sql = "UPDATE maatregelen SET ingetrokken_op = ? WHERE maatregel_id = ?"
    yield sql, (iso(recorded.tijd), str(fact.maatregel_id))
    yield _gebeurd(fact, recorded, "ingetrokken", door=fact.door)
    yield from (timer_cancel(_id(soort, fact)) for soort in (MAATREGEL_EINDIGT, MAATREGEL_LOOPT_AF))


def _loopt_af(fact: MaatregelLooptAf, _: Recorded) -> Iterable[Row]:
    yield timer_cancel(_id(MAATREGEL_LOOPT_AF, fact))


def _verlopen(fact: MaatregelVerlopen, recorded: Recorded) -> Iterable[Row]:
    sql = "UPDATE maatregelen SET verlopen_op = ? WHERE maatregel_id = ?"
    yield sql, (iso(recorded.tijd), str(fact.maatregel_id))
    yield from (timer_cancel(_id(soort, fact)) for soort in (MAATREGEL_EINDIGT, MAATREGEL_LOOPT_AF))


def _wekkers(fact: OpEinde, recorded: Recorded) -> Iterable[Row]:
    gegevens = {"maatregel": str(fact.maatregel_id), "correlatie": recorded.correlatie}
    for soort, op in ((MAATREGEL_EINDIGT, fact.eindigt), (MAATREGEL_LOOPT_AF, fact.waarschuw_op)):
        if op:
            yield timer_set(_id(soort, fact), soort, op, gegevens)


def _gebeurd(
    fact: MaatregelVerlengd | MaatregelIngetrokken, recorded: Recorded, wat: str, *, eindigt: str = "", door: str = ""
) -> Row:
    return insert(
        "maatregelmomenten",
        {
            "maatregel_id": str(fact.maatregel_id),
            "op": iso(recorded.tijd),
            "wat": wat,
            "eindigt": eindigt or None,
            "door": door,
            "motivering": fact.motivering,
        },
    )


def _id(
    soort: str,
    fact: MaatregelOpgelegd | MaatregelVerlengd | MaatregelIngetrokken | MaatregelVerlopen | MaatregelLooptAf,
) -> str:
    """The one timer of its kind of a measure."""
    return f"{soort}/{fact.maatregel_id}"


def _moment(op: datetime | None) -> str | None:
    return iso(op) if op else None


_RIJEN: Mapping[type[Fact], Callable[[Any, Recorded], Iterable[Row]]] = {
    MaatregelOpgelegd: _opgelegd,
    MaatregelVerlengd: _verlengd,
    MaatregelIngetrokken: _ingetrokken,
    MaatregelLooptAf: _loopt_af,
    MaatregelVerlopen: _verlopen,
}


def maatregel_rijen(recorded: Recorded) -> Iterable[Row]:
    """The rows of measures, and the timers of their end."""
    make = _RIJEN.get(type(recorded.fact))
    return make(recorded.fact, recorded) if make else []
