"""The erasure register: a line on disk before anything is erased, whatever breaks, and nothing of what it was."""

import asyncio
import fcntl
import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from shared.contracts.elk import GegevensVernietigd
from shared.facts import Recorded
from shared.ledger import Ledger, StoreUnavailable, Transaction
from shared.wisregister import KLUIS, STAND, RegisterFout, Wisregel, Wisregister, begin_van, laatste, lees
from tests.fixtures.opslag import MakeLedger
from tests.shared.test_ledger import CONTEXT, Geteld, add

NU = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def register(tmp_path: Path) -> Wisregister:
    return Wisregister(tmp_path / "elders" / "register.jsonl")


@pytest.fixture
def ledger(make_ledger: MakeLedger, database: str, register: Wisregister) -> Ledger:
    """A ledger that is watched, on each of the databases."""
    ledger = make_ledger("intake", [Geteld, GegevensVernietigd], database=database)
    register.waak(ledger)
    return ledger


def regel(betreft: UUID | None = None, **anders: object) -> Wisregel:
    """A line."""
    velden: dict[str, object] = {
        "opslag": "intake",
        "keten": "a" * 32,
        "op": NU,
        "soort": "contact",
        "betreft": betreft,
    }
    return Wisregel.model_validate({**velden, **anders})


def wis(ledger: Ledger, betreft: UUID | None = None) -> UUID:
    """Erase something that names itself."""
    wat = betreft or uuid4()

    def use_case(tx: Transaction) -> None:
        tx.append(uuid4(), GegevensVernietigd(gemeente="gm0637", soort="contact", reden="op verzoek", betreft=wat))

    ledger.run_sync(use_case, CONTEXT)
    return wat


def test_de_regel_staat_er_voor_de_wissing(ledger: Ledger, register: Wisregister) -> None:
    """When the line is written the fact cannot be read yet; only ids and a moment stand in it."""
    bij_het_schrijven: list[tuple[int, int]] = []

    def kijk(_: Sequence[Recorded]) -> None:
        bij_het_schrijven.append((len(lees(register.path)), ledger.last_place()))

    ledger.before_commit(GegevensVernietigd, kijk)
    wat = wis(ledger)
    assert bij_het_schrijven == [(1, 0)]
    staat = json.loads(register.path.read_text())
    assert staat.keys() == {"opslag", "keten", "plaats", "op", "soort", "betreft"}
    assert (staat["opslag"], staat["keten"], staat["betreft"]) == ("intake", ledger.chain_id, str(wat))
    assert register.path.stat().st_mode & 0o777 == 0o600


async def test_zonder_regel_geen_wissing(ledger: Ledger, register: Wisregister) -> None:
    """When the register cannot be written nothing is erased, and who writes something else is not held up."""
    register.path.parent.write_text("a file where its folder must be")
    wissen = [asyncio.to_thread(wis, ledger) for _ in range(3)]
    anders = [ledger.run(add(uuid4(), n), CONTEXT) for n in range(20)]
    uitkomst = await asyncio.gather(*wissen, *anders, return_exceptions=True)
    assert [type(een) for een in uitkomst[:3]] == [StoreUnavailable] * 3
    assert "wisregister" in str(uitkomst[0])
    assert [een for een in uitkomst[3:] if een is not None] == []
    assert {recorded.naam for recorded in ledger.read(0, 99)} == {"Geteld"}
    assert ledger.verify() is None


def test_wat_er_al_was_komt_erin(make_ledger: MakeLedger, register: Wisregister) -> None:
    """Erased before there was a register, or by a machine with its own: at the next start it stands here, once."""
    ledger = make_ledger("intake", [Geteld, GegevensVernietigd])
    eerst = wis(ledger)
    assert register.ontbreekt(ledger) == 1
    assert register.werk_bij(ledger, NU) == 1
    register.waak(ledger)
    dan = wis(ledger)
    assert register.werk_bij(ledger, NU) == 0
    Wisregister(register.path.with_name("ander.jsonl")).waak(ledger)
    assert [een.betreft for een in lees(register.path) if een.soort != STAND] == [eerst, dan]
    assert register.ontbreekt(ledger) == 0


def test_een_teruggezet_grootboek_kent_zijn_oude_regels(make_ledger: MakeLedger, register: Wisregister) -> None:
    """Under its new id nothing is written again that stood here under the old one."""
    ledger = make_ledger("intake", [Geteld, GegevensVernietigd])
    wis(ledger)
    register.werk_bij(ledger, NU)
    ledger.chain_id = f"{ledger.chain_id}.1234"
    assert register.ontbreekt(ledger) == 0
    assert register.werk_bij(ledger, NU) == 0
    assert begin_van(ledger.chain_id) == lees(register.path)[0].keten


@pytest.mark.parametrize("staart", [b'{"opslag":"int', b'{"opslag":\xff\x00'])
def test_een_afgebroken_laatste_regel(register: Wisregister, staart: bytes) -> None:
    """Who wrote it died before its erasure: it is left out, and the next line stands by itself."""
    een, twee = regel(uuid4()), regel(uuid4())
    register.noteer([een])
    with register.path.open("ab") as bestand:
        bestand.write(staart)
    assert lees(register.path) == [een]
    register.noteer([twee])
    assert lees(register.path) == [een, twee]


def test_een_beschadigde_regel_wordt_genoemd(register: Wisregister) -> None:
    """By its number, with how to go on; a register that is not there is named, too."""
    with pytest.raises(RegisterFout, match="niet te lezen"):
        lees(register.path)
    register.noteer([regel(uuid4()), regel(uuid4())])
    heel = register.path.read_bytes()
    register.path.write_bytes(b"x" + heel)
    with pytest.raises(RegisterFout, match=r"Regel 1 .* haal die regel weg"):
        lees(register.path)


def test_velen_tegelijk(register: Wisregister) -> None:
    """Several processes write to one register: every line stands there, whole."""
    nummers = [[uuid4() for _ in range(40)] for _ in range(4)]

    def schrijf(eigen: list[UUID]) -> None:
        for nummer in eigen:
            Wisregister(register.path).noteer([regel(nummer)])

    draden = [threading.Thread(target=schrijf, args=(eigen,)) for eigen in nummers]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert {een.betreft for een in lees(register.path)} == {nummer for eigen in nummers for nummer in eigen}


def test_wie_aan_het_schrijven_is_wordt_niet_afgeknipt(register: Wisregister) -> None:
    """A half line is only taken away when nobody is busy with it: who comes next waits."""
    eerst, dan = regel(uuid4()), regel(uuid4())
    register.noteer([])
    with register.path.open("ab", buffering=0) as bezig:
        fcntl.flock(bezig, fcntl.LOCK_EX)
        heel = f"{eerst.model_dump_json()}\n".encode()
        bezig.write(heel[:20])
        ander = threading.Thread(target=register.noteer, args=([dan],))
        ander.start()
        ander.join(0.2)
        bezig.write(heel[20:])
    ander.join()
    assert lees(register.path) == [eerst, dan]


def test_van_elk_ding_de_laatste_regel() -> None:
    """Of a text that was masked twice only how it was left counts; what says how far it goes is no erasure."""
    wie = uuid4()
    deel = regel(wie, soort="deel-van-tekst", zegel="aa", nieuw_zegel="bb")
    rest = regel(wie, soort="tekst", zegel="aa", nieuw_zegel="cc")
    contact, kluis = regel(wie), regel(wie, opslag="kluis", soort=KLUIS)
    assert laatste([deel, contact, regel(soort=STAND), kluis, rest]) == [rest, contact, kluis]
