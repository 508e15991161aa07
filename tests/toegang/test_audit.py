"""Who looked at what and did what: a line for each, that nobody can change unseen, and that ends after its term."""

import asyncio
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.ledger import Overloaded, StoreUnavailable
from shared.profiel.schema import Rol
from shared.web.audit import Audit, Herkomst, Regel, Resultaat
from shared.web.audit.audit import HOOGSTENS
from shared.web.audit.regel import uit_status
from shared.web.audit.vraag import Vraag
from shared.web.toegang import Toegang, open_toegang
from tests.shared import deuren
from tests.web import bezoeker, csrf_uit, met_sessie, met_sleutel, nu, proefsite

API, PAGINA = "/intake/v1/dingen", "/meldingen"
EEN = "74995e04-c21b-52c3-bbee-8139f196e7a1"
TOEN = datetime(2026, 11, 1, 3, tzinfo=UTC)


def regel(op: datetime = TOEN, **anders: str) -> Regel:
    """A line."""
    velden = {"wie": "w", "rol": "oov", "actie": "melding.lezen", "betreft": "GET /x", **anders}
    return Regel(op=op, resultaat=Resultaat.GELUKT, herkomst=Herkomst.PAGINA, **velden)


@pytest.fixture
def store(database: str) -> Iterator[Toegang]:
    """An access store on each database."""
    opened = open_toegang(database, nu)
    yield opened
    opened.close()


async def gelezen(audit: Audit, **vraag: str) -> list[tuple[str, ...]]:
    """The lines, the oldest first: role, action, object, result."""
    regels = await audit.regels(Vraag(**vraag))
    return [(een.rol, een.actie, een.betreft, str(een.resultaat)) for een in reversed(regels)]


async def test_een_blik_is_een_regel(toegang: Toegang) -> None:
    """Looking leaves who, in which role, at what, with which result and by which way; the query stays out."""
    app = proefsite(toegang, apis={"intake": deuren.api()}, paginas=[deuren.paginas()])
    await met_sleutel(app, toegang, Rol.OOV).get(API, params={"perPagina": 3})
    (een,) = await toegang.audit.regels(Vraag())
    assert (een.rol, een.actie, een.betreft) == ("oov", "meldingen.lezen", f"GET {API}")
    assert (een.resultaat, een.herkomst) == (Resultaat.GELUKT, Herkomst.API)
    assert een.wie == toegang.sleutels()[0].id
    assert len(een.spoor) == 32


async def test_een_daad_staat_er_voor_en_na(toegang: Toegang) -> None:
    """An action is on disk before it is done, and how it ended after; signing in is one too."""
    app = proefsite(toegang, paginas=[deuren.paginas()])
    client = await met_sessie(app, toegang, Rol.OOV)
    await client.post(PAGINA, data={"csrf": csrf_uit((await client.get(PAGINA)).text)})
    assert await gelezen(toegang.audit) == [
        ("oov", "aanmelden", "POST /aanmelden", "gelukt"),
        ("oov", "meldingen.lezen", f"GET {PAGINA}", "gelukt"),
        ("oov", "meldingen.lezen", f"POST {PAGINA}", "begonnen"),
        ("oov", "meldingen.lezen", f"POST {PAGINA}", "gelukt"),
    ]
    assert len({een.wie for een in await toegang.audit.regels(Vraag())}) == 1


async def test_een_melding_heeft_genoeg_aan_een_regel_achteraf(toegang: Toegang) -> None:
    """A report is a fact with the same trace before it is answered; its one line says who sent it."""
    app = proefsite(toegang, apis={"intake": deuren.api()})
    await met_sleutel(app, toegang, Rol.MELDPUNT).post(API, json={"verplicht": "x"})
    ((rol, actie, betreft, resultaat),) = await gelezen(toegang.audit)
    assert (rol, actie, betreft) == ("meldpunt", "melding.doen", f"POST {API}")
    assert resultaat != "begonnen"


async def test_ook_een_weigering_is_een_regel(toegang: Toegang) -> None:
    """Refused: by role with who it was; of who is nobody to us, equal ones are counted in one line."""
    app = proefsite(toegang, apis={"intake": deuren.api()}, paginas=[deuren.paginas()])
    await met_sleutel(app, toegang, Rol.RAAD).get(API)
    for _ in range(5):
        await bezoeker(app).get(API)
    await bezoeker(app).get("/intake/v1/fouten/weg")
    assert await gelezen(toegang.audit) == [
        ("raad", "meldingen.lezen", f"GET {API}", "geweigerd"),
        ("publiek", "meldingen.lezen", f"GET {API}", "niet-aangemeld"),
    ]
    (geteld,) = await toegang.audit.regels(Vraag(resultaat="niet-aangemeld"))
    assert geteld.aantal == 5


async def test_wat_iemand_typte_staat_er_niet_in(toegang: Toegang) -> None:
    """A path that is no number or code of ours is left out, and so is an address of the internet."""
    app = proefsite(toegang, apis={"intake": deuren.api()})
    await met_sleutel(app, toegang, Rol.OOV).get("/intake/v1/locaties/Iemand Verzonnen 0612345678")
    ((*_, betreft, _),) = await gelezen(toegang.audit)
    assert betreft == "GET /intake/v1/locaties/…"
    opgeslagen = toegang.audit.ledger.query_sync("SELECT * FROM audit_regels")
    assert "127.0.0.1" not in str(opgeslagen)


async def test_het_publiek_laat_niets_achter(toegang: Toegang) -> None:
    """Who did not sign in and was not refused is no line: what it did stands in the ledger of the service."""
    app = proefsite(toegang, apis={"intake": deuren.api()}, paginas=[deuren.paginas()])
    await bezoeker(app).get("/hulp")
    await bezoeker(app).post(API, json={"verplicht": "x"})
    assert await gelezen(toegang.audit) == []


