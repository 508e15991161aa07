"""The view that lists and details are read from: each melding as it stands now, beside what was stated first."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any

from shared.contracts import Fact
from shared.contracts.intake import (
    IncidentGemeld,
    MeldingDoorgezet,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGesloten,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntvangen,
)
from shared.facts import Recorded
from shared.ledger import Row, View, iso

ONTVANGEN, IN_BEHANDELING, GESLOTEN, INGETROKKEN = "ontvangen", "in-behandeling", "gesloten", "ingetrokken"
TE_CORRIGEREN = (
    *("aard", "thema", "plaats", "gebied", "gericht_tegen", "voorgevallen_op", "dagdeel"),
    *("aangifte", "publieke_taak", "gevolgen_openbare_orde", "ernst", "politie_gebeld_op", "wapen", "nog_gaande"),
)
"""What may stand otherwise later: columns of their own, which go before `inhoud`."""
_VAST = ("id", "soort", "gemeente", "locatie", "ontvangen_op", "status", "inhoud")
_INSERT = (
    f"INSERT INTO meldingen ({', '.join((*_VAST, *TE_CORRIGEREN))})"  # noqa: S608
    f" VALUES ({', '.join('?' * (len(_VAST) + len(TE_CORRIGEREN)))})"
)


def _meldingen(recorded: Recorded) -> Iterable[Row]:
    feit = recorded.fact
    if isinstance(feit, MeldingOntvangen | IncidentGemeld):
        yield _INSERT, (*_begin(feit, recorded), *_gemeld(feit), *_van_incident(feit))
    elif doe := _WIJZIGINGEN.get(type(feit)):
        yield from doe(feit)


def _begin(feit: MeldingOntvangen | IncidentGemeld, recorded: Recorded) -> tuple[object, ...]:
    soort = "incident" if isinstance(feit, IncidentGemeld) else "melding"
    vast = (str(feit.melding_id), soort, feit.gemeente, feit.locatie, iso(recorded.tijd), ONTVANGEN)
    return (*vast, recorded.data.decode())


def _gemeld(feit: MeldingOntvangen | IncidentGemeld) -> tuple[object, ...]:
    """Return the columns of `TE_CORRIGEREN` that every melding has: spelled out, since a rebuild makes a million."""
    wat = (feit.aard.value, feit.thema, feit.plaats, feit.gebied, feit.gericht_tegen.value)
    dagdeel = feit.dagdeel.value if feit.dagdeel else None
    return (*wat, iso(feit.voorgevallen_op), dagdeel, feit.aangifte.value, int(feit.publieke_taak))


def _van_incident(feit: MeldingOntvangen | IncidentGemeld) -> tuple[object, ...]:
    if isinstance(feit, IncidentGemeld):
        gezegd = (feit.wapen.value, feit.nog_gaande.value)
        return int(feit.gevolgen_openbare_orde), feit.ernst, _kaal(feit.politie_gebeld_op), *gezegd
    return None, None, None, None, None


def _geclassificeerd(feit: MeldingGeclassificeerd) -> Iterable[Row]:
    yield _zet(feit.melding_id, {"aard": feit.aard, "thema": feit.thema})
    yield _in_behandeling(feit.melding_id)


def _gecorrigeerd(feit: MeldingGecorrigeerd) -> Iterable[Row]:
    nieuw = {veld: waarde for veld in TE_CORRIGEREN if (waarde := getattr(feit, veld)) is not None}
    if feit.voorgevallen_op:
        nieuw["dagdeel"] = feit.dagdeel  # none: the time is exact from now on
    if nieuw:
        yield _zet(feit.melding_id, nieuw)


def _doorgezet(feit: MeldingDoorgezet) -> Iterable[Row]:
    if feit.uitkomst == "bezorgd":
        yield _in_behandeling(feit.melding_id)


def _gesloten(feit: MeldingGesloten) -> Iterable[Row]:
    yield _zet(feit.melding_id, {"status": GESLOTEN})


def _ingetrokken(feit: MeldingIngetrokken) -> Iterable[Row]:
    yield _zet(feit.melding_id, {"status": INGETROKKEN})


def _heropend(feit: MeldingHeropend) -> Iterable[Row]:
    yield _zet(feit.melding_id, {"status": IN_BEHANDELING})


def _zet(melding_id: object, waarden: Mapping[str, object]) -> Row:
    sql = f"UPDATE meldingen SET {', '.join(f'{veld} = ?' for veld in waarden)} WHERE id = ?"  # noqa: S608
    return sql, (*map(_kaal, waarden.values()), str(melding_id))


def _in_behandeling(melding_id: object) -> Row:
    sql = "UPDATE meldingen SET status = ? WHERE id = ? AND status = ?"
    return sql, (IN_BEHANDELING, str(melding_id), ONTVANGEN)


def _kaal(waarde: object) -> object:
    """Write a value as a store holds it."""
    if waarde is None or type(waarde) is str:
        return waarde
    if isinstance(waarde, datetime):
        return iso(waarde)
    if isinstance(waarde, Enum):
        return waarde.value
    return int(waarde) if isinstance(waarde, bool) else waarde


_WIJZIGINGEN: Mapping[type[Fact], Callable[[Any], Iterable[Row]]] = {
    MeldingGeclassificeerd: _geclassificeerd,
    MeldingGecorrigeerd: _gecorrigeerd,
    MeldingDoorgezet: _doorgezet,
    MeldingGesloten: _gesloten,
    MeldingIngetrokken: _ingetrokken,
    MeldingHeropend: _heropend,
}

MELDINGEN = View(
    name="meldingen",
    names=("meldingen",),
    tables=(
        "CREATE TABLE IF NOT EXISTS meldingen (id TEXT PRIMARY KEY, soort TEXT NOT NULL, gemeente TEXT NOT NULL,"
        " locatie TEXT NOT NULL, ontvangen_op TEXT NOT NULL, status TEXT NOT NULL, inhoud TEXT NOT NULL,"
        " aard TEXT NOT NULL, thema TEXT NOT NULL, plaats TEXT, gebied TEXT, gericht_tegen TEXT NOT NULL,"
        " voorgevallen_op TEXT NOT NULL, dagdeel TEXT, aangifte TEXT NOT NULL, publieke_taak BIGINT NOT NULL,"
        " gevolgen_openbare_orde BIGINT, ernst BIGINT, politie_gebeld_op TEXT, wapen TEXT, nog_gaande TEXT)",
        "CREATE INDEX IF NOT EXISTS meldingen_op_tijd ON meldingen (voorgevallen_op, id)",
        "CREATE INDEX IF NOT EXISTS meldingen_op_ontvangst ON meldingen (ontvangen_op, id)",
        "CREATE INDEX IF NOT EXISTS meldingen_te_bepalen ON meldingen (ontvangen_op) WHERE aard = 'nog-te-bepalen'",
    ),
    apply=_meldingen,
)
