"""What is measured is what is said to be measured."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bench import alarm, alarmlast
from bench.belasting import Opdracht, heel
from bench.feiten import melding
from bench.grootboek import inhoud, schrijf
from bench.intake import TEKST, lichamen
from bench.overbelasting import rijen
from bench.overvraag import Uitslag, overvraag
from bench.schaal import profielen
from bench.server import draaiend
from services.intake.opgave import MeldingOpgave
from shared.ledger import open_ledger
from shared.profiel import laad

UITSLAG = Uitslag({201: 90, 503: 10}, zonder_retry_after=0, onbeantwoord=0, niet_verstuurd=3, seconden=9.0)


def test_the_baseline_of_the_ledger_stores_the_same_bytes(tmp_path: Path) -> None:
    """A raw row is as long as what the ledger makes of the same fact."""
    ledger = open_ledger(str(tmp_path), "intake", [type(melding(0))])
    schrijf(ledger, schrijvers=1, elk=3)
    ledger.close()
    with closing(sqlite3.connect(tmp_path / "intake.db")) as db:
        lengten = [lengte for (lengte,) in db.execute("SELECT length(state) FROM stored_events ORDER BY rowid")]
    assert lengten == [len(inhoud(nummer)) for nummer in range(3)]


def test_a_text_of_three_hundred_characters_has_much_to_mask() -> None:
    """The line with a text measures the masking of an address, a number, an e-mail address and a name."""
    assert len(TEKST) >= 300
    opgave = MeldingOpgave.model_validate_json(lichamen(TEKST)[0])
    assert opgave.toelichting is not None
    assert opgave.toelichting.count("[") == 4


async def test_twice_too_much_is_sent_at_its_own_pace() -> None:
    """Whether answers come or not: with one connection most of it cannot even begin, and is counted as that."""
    with draaiend("bench.kaal") as (poort,):
        opdracht = Opdracht(int(poort), "/meldingen", lichamen(), verbindingen=1, seconden=0.3)
        krap = await overvraag(opdracht, 50_000)
        ruim = await overvraag(replace(opdracht, verbindingen=16), 100)
    assert krap.niet_verstuurd > sum(krap.codes.values()) > 0
    assert set(ruim.codes) == {201}
    assert ruim.codes[201] + ruim.niet_verstuurd in range(25, 32)
    assert krap.onbeantwoord == ruim.onbeantwoord == 0


def test_an_answer_is_whole_when_its_body_is() -> None:
    """Half an answer is none yet."""
    antwoord = b"HTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\nabcd"
    assert heel(antwoord)
    assert not heel(antwoord[:-1])
    assert not heel(antwoord[:20])


def test_every_promise_is_looked_up() -> None:
    """What was answered with 201 stands in the ledger; the lines are made only then."""
    (doorvoer, geheugen, pols) = rijen(UITSLAG, 8.0, 90, piek=110.0, pols=[1.0] * 20)
    assert doorvoer.waarde == 10
    assert (geheugen.waarde, geheugen.gehaald, pols.gehaald) == (110, True, True)


def test_a_chain_that_does_not_answer_is_seen() -> None:
    """Too much memory, or a sign of life that is refused, is not met."""
    (_, geheugen, pols) = rijen(UITSLAG, 8.0, 90, piek=301.0, pols=[1.0] * 17 + [float("inf")] * 3)
    assert (geheugen.gehaald, pols.gehaald) == (False, False)


@pytest.mark.parametrize(
    ("anders", "opgeslagen"),
    [({}, 89), ({}, 91), ({"zonder_retry_after": 1}, 90), ({"codes": {201: 90, 500: 1}}, 90)],
)
def test_a_lost_promise_makes_the_figure_void(anders: dict[str, Any], opgeslagen: int) -> None:
    """A 201 that is not stored, a melding that nobody was told of, a 503 without a term, another answer."""
    with pytest.raises(RuntimeError):
        rijen(replace(UITSLAG, **anders), 8.0, opgeslagen, piek=110.0, pols=[1.0] * 20)


def test_a_quick_warning_hides_no_reports_that_stayed_outside() -> None:
    """What was asked stands beside what was taken: a queue at the front makes the first look well at the cost of it."""
    *waarschuwing, opgenomen = alarmlast.regels("in één proces", [30.0, 10.0, 20.0], 170.0)
    assert [(een.waarde, een.gehaald) for een in waarschuwing] == [(20.0, True), (30.0, True)]
    assert (opgenomen.basis, opgenomen.verhouding, opgenomen.gehaald) == (500, 0.34, False)


def test_alertmanager_is_left_out_where_it_is_not_installed(capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of our own alarm stand, with a note that says which package is missing."""
    duren = [10.0, 20.0]
    assert len(alarm.rijen(duren, [])) == len(alarm.DOELEN)
    assert "prometheus-alertmanager is niet geïnstalleerd" in capsys.readouterr().out
    *_, naast = alarm.rijen(duren, [(10.0, 2.0)])
    assert (naast.basis, naast.verhouding, naast.gehaald) == (2.0, 0.2, True)


def test_invented_municipalities_share_no_place(tmp_path: Path) -> None:
    """Three municipalities of the measurement of scale are three, each with its own locations."""
    gemeenten = [laad(pad) for pad in profielen(tmp_path, 3)]
    assert [gemeente.gemeente.code for gemeente in gemeenten] == ["gm9000", "gm9001", "gm9002"]
    assert len({locatie.code for gemeente in gemeenten for locatie in gemeente.locaties}) == 6
