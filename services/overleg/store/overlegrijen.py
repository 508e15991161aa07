"""What each fact about meetings changes in the tables. Pure: the same facts give the same rows (promise 5)."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from services.overleg.overleg import Status
from services.overleg.store.bouwstenen import insert, text
from shared.contracts import Fact
from shared.contracts.overleg import (
    AanwezigheidGenoteerd,
    EvaluatieBesloten,
    OverlegBevestigd,
    OverlegGeannuleerd,
    OverlegGeopend,
    OverlegGepland,
    OverlegGesloten,
    OverlegVerzet,
    OverlegVoorgesteld,
    UitnodigingNietVerzonden,
    UitnodigingVerzonden,
    VerslagGecorrigeerd,
)
from shared.facts import Recorded
from shared.ledger import Row, iso

Aankondiging = OverlegGepland | OverlegVoorgesteld


def _aangekondigd(fact: Aankondiging, recorded: Recorded) -> Iterable[Row]:
    voorstel = fact if isinstance(fact, OverlegVoorgesteld) else None
    yield insert(
        "overleggen",
        {
            "overleg_id": str(fact.overleg_id),
            "gemeente": fact.gemeente,
            "locatie": fact.locatie,
            "reeks": fact.reeks,
            "soort": fact.soort,
            "aanvang": iso(fact.aanvang),
            "einde": iso(fact.einde) if fact.einde else None,
            "dag": text(fact.dag),
            "status": Status.VOORGESTELD if voorstel else Status.GEPLAND,
            "deelnemers": json.dumps(fact.deelnemers),
            "regel": fact.regel,
            "voorlopig": int(isinstance(fact, OverlegGepland) and fact.voorlopig),
            "escalatie_id": text(voorstel.escalatie_id) if voorstel else None,
            "reden": voorstel.reden if voorstel else "",
            "volgnummer": 0,
            "bijgewerkt": iso(recorded.tijd),
        },
    )


def _bevestigd(fact: OverlegBevestigd, recorded: Recorded) -> Iterable[Row]:
    """The calendars of the partners hear of it: it was tentative."""
    yield (
        "UPDATE overleggen SET status = ?, besloten_door = ?, besloten_op = ?, wijziging = ?, "
        "volgnummer = volgnummer + 1, bijgewerkt = ? WHERE overleg_id = ?",
        (
            Status.GEPLAND,
            fact.door,
            iso(recorded.tijd),
            fact.tekstzegel,
            iso(recorded.tijd),
            str(fact.overleg_id),
        ),
    )


def _verzet(fact: OverlegVerzet, recorded: Recorded) -> Iterable[Row]:
    yield (
        "UPDATE overleggen SET aanvang = ?, einde = ?, verzet_van = COALESCE(verzet_van, ?), wijziging = ?, "
        "reden = ?, volgnummer = volgnummer + 1, bijgewerkt = ? WHERE overleg_id = ?",
        (
            iso(fact.naar),
            iso(fact.einde) if fact.einde else None,
            iso(fact.van),
            fact.tekstzegel,
            fact.reden,
            iso(recorded.tijd),
            str(fact.overleg_id),
        ),
    )


def _geannuleerd(fact: OverlegGeannuleerd, recorded: Recorded) -> Iterable[Row]:
    yield (
        "UPDATE overleggen SET status = ?, reden = ?, wijziging = ?, volgnummer = volgnummer + 1, bijgewerkt = ? "
        "WHERE overleg_id = ?",
        (Status.GEANNULEERD, fact.reden, fact.tekstzegel, iso(recorded.tijd), str(fact.overleg_id)),
    )


def _geopend(fact: OverlegGeopend, recorded: Recorded) -> Iterable[Row]:
    sql = "UPDATE overleggen SET status = ?, geopend_op = ? WHERE overleg_id = ?"
    yield sql, (Status.GEOPEND, iso(recorded.tijd), str(fact.overleg_id))


def _aanwezig(fact: AanwezigheidGenoteerd, _: Recorded) -> Iterable[Row]:
    wie = (json.dumps(fact.aanwezig), json.dumps(fact.afwezig), str(fact.overleg_id))
    yield "UPDATE overleggen SET aanwezig = ?, afwezig = ? WHERE overleg_id = ?", wie


def _gesloten(fact: OverlegGesloten, recorded: Recorded) -> Iterable[Row]:
    yield (
        "UPDATE overleggen SET status = ?, besproken = ?, doorgeschoven = ?, tekstzegel = ?, redenzegel = ?, "
        "gesloten_op = ? WHERE overleg_id = ?",
        (
            Status.GESLOTEN,
            fact.besproken,
            fact.doorgeschoven,
            fact.tekstzegel,
            fact.redenzegel,
            iso(recorded.tijd),
            str(fact.overleg_id),
        ),
    )


def _gecorrigeerd(fact: VerslagGecorrigeerd, recorded: Recorded) -> Iterable[Row]:
    yield insert(
        "correcties",
        {
            "overleg_id": str(fact.overleg_id),
            "agendapunt_id": text(fact.agendapunt_id),
            "tekstzegel": fact.tekstzegel,
            "vertrouwelijk": int(fact.vertrouwelijk),
            "op": iso(recorded.tijd),
        },
    )


def _besloten(fact: EvaluatieBesloten, recorded: Recorded) -> Iterable[Row]:
    yield insert(
        "reeksbesluiten",
        {
            "besluit_id": str(fact.besluit_id),
            "gemeente": fact.gemeente,
            "locatie": fact.locatie,
            "reeks": fact.reeks,
            "uitkomst": fact.uitkomst,
            "vanaf": fact.vanaf.isoformat(),
            "regel": fact.regel,
            "op": iso(recorded.tijd),
        },
    )
    yield (
        "UPDATE overleggen SET voorlopig = 0 WHERE gemeente = ? AND locatie = ? AND reeks = ? AND dag >= ?",
        (fact.gemeente, fact.locatie, fact.reeks, fact.vanaf.isoformat()),
    )


def _uitgenodigd(fact: UitnodigingVerzonden | UitnodigingNietVerzonden, recorded: Recorded) -> Iterable[Row]:
    yield insert(
        "uitnodigingen",
        {
            "overleg_id": str(fact.overleg_id),
            "partner": fact.partner,
            "volgnummer": fact.volgnummer,
            "uitkomst": "verzonden" if isinstance(fact, UitnodigingVerzonden) else "niet-verzonden",
            "soort": fact.soort,
            "op": iso(recorded.tijd),
        },
    )


_RIJEN: Mapping[type[Fact], Callable[[Any, Recorded], Iterable[Row]]] = {
    OverlegGepland: _aangekondigd,
    OverlegVoorgesteld: _aangekondigd,
    OverlegBevestigd: _bevestigd,
    OverlegVerzet: _verzet,
    OverlegGeannuleerd: _geannuleerd,
    OverlegGeopend: _geopend,
    AanwezigheidGenoteerd: _aanwezig,
    OverlegGesloten: _gesloten,
    VerslagGecorrigeerd: _gecorrigeerd,
    EvaluatieBesloten: _besloten,
    UitnodigingVerzonden: _uitgenodigd,
    UitnodigingNietVerzonden: _uitgenodigd,
}


def overleg_rijen(recorded: Recorded) -> Iterable[Row]:
    """The rows of meetings."""
    make = _RIJEN.get(type(recorded.fact))
    return make(recorded.fact, recorded) if make else []
