"""Keys, links and sessions, on both databases."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.facts import Context, NietGevonden, OngeldigeInvoer
from shared.profiel.schema import Rol
from shared.web.toegang import Toegang, Wie, open_toegang
from shared.web.toegang.facts import Aangemeld, AanmeldlinkGemaakt, Afgemeld, SleutelGemaakt, SleutelIngetrokken
from shared.web.toegang.recent import SECONDS, Recent
from shared.web.toegang.sessions import IDLE, WHOLE
from shared.web.weigering import GeenToegang
from tests.wachten import wacht_tot_async


class Tijd:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.nu = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Say how late it is."""
        return self.nu


@pytest.fixture
def tijd() -> Tijd:
    """Three in the morning."""
    return Tijd()


@pytest.fixture
def store(database: str, tijd: Tijd) -> Iterator[Toegang]:
    """An access store that remembers nothing between two questions, so that each asks the database."""
    opened = open_toegang(database, tijd)
    opened._recent = Recent(seconds=0)
    yield opened
    opened.close()


def code_uit(pad: str) -> str:
    """The code of a sign-in link."""
    return pad.partition("code=")[2]


async def meld_aan(store: Toegang, code: str) -> str:
    """Sign in as the door does."""
    return await store.meld_aan(code, Context(op=store._klok(), correlatie="test"))


async def wie_van_sessie(store: Toegang, code: str) -> Wie:
    """Who has this session: there must be one."""
    found = await store.by_session(code)
    assert found is not None
    return found


async def test_een_sleutel_geeft_haar_rol(store: Toegang) -> None:
    """A key gives the role and the place it was made for."""
    secret = store.maak_sleutel(Rol.COA, label="locatie", locatie="rokkeveenseweg", gemeente="gm0637")
    found = await store.by_key(secret)
    assert found is not None
    assert (found.rol, found.locatie, found.gemeente) == (Rol.COA, "rokkeveenseweg", "gm0637")
    assert found.csrf == ""


async def test_wat_geen_sleutel_is_geeft_niemand(store: Toegang) -> None:
    """A guess, a part of a key and a session code are no keys."""
    secret = store.maak_sleutel(Rol.OOV, label="x")
    session = await meld_aan(store, code_uit(store.maak_link(Rol.BEHEER)))
    for wrong in ("", "mk_", secret[:-1], secret + "x", session, "é\x00"):
        assert await store.by_key(wrong) is None
    assert await store.by_session(secret) is None


async def test_een_ingetrokken_sleutel_werkt_niet_meer(store: Toegang) -> None:
    """A withdrawn key is nobody; withdrawing twice changes nothing."""
    secret = store.maak_sleutel(Rol.OOV, label="x")
    key = store.sleutels()[0]
    store.trek_in(key.id)
    store.trek_in(key.id)
    assert await store.by_key(secret) is None
    assert store.sleutels()[0].ingetrokken_op is not None
    assert [type(r.fact) for r in store.ledger.read(0, 10)] == [SleutelGemaakt, SleutelIngetrokken]


@pytest.mark.parametrize("wrong", ["x", "00000000-0000-0000-0000-000000000000"])
def test_een_onbekende_sleutel_intrekken_wordt_geweigerd(store: Toegang, wrong: str) -> None:
    """Withdrawing what does not exist says so."""
    with pytest.raises(NietGevonden):
        store.trek_in(wrong)


async def test_een_sleutel_verloopt(store: Toegang, tijd: Tijd) -> None:
    """A key with a term works until then."""
    secret = store.maak_sleutel(Rol.OOV, label="x", geldig_tot=tijd.nu + timedelta(days=1))
    assert await store.by_key(secret)
    tijd.nu += timedelta(days=1)
    assert await store.by_key(secret) is None


def test_coa_heeft_altijd_een_locatie(store: Toegang) -> None:
    """Who only may see their own location must have one."""
    with pytest.raises(OngeldigeInvoer):
        store.maak_sleutel(Rol.COA, label="x")
    with pytest.raises(OngeldigeInvoer):
        store.maak_link(Rol.COA)


async def test_een_link_werkt_een_keer(store: Toegang) -> None:
    """The second to use a link is refused."""
    code = code_uit(store.maak_link(Rol.BURGEMEESTER, gemeente="gm0637"))
    session = await meld_aan(store, code)
    found = await wie_van_sessie(store, session)
    assert (found.rol, found.gemeente) == (Rol.BURGEMEESTER, "gm0637")
    with pytest.raises(GeenToegang):
        await meld_aan(store, code)


async def test_van_twee_tegelijk_komt_er_een_binnen(store: Toegang) -> None:
    """Ten who use a link in the same moment: one session."""
    code = code_uit(store.maak_link(Rol.OOV))
    results = await asyncio.gather(*(meld_aan(store, code) for _ in range(10)), return_exceptions=True)
    assert sum(isinstance(result, str) for result in results) == 1
    assert sum(isinstance(result, GeenToegang) for result in results) == 9


