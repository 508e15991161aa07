"""What each fact changes in the tables. Pure: the same facts give the same rows (promise 5)."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from services.overleg.overleg import Status
from shared.contracts import Fact
from shared.contracts.overleg import (
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    MaatregelOpgelegd,
    MaatregelVerlopen,
    OverlegGeannuleerd,
    OverlegGeopend,
    OverlegGepland,
    OverlegGesloten,
    OverlegVoorgesteld,
)
from shared.facts import Recorded
from shared.ledger import Row, iso, timer_cancel, timer_set

MAATREGEL_EINDIGT = "maatregel-eindigt"


def insert(table: str, values: Mapping[str, object]) -> Row:
    """A row that is written once: a second time changes nothing."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608  our own names
    return sql, tuple(values.values())


def _ids(ids: Iterable[object]) -> str:
    return json.dumps([str(each) for each in ids])


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def _nieuw(fact: OverlegGepland | OverlegVoorgesteld, status: Status, **meer: object) -> Row:
    return insert(
        "overleggen",
        {
            "overleg_id": str(fact.overleg_id),
            "gemeente": fact.gemeente,
            "locatie": fact.locatie,
            "reeks": fact.reeks,
            "soort": fact.soort,
            "aanvang": iso(fact.aanvang),
            "status": status,
            "deelnemers": json.dumps(fact.deelnemers),
            "regel": fact.regel,
            "voorlopig": 0,
            "escalatie_id": None,
            "reden": "",
            **meer,
        },
    )


def _gepland(fact: OverlegGepland, _: Recorded) -> Row:
    return _nieuw(fact, Status.GEPLAND, voorlopig=int(fact.voorlopig))


def _voorgesteld(fact: OverlegVoorgesteld, _: Recorded) -> Row:
    return _nieuw(fact, Status.VOORGESTELD, escalatie_id=_text(fact.escalatie_id), reden=fact.reden)


def _status(fact: OverlegGeopend | OverlegGeannuleerd, _: Recorded) -> Row:
    status = Status.GEOPEND if isinstance(fact, OverlegGeopend) else Status.GEANNULEERD
    return "UPDATE overleggen SET status = ? WHERE overleg_id = ?", (status, str(fact.overleg_id))


def _gesloten(fact: OverlegGesloten, _: Recorded) -> Row:
    return (
        "UPDATE overleggen SET status = ?, besproken = ?, doorgeschoven = ?, tekstzegel = ? WHERE overleg_id = ?",
        (Status.GESLOTEN, fact.besproken, fact.doorgeschoven, fact.tekstzegel, str(fact.overleg_id)),
    )


def _toegevoegd(fact: AgendapuntToegevoegd, recorded: Recorded) -> Row:
    return insert(
        "agendapunten",
        {
            "overleg_id": str(fact.overleg_id),
            "agendapunt_id": str(fact.agendapunt_id),
            "meldingen": _ids(fact.meldingen),
            "regel": fact.regel,
            "vertrouwelijk": int(fact.vertrouwelijk),
            "escalatie_id": _text(fact.escalatie_id),
            "status": "open",
            "toegevoegd_op": iso(recorded.tijd),
            "van_overleg_id": _text(fact.van_overleg_id),
        },
    )


def _afgehandeld(fact: AgendapuntBesproken | AgendapuntDoorgeschoven, _: Recorded) -> Row:
    naar = fact.naar_overleg_id if isinstance(fact, AgendapuntDoorgeschoven) else None
    return (
        "UPDATE agendapunten SET status = ?, naar_overleg_id = ? WHERE overleg_id = ? AND agendapunt_id = ?",
        ("doorgeschoven" if naar else "besproken", _text(naar), str(fact.overleg_id), str(fact.agendapunt_id)),
    )


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
            "eindigt": iso(fact.eindigt) if fact.eindigt else None,
            "gericht_op": fact.gericht_op,
            "gebied": fact.gebied,
            "betrokkene": _text(fact.betrokkene),
            "om_geraadpleegd_op": iso(fact.om_geraadpleegd_op) if fact.om_geraadpleegd_op else None,
            "overleg_id": _text(fact.overleg_id),
            "meldingen": _ids(fact.meldingen),
            "regel": fact.regel,
            "opgelegd_op": iso(recorded.tijd),
        },
    )
    if fact.eindigt:
        gegevens = {"maatregel": str(fact.maatregel_id), "correlatie": recorded.correlatie}
        yield timer_set(timer_id(fact), MAATREGEL_EINDIGT, fact.eindigt, gegevens)


def _verlopen(fact: MaatregelVerlopen, recorded: Recorded) -> Iterable[Row]:
    sql = "UPDATE maatregelen SET verlopen_op = ? WHERE maatregel_id = ?"
    yield sql, (iso(recorded.tijd), str(fact.maatregel_id))
    yield timer_cancel(timer_id(fact))


def timer_id(fact: MaatregelOpgelegd | MaatregelVerlopen) -> str:
    """The one timer of a measure."""
    return f"{MAATREGEL_EINDIGT}/{fact.maatregel_id}"


_EEN_RIJ: Mapping[type[Fact], Callable[[Any, Recorded], Row]] = {
    OverlegGepland: _gepland,
    OverlegVoorgesteld: _voorgesteld,
    OverlegGeopend: _status,
    OverlegGeannuleerd: _status,
    OverlegGesloten: _gesloten,
    AgendapuntToegevoegd: _toegevoegd,
    AgendapuntBesproken: _afgehandeld,
    AgendapuntDoorgeschoven: _afgehandeld,
}
_MEER_RIJEN: Mapping[type[Fact], Callable[[Any, Recorded], Iterable[Row]]] = {
    MaatregelOpgelegd: _opgelegd,
    MaatregelVerlopen: _verlopen,
}


def overleg_rijen(recorded: Recorded) -> Iterable[Row]:
    """The rows of meetings and agendas."""
    make = _EEN_RIJ.get(type(recorded.fact))
    return [make(recorded.fact, recorded)] if make else []


def maatregel_rijen(recorded: Recorded) -> Iterable[Row]:
    """The rows of measures, and the timer of their end."""
    make = _MEER_RIJEN.get(type(recorded.fact))
    return make(recorded.fact, recorded) if make else []
