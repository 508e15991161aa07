"""What each fact about requests and messages changes in the tables. Pure (promise 5)."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from services.overleg.store.bouwstenen import change, ids, insert, text
from shared.contracts import Fact
from shared.contracts.overleg import (
    BerichtGepubliceerd,
    BerichtGeraadpleegd,
    BerichtGoedgekeurd,
    BerichtOpgesteld,
    BerichtVervallen,
    BerichtVoorgelegd,
    VerzoekBeantwoord,
    VerzoekGedaan,
    VerzoekIngetrokken,
)
from shared.facts import Recorded
from shared.ledger import Row, iso

VERZOEKEN = """CREATE TABLE IF NOT EXISTS verzoeken (
    verzoek_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, soort TEXT NOT NULL, aan TEXT NOT NULL,
    tekstzegel TEXT NOT NULL, betrokkene TEXT, planzegel TEXT, begroting_euro BIGINT, overleg_id TEXT,
    agendapunt_id TEXT, meldingen TEXT NOT NULL, regel TEXT NOT NULL, gedaan_op TEXT NOT NULL, uitkomst TEXT,
    antwoordzegel TEXT, toegekend_euro BIGINT, beantwoord_op TEXT, ingetrokken_op TEXT)"""
BERICHTEN = """CREATE TABLE IF NOT EXISTS berichten (
    bericht_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, versie BIGINT NOT NULL,
    stap TEXT NOT NULL, onderwerpzegel TEXT NOT NULL, tekstzegel TEXT NOT NULL, publiek TEXT NOT NULL,
    meldingen TEXT NOT NULL, overleg_id TEXT, agendapunt_id TEXT, aan TEXT NOT NULL, opgesteld_op TEXT NOT NULL,
    voorgelegd_op TEXT, goedgekeurd_op TEXT, gepubliceerd_op TEXT, spoed BIGINT NOT NULL, redenzegel TEXT)"""
RAADPLEGINGEN = """CREATE TABLE IF NOT EXISTS raadplegingen (
    bericht_id TEXT NOT NULL, versie BIGINT NOT NULL, door TEXT NOT NULL, instemming BIGINT NOT NULL, tekstzegel TEXT,
    op TEXT NOT NULL, PRIMARY KEY (bericht_id, versie, door))"""


def _gedaan(fact: VerzoekGedaan, recorded: Recorded) -> Iterable[Row]:
    waarden = fact.model_dump(by_alias=False, exclude={"meldingen"})
    tekst = {veld: text(waarde) if not isinstance(waarde, int) else waarde for veld, waarde in waarden.items()}
    yield insert("verzoeken", {**tekst, "meldingen": ids(fact.meldingen), "gedaan_op": iso(recorded.tijd)})


def _beantwoord(fact: VerzoekBeantwoord, recorded: Recorded) -> Iterable[Row]:
    sql = (
        "UPDATE verzoeken SET uitkomst = ?, antwoordzegel = ?, toegekend_euro = ?, beantwoord_op = ? "
        "WHERE verzoek_id = ?"
    )
    yield sql, (fact.uitkomst, fact.tekstzegel, fact.toegekend_euro, iso(recorded.tijd), str(fact.verzoek_id))


def _van_tafel(fact: VerzoekIngetrokken, recorded: Recorded) -> Iterable[Row]:
    yield "UPDATE verzoeken SET ingetrokken_op = ? WHERE verzoek_id = ?", (iso(recorded.tijd), str(fact.verzoek_id))


def _opgesteld(fact: BerichtOpgesteld, recorded: Recorded) -> Iterable[Row]:
    inhoud = {
        "versie": fact.versie,
        "stap": "concept",
        "onderwerpzegel": fact.onderwerpzegel,
        "tekstzegel": fact.tekstzegel,
        "publiek": json.dumps(fact.publiek),
    }
    if fact.versie > 1:
        yield _zet(fact, {**inhoud, "aan": "[]", "voorgelegd_op": None, "goedgekeurd_op": None})
        return
    yield insert(
        "berichten",
        {
            "bericht_id": str(fact.bericht_id),
            "gemeente": fact.gemeente,
            "locatie": fact.locatie,
            **inhoud,
            "meldingen": ids(fact.meldingen),
            "overleg_id": text(fact.overleg_id),
            "agendapunt_id": text(fact.agendapunt_id),
            "aan": "[]",
            "opgesteld_op": iso(recorded.tijd),
            "spoed": 0,
        },
    )


def _voorgelegd(fact: BerichtVoorgelegd, recorded: Recorded) -> Iterable[Row]:
    yield _zet(fact, {"stap": "voorgelegd", "aan": json.dumps(fact.aan), "voorgelegd_op": iso(recorded.tijd)})


def _geraadpleegd(fact: BerichtGeraadpleegd, recorded: Recorded) -> Iterable[Row]:
    yield (
        "INSERT INTO raadplegingen (bericht_id, versie, door, instemming, tekstzegel, op) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (bericht_id, versie, door) DO UPDATE SET instemming = excluded.instemming, "
        "tekstzegel = excluded.tekstzegel, op = excluded.op",
        (str(fact.bericht_id), fact.versie, fact.door, int(fact.instemming), fact.tekstzegel, iso(recorded.tijd)),
    )


def _goedgekeurd(fact: BerichtGoedgekeurd, recorded: Recorded) -> Iterable[Row]:
    yield _zet(fact, {"stap": "goedgekeurd", "goedgekeurd_op": iso(recorded.tijd)})


def _gepubliceerd(fact: BerichtGepubliceerd, recorded: Recorded) -> Iterable[Row]:
    hoe = {"spoed": int(fact.spoed), "redenzegel": fact.redenzegel}
    yield _zet(fact, {"stap": "gepubliceerd", "gepubliceerd_op": iso(recorded.tijd), **hoe})


def _vervallen(fact: BerichtVervallen, _: Recorded) -> Iterable[Row]:
    yield _zet(fact, {"stap": "vervallen"})


def _zet(fact: Any, waarden: Mapping[str, object]) -> Row:
    return change("berichten", {"bericht_id": str(fact.bericht_id)}, waarden)


_RIJEN: Mapping[type[Fact], Callable[[Any, Recorded], Iterable[Row]]] = {
    VerzoekGedaan: _gedaan,
    VerzoekBeantwoord: _beantwoord,
    VerzoekIngetrokken: _van_tafel,
    BerichtOpgesteld: _opgesteld,
    BerichtVoorgelegd: _voorgelegd,
    BerichtGeraadpleegd: _geraadpleegd,
    BerichtGoedgekeurd: _goedgekeurd,
    BerichtGepubliceerd: _gepubliceerd,
    BerichtVervallen: _vervallen,
}


def verzoek_rijen(recorded: Recorded) -> Iterable[Row]:
    """The rows of requests and messages."""
    make = _RIJEN.get(type(recorded.fact))
    return make(recorded.fact, recorded) if make else []
