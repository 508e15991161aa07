"""An event on the wire."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from shared.bus import Source, Unreadable, from_message, to_cloudevent, to_headers, to_subject
from shared.bus.event import name_of, type_of
from shared.facts import Recorded
from shared.ledger import Ledger
from shared.ledger.chain import genesis
from tests.shared.busproef import OIN, Geteld, als_event, grootboeken, tel


@pytest.fixture
def verteller(make_ledger: Callable[..., Ledger], tmp_path: Path) -> Ledger:
    """A ledger with two facts."""
    ledger, _ = grootboeken(make_ledger, tmp_path)
    tel(ledger, 1, 2)
    return ledger


@pytest.fixture
def feit(verteller: Ledger) -> Recorded:
    """Its first fact."""
    return verteller.read(0, 1)[0]


def test_een_event_komt_terug_zoals_het_verstuurd_is(verteller: Ledger, feit: Recorded) -> None:
    """Everything that a consumer needs survives the way over the bus."""
    event = als_event(verteller, feit)
    assert (event.source, event.place, event.previous, event.naam) == ("intake", 1, 0, "Geteld")
    assert (event.id, event.tijd, event.correlatie, event.oorzaak) == (feit.id, feit.tijd, "spoor", "")
    assert (event.gemeente, event.locatie) == ("gm0637", "rokkeveenseweg")
    assert (event.stream, event.version, event.hash, event.data) == (feit.stream, 1, feit.hash, feit.data)
    assert event.chain_id == verteller.chain_id


def test_de_kopregels_zijn_die_van_het_contract(verteller: Ledger, feit: Recorded) -> None:
    """The headers have the names and forms that others rely on."""
    headers = to_headers(Source("intake", OIN, verteller.chain_id), feit)
    assert headers["ce-specversion"] == "1.0"
    assert headers["ce-source"] == f"urn:nld:oin:{OIN}:systeem:meldketen-intake"
    assert headers["ce-type"] == "nl.meldketen.intake.geteld.v1"
    assert headers["ce-sequence"] == "00000000000000000001"
    assert headers["ce-vorige"] == "00000000000000000000"
    assert headers["ce-time"] == "2026-11-22T00:03:07.576175Z"
    assert headers["ce-keten"] == verteller.chain_id
    assert headers["ce-ketenhash"] == feit.hash.hex()
    assert headers["Nats-Msg-Id"] == headers["ce-id"] == feit.id
    assert to_subject("intake", feit) == "gebeurtenis.intake.gm0637.rokkeveenseweg.Geteld"


def test_gestructureerd_is_hetzelfde_event(verteller: Ledger, feit: Recorded) -> None:
    """The structured form carries the same attributes, and the data as JSON."""
    source = Source("intake", OIN, verteller.chain_id)
    event = to_cloudevent(source, feit)
    assert event["type"] == "nl.meldketen.intake.geteld.v1"
    assert event["data"]["nr"] == 1
    assert {f"ce-{name}": value for name, value in event.items() if name != "data"}.items() <= to_headers(
        source, feit
    ).items()


def test_de_hash_sluit_aan_op_de_keten(verteller: Ledger) -> None:
    """A consumer can check each event against the one before it, and sees any change."""
    eerste, tweede = (als_event(verteller, recorded) for recorded in verteller.read(0, 2))
    assert eerste.follows(genesis(verteller.chain_id))
    assert tweede.follows(eerste.hash)
    assert not tweede.follows(genesis(verteller.chain_id))
    for anders in ({"data": b"{}"}, {"naam": "Gezien"}, {"correlatie": "x"}, {"version": 2}, {"place": 3}):
        assert not replace(tweede, **anders).follows(eerste.hash)


@pytest.mark.parametrize(
    ("naam", "ce_type"),
    [
        ("MeldingOntvangen", "nl.meldketen.intake.melding-ontvangen.v1"),
        ("Geteld", "nl.meldketen.intake.geteld.v1"),
        ("MeldingOntvangenV2", "nl.meldketen.intake.melding-ontvangen.v2"),
    ],
)
def test_naam_en_type_horen_bij_elkaar(naam: str, ce_type: str) -> None:
    """The type follows from the name of the fact, and the name from the type; a second version is another name."""
    assert type_of("intake", naam) == ce_type
    assert name_of(ce_type) == ("intake", naam)


def test_een_vreemde_correlatie_overleeft_de_kopregels(verteller: Ledger, feit: Recorded) -> None:
    """Text that a header cannot carry as it is comes back unchanged, or the hash would not fit."""
    lastig = replace(feit, correlatie=" é\r\n100% ")
    assert als_event(verteller, lastig).correlatie == lastig.correlatie


def test_een_code_die_geen_onderwerp_kan_zijn_blokkeert_de_bus_niet(feit: Recorded) -> None:
    """A code with a dot, a space or nothing in it still gives a subject of five tokens."""
    for code in ("a.b", "a b", "*", ">", ""):
        fact = Geteld(gemeente="gm0637", locatie=code, nr=1)
        assert len(to_subject("intake", replace(feit, fact=fact)).split(".")) == 5


@pytest.mark.parametrize("weg", ["ce-type", "ce-sequence", "ce-keten", "ce-subject", "ce-ketenhash"])
def test_zonder_kopregel_is_het_geen_event(verteller: Ledger, feit: Recorded, weg: str) -> None:
    """A message that lacks what every event has is refused, with the header's name."""
    headers = to_headers(Source("intake", OIN, verteller.chain_id), feit)
    del headers[weg]
    with pytest.raises(Unreadable, match=weg):
        from_message(to_subject("intake", feit), headers, feit.data)


def test_het_onderwerp_en_de_kopregels_noemen_dezelfde_dienst(verteller: Ledger, feit: Recorded) -> None:
    """One service cannot speak for another: subject and type must agree."""
    headers = to_headers(Source("intake", OIN, verteller.chain_id), feit)
    with pytest.raises(Unreadable):
        from_message(to_subject("overleg", feit), headers, feit.data)