@pytest.mark.parametrize(
    ("status", "resultaat"),
    [
        (200, "gelukt"),
        (303, "gelukt"),
        (400, "afgewezen"),
        (404, "niet-gevonden"),
        (409, "afgewezen"),
        (500, "mislukt"),
    ],
)
def test_hoe_het_afliep(status: int, resultaat: str) -> None:
    """The result is what the answer says."""
    assert uit_status(status) == resultaat


async def test_wat_niet_kan_is_afgewezen(toegang: Toegang) -> None:
    """What was begun and refused says both."""
    app = proefsite(toegang, apis={"intake": deuren.api()})
    await met_sleutel(app, toegang, Rol.OOV).post(f"{API}/_sluit", json={})
    uitkomsten = [uitkomst for *_, uitkomst in await gelezen(toegang.audit)]
    assert uitkomsten == ["begonnen", "afgewezen"]


async def test_vragen(store: Toegang) -> None:
    """By time, role, action, object, result and by whom."""
    store.audit.schrijf(regel(), regel(TOEN + timedelta(hours=1), rol="raad"), regel(betreft="GET /y_z", wie="ander"))
    assert [r for r, *_ in await gelezen(store.audit, rol="raad")] == ["raad"]
    assert len(await gelezen(store.audit, betreft="_")) == 1
    assert len(await gelezen(store.audit, wie="ande")) == 1
    assert await gelezen(store.audit, actie="melding.doen") == []
    assert len(await store.audit.regels(Vraag(vanaf=TOEN + timedelta(minutes=1)))) == 1
    assert len(await store.audit.regels(Vraag(tot=TOEN))) == 0


@pytest.mark.parametrize(
    "ingreep",
    [
        "UPDATE audit_regels SET rol = 'raad' WHERE nr = 0",
        "UPDATE audit_regels SET aantal = 2 WHERE nr = 1",
        "DELETE FROM audit_regels WHERE nr = 1",
        "DELETE FROM audit_regels",
        "DELETE FROM audit_delen",
        "INSERT INTO audit_regels SELECT 'c0ffee00-0000-4000-8000-000000000000', nr, op, wie, rol, actie, betreft,"
        " resultaat, herkomst, spoor, plek, aantal FROM audit_regels",
    ],
)
def test_wat_veranderd_is_komt_uit(tmp_path: Path, ingreep: str) -> None:
    """A line that was changed, left out or added shows; untouched ones do not."""
    store = open_toegang(str(tmp_path), nu)
    store.audit.schrijf(regel(), regel(rol="politie"))
    assert list(store.audit.gebreken()) == []
    with sqlite3.connect(tmp_path / "audit.db") as ander:
        ander.execute(ingreep)
    assert len(list(store.audit.gebreken())) == 1
    assert store.audit.ledger.verify() is None
    store.close()


def test_na_de_termijn_is_een_regel_weg(store: Toegang) -> None:
    """What is older is erased; what is not stays as it was sealed, and a line that is gone too early shows."""
    store.audit.schrijf(regel(rol="piket"))
    store.audit.schrijf(regel(TOEN + timedelta(days=2)))
    assert store.audit.ruim_op(TOEN + timedelta(days=1), TOEN + timedelta(days=3)) == 1
    assert [rij[0] for rij in store.audit.ledger.query_sync("SELECT rol FROM audit_regels")] == ["oov"]
    assert list(store.audit.gebreken()) == []
    assert store.audit.ruim_op(TOEN + timedelta(days=1), TOEN + timedelta(days=3)) == 0


def test_gewist_is_van_de_schijf(tmp_path: Path) -> None:
    """Of an erased line no byte is left in the file or beside it."""
    store = open_toegang(str(tmp_path), nu)
    store.audit.schrijf(regel(betreft="GET /maatregelen/0e5f5d0c-wis-mij"))
    store.audit.ruim_op(TOEN + timedelta(days=1), TOEN + timedelta(days=3))
    assert b"wis-mij" not in b"".join(pad.read_bytes() for pad in tmp_path.iterdir())
    store.close()


async def test_wat_niet_te_bewaren_is_wacht(toegang: Toegang, tmp_path: Path) -> None:
    """While the store cannot take them lines wait; nothing is lost, and who is signed in goes no further when full."""
    with sqlite3.connect(tmp_path / "audit.db") as ander:
        ander.execute("ALTER TABLE audit_regels RENAME TO weg")
    await toegang.audit.leg_vast(regel())
    toegang.audit.noteer(regel())
    with pytest.raises(StoreUnavailable):
        await toegang.audit.spoel()
    toegang.audit._wachtend *= HOOGSTENS // 2
    with pytest.raises(Overloaded):
        toegang.audit.eis_ruimte()
    toegang.audit._wachtend = toegang.audit._wachtend[:2]
    with sqlite3.connect(tmp_path / "audit.db") as ander:
        ander.execute("ALTER TABLE weg RENAME TO audit_regels")
    assert len(await gelezen(toegang.audit)) == 2


def test_wie_stopt_bewaart_eerst(tmp_path: Path) -> None:
    """What waits at a stop is written."""

    async def kort() -> None:
        store = open_toegang(str(tmp_path), nu)
        store.audit.noteer(regel())
        store.audit.tel(regel(rol="publiek"))
        store.close()

    asyncio.run(kort())
    with sqlite3.connect(tmp_path / "audit.db") as ander:
        assert ander.execute("SELECT COUNT(*) FROM audit_regels").fetchone() == (2,)
