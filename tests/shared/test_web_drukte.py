"""More at once than can be answered: a quick no, to that kind of request alone."""

from collections.abc import AsyncIterator

import pytest

from shared.profiel.schema import Rol
from shared.web import Toegang
from shared.web.crowd import DOORS, Crowd
from shared.web.edge import Edge
from shared.web.weigering import TeDruk
from tests.shared import deuren
from tests.shared.deuren import vol
from tests.web import bezoeker, met_sleutel, proefsite

DINGEN, TEL = "/intake/v1/dingen", "/intake/v1/dingen/_tel"
DING = {"verplicht": "x"}
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def app(toegang: Toegang) -> Edge:
    """A site whose places can be taken."""
    site = proefsite(toegang, apis={"intake": deuren.api()}, paginas=[deuren.paginas()])
    assert isinstance(site, Edge)
    return site


class Stroom:
    """A body in parts, that looks how many are inside while it comes."""

    def __init__(self, app: Edge) -> None:
        self._inside = app.facilities.crowd._inside
        self.gezien: list[int] = []

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for deel in (b'{"verplicht"', b': "x"}'):
            self.gezien.append(self._inside.total())
            yield deel


async def test_wie_er_niet_bij_kan_hoort_het_en_komt_terug(app: Edge) -> None:
    """With every place taken a program hears when to come back and that nothing was kept; then there is room again."""
    client = bezoeker(app)
    with vol(app, "melding.doen"):
        for _ in range(2):
            antwoord = await client.post(DINGEN, json=DING)
            assert (antwoord.status_code, antwoord.headers["retry-after"]) == (503, "5")
            assert antwoord.headers["content-type"] == "application/problem+json"
            assert "niet bewaard" in antwoord.json()["detail"]
    assert (await client.post(DINGEN, json=DING)).json()["gedaan"] == 1


async def test_de_laatste_plaats_is_te_nemen_en_komt_weer_vrij(app: Edge) -> None:
    """One place is enough for one after the other, also where one of them goes wrong."""
    client = bezoeker(app)
    with vol(app, "melding.volgen", over=1):
        soorten = ("onverwacht", "domein", "weg")
        assert [(await client.get(f"/intake/v1/fouten/{soort}")).status_code for soort in soorten] == [500, 409, 404]


async def test_een_vloed_neemt_niemand_anders_zijn_plaats_af(app: Edge, toegang: Toegang) -> None:
    """The public may fill its own door: the desk, who follows a melding, and the monitor come in as always."""
    desk, publiek = met_sleutel(app, toegang, Rol.MELDPUNT), bezoeker(app)
    with vol(app, "melding.doen"):
        assert (await publiek.post(DINGEN, json=DING)).status_code == 503
        assert (await desk.post(DINGEN, json=DING)).status_code == 201
        assert (await publiek.post(TEL)).status_code == 200
        assert (await publiek.get("/gezond")).status_code == 200
    with vol(app, "melding.doen", aangemeld=True):
        assert (await publiek.post(DINGEN, json=DING)).status_code == 201
        assert (await desk.post(DINGEN, json=DING)).status_code == 503


async def test_ook_een_formulier_hoort_het_in_gewone_taal(app: Edge) -> None:
    """A browser gets a page."""
    with vol(app, "melding.doen"):
        antwoord = await bezoeker(app).post("/melden", data={"a": "b"})
    assert (antwoord.status_code, antwoord.headers["retry-after"]) == (503, "5")
    assert "nu te druk" in antwoord.text
    assert antwoord.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(("pad", "soort", "status"), [(DINGEN, "json", 201), ("/melden", "x-www-form-urlencoded", 200)])
async def test_wie_langzaam_stuurt_houdt_geen_plaats_bezet(app: Edge, pad: str, soort: str, status: int) -> None:
    """A place is taken when the whole request is there; who never ends one keeps nobody out."""
    stroom = Stroom(app)
    kop = {"Content-Type": f"application/{soort}"}
    antwoord = await bezoeker(app).post(pad, content=stroom, headers=kop)
    assert (antwoord.status_code, stroom.gezien) == (status, [0, 0])


async def test_een_tweede_nee_kost_bijna_niets(app: Edge) -> None:
    """Where the like was refused, not even the body is read any more."""
    client, stroom = bezoeker(app), Stroom(app)
    with vol(app, "melding.doen"):
        assert (await client.post(DINGEN, json=DING)).status_code == 503
        assert (await client.post(DINGEN, content=stroom, headers=JSON)).status_code == 503
    assert stroom.gezien == []


def test_het_geheugen_voor_deuren_groeit_niet() -> None:
    """Addresses with numbers in them are without end; what is remembered of them is not."""
    crowd = Crowd(places=0)
    for nummer in range(DOORS + 5):
        door = ("GET", f"/meldingen/{nummer}", False)
        with pytest.raises(TeDruk), crowd.place(door, "melding.lezen", signed_in=False):
            pass
        assert crowd.is_full(door)
    assert len(crowd._refused) == 5
