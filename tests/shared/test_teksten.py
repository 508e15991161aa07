"""Free text stands apart from the facts, and can be proven or erased."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from shared.facts import Context, Rejected
from shared.ledger import Ledger, Transaction
from shared.teksten import TEKSTEN, bewaar, geschonden, haal, klopt, lees, vervang
from tests.fixtures.opslag import MakeLedger

NU = Context(op=datetime(2026, 11, 22, 9, tzinfo=UTC), correlatie="proef")
TEKST = "Er wordt ’s nachts hard geschreeuwd bij de poort. 😀"


@pytest.fixture
def ledger(make_ledger: MakeLedger, database: str) -> Ledger:
    """A ledger with texts beside it, on each database."""
    return make_ledger("proef", [], tables=[TEKSTEN], database=database)


def test_een_tekst_komt_terug_zoals_hij_was(ledger: Ledger) -> None:
    """The seal finds the text, letter for letter."""
    zegel = ledger.run_sync(lambda tx: bewaar(tx, TEKST), NU)
    assert lees(ledger, zegel) == TEKST
    assert len(bytes.fromhex(zegel)) == 32


async def test_een_tekst_zonder_de_lus_op_te_houden(ledger: Ledger) -> None:
    """A page awaits the same answer."""
    zegel = await ledger.run(lambda tx: bewaar(tx, TEKST), NU)
    assert (await haal(ledger, zegel), await haal(ledger, None), await haal(ledger, "ff")) == (TEKST, None, None)


def test_dezelfde_tekst_heeft_telkens_een_ander_zegel(ledger: Ledger) -> None:
    """Nobody can find out from a fact whether a text says a certain thing: the salt is random."""
    zegels = {ledger.run_sync(lambda tx: bewaar(tx, TEKST), NU) for _ in range(3)}
    assert len(zegels) == 3


def test_een_onbekend_zegel_heeft_geen_tekst(ledger: Ledger) -> None:
    """No seal, or one that nobody stored, gives nothing."""
    assert (lees(ledger, None), lees(ledger, ""), lees(ledger, "00")) == (None, None, None)


def test_een_geweigerde_handeling_bewaart_geen_tekst(ledger: Ledger) -> None:
    """The text is stored with its fact or not at all."""

    def weigert(tx: Transaction) -> None:
        bewaar(tx, TEKST)
        raise Rejected("nee")

    with pytest.raises(Rejected):
        ledger.run_sync(weigert, NU)
    assert ledger.query_sync("SELECT count(*) FROM teksten") == [(0,)]


def test_een_veranderde_tekst_valt_op(ledger: Ledger) -> None:
    """A text that was changed in the database without a fact is found."""
    heel, stuk = (ledger.run_sync(lambda tx: bewaar(tx, TEKST), NU) for _ in range(2))
    assert geschonden(ledger, {}) == []
    ledger.run_sync(lambda tx: tx.execute("UPDATE teksten SET tekst = 'anders' WHERE id = ?", (stuk,)), NU)
    assert geschonden(ledger, {}) == [stuk]
    assert heel != stuk


def test_vervangen_telt_alleen_met_het_feit_erbij(ledger: Ledger) -> None:
    """A replaced text is accounted for by the new seal that the caller records, and by nothing else."""
    zegel = ledger.run_sync(lambda tx: bewaar(tx, TEKST), NU)
    nieuw = ledger.run_sync(lambda tx: vervang(tx, zegel, "[naam] schreeuwt."), NU)
    assert lees(ledger, zegel) == "[naam] schreeuwt."
    assert geschonden(ledger, {zegel: nieuw}) == []
    assert geschonden(ledger, {}) == [zegel]


def test_een_gewiste_tekst_is_weg(ledger: Ledger) -> None:
    """After erasure nothing in the row can prove or show what the text was."""
    zegel = ledger.run_sync(lambda tx: bewaar(tx, TEKST), NU)
    ledger.run_sync(lambda tx: vervang(tx, zegel), NU)
    assert lees(ledger, zegel) is None
    [(tekst, zout)] = ledger.query_sync("SELECT tekst, zout FROM teksten WHERE id = ?", (zegel,))
    assert tekst == ""
    assert not klopt(TEKST, zout, zegel)


def test_gewist_is_ook_van_de_schijf(make_ledger: MakeLedger, tmp_path: Path) -> None:
    """On SQLite the bytes of an erased text and its salt are in no file of the store once it is closed."""
    ledger = make_ledger("proef", [], tables=[TEKSTEN])
    zegel = ledger.run_sync(lambda tx: bewaar(tx, TEKST), NU)
    [(zout,)] = ledger.query_sync("SELECT zout FROM teksten")
    ledger.run_sync(lambda tx: vervang(tx, zegel), NU)
    ledger.close()
    bestanden = [pad.read_bytes() for pad in tmp_path.iterdir() if pad.is_file()]
    assert bestanden
    assert not any(TEKST.encode() in inhoud or bytes(zout) in inhoud for inhoud in bestanden)