@pytest.mark.parametrize("wrong", ["", "x", "mk_1234"])
async def test_een_verzonnen_link_werkt_niet(store: Toegang, wrong: str) -> None:
    """A guessed code is refused."""
    with pytest.raises(GeenToegang):
        await meld_aan(store, wrong)


async def test_een_link_verloopt(store: Toegang, tijd: Tijd) -> None:
    """A link has a term."""
    code = code_uit(store.maak_link(Rol.OOV, geldig=timedelta(minutes=15)))
    tijd.nu += timedelta(minutes=15)
    with pytest.raises(GeenToegang):
        await meld_aan(store, code)


async def test_elke_aanmelding_is_een_nieuwe_sessie(store: Toegang) -> None:
    """A session's code is made at sign-in, different each time, with its own form token."""
    first = await meld_aan(store, code_uit(store.maak_link(Rol.OOV)))
    second = await meld_aan(store, code_uit(store.maak_link(Rol.OOV)))
    one, other = await wie_van_sessie(store, first), await wie_van_sessie(store, second)
    assert first != second
    assert one.id != other.id
    assert len({one.csrf, other.csrf, first, second}) == 4


async def test_een_stille_sessie_verloopt(store: Toegang, tijd: Tijd) -> None:
    """Each request keeps a session; without one it ends, long before its whole term."""
    session = await meld_aan(store, code_uit(store.maak_link(Rol.PIKET)))
    for _ in range(3):
        tijd.nu += IDLE * 0.75
        assert await store.by_session(session)
    tijd.nu += IDLE
    assert IDLE * 3.25 < WHOLE
    assert await store.by_session(session) is None


async def test_ook_een_drukke_sessie_eindigt(store: Toegang, tijd: Tijd) -> None:
    """However busy, a session ends after its whole term."""
    session, end = await meld_aan(store, code_uit(store.maak_link(Rol.PIKET))), tijd.nu + WHOLE
    while tijd.nu + timedelta(hours=1) < end:
        tijd.nu += timedelta(hours=1)
        assert await store.by_session(session)
    tijd.nu = end
    assert await store.by_session(session) is None


async def test_afmelden_beeindigt_de_sessie(store: Toegang) -> None:
    """After signing out the cookie is worth nothing."""
    session = await meld_aan(store, code_uit(store.maak_link(Rol.OOV)))
    await store.meld_af(await wie_van_sessie(store, session), Context(op=store._klok(), correlatie="test"))
    assert await store.by_session(session) is None
    assert [type(r.fact) for r in store.ledger.read(0, 10)] == [AanmeldlinkGemaakt, Aangemeld, Afgemeld]


def test_zonder_sleutel_en_aanmelding_is_er_geen_account(store: Toegang) -> None:
    """A link that nobody used is no account: `start` may print another."""
    assert not store.heeft_accounts()
    store.maak_link(Rol.BEHEER)
    assert not store.heeft_accounts()


async def test_een_gebruikte_link_of_een_sleutel_is_een_account(store: Toegang) -> None:
    """Whoever signed in once is an account, and so is a key until it is withdrawn."""
    store.maak_sleutel(Rol.OOV, label="x")
    assert store.heeft_accounts()
    store.trek_in(store.sleutels()[0].id)
    assert not store.heeft_accounts()
    await meld_aan(store, code_uit(store.maak_link(Rol.BEHEER)))
    assert store.heeft_accounts()


async def test_geen_geheim_staat_in_de_opslag(tmp_path: Path, tijd: Tijd) -> None:
    """No key, link or session is readable anywhere in the file, and no label in the facts."""
    store = open_toegang(str(tmp_path), tijd)
    secret = store.maak_sleutel(Rol.OOV, label="telefoon van Jan")
    code = code_uit(store.maak_link(Rol.OOV))
    session = await meld_aan(store, code)
    facts = b"".join(recorded.data for recorded in store.ledger.read(0, 10))
    store.close()
    files = await asyncio.to_thread(lambda: list(tmp_path.iterdir()))
    stored = b"".join(path.read_bytes() for path in files)
    assert not [known for known in (secret, code, session) if known.encode() in stored]
    assert b"Jan" not in facts


async def test_intrekken_in_een_ander_proces_werkt_binnen_vijf_seconden(database: str, tijd: Tijd) -> None:
    """What another process withdrew is forgotten here within the time that is promised."""
    here, there = open_toegang(database, tijd), open_toegang(database, tijd)
    here._recent = Recent(seconds=0.05)
    secret = here.maak_sleutel(Rol.OOV, label="x")
    assert await here.by_key(secret)
    there.trek_in(there.sleutels()[0].id)

    async def gone() -> bool:
        return await here.by_key(secret) is None

    await wacht_tot_async(gone, 2)
    here.close()
    there.close()
    assert SECONDS <= 5
