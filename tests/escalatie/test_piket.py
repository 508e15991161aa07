"""The rota: who has duty, standing in and swapping."""

import httpx
import pytest

from shared.contracts.escalatie.piket import PiketGewijzigd
from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.escalatie.gegeven import BEGIN, DAG, UUR
from tests.escalatie.opstelling import Opstelling, Opzetten
from tests.escalatie.piket import PAD, WEEK, nu, site_van, stuk
from tests.web import met_sleutel


async def test_wie_heeft_nu_piket(piket: tuple[Opstelling, httpx.AsyncClient]) -> None:
    """Who has duty now and after that; a question about another moment is answered too."""
    _, client = piket
    rooster = await nu(client)
    assert rooster["nu"]["dienst"] in rooster["diensten"]
    assert rooster["gaten"] == []
    later = await nu(client, van=(BEGIN + WEEK).isoformat())
    assert later["nu"]["dienst"] != rooster["nu"]["dienst"]


async def test_vervangen_en_terugnemen(piket: tuple[Opstelling, httpx.AsyncClient]) -> None:
    """Somebody stands in for an evening; taken back, the rotation holds again."""
    keten, client = piket
    gewoon = (await nu(client))["nu"]["dienst"]
    ander = next(code for code in ("piket-a", "piket-b", "piket-c") if code != gewoon)
    antwoord = await client.post(f"{PAD}/wijzigingen", json=stuk(ander, keten.nu - UUR, 4))
    assert (antwoord.status_code, antwoord.json()["nu"]["dienst"]) == (201, ander)
    [wijziging] = antwoord.json()["wijzigingen"]
    terug = await client.post(f"{PAD}/wijzigingen/{wijziging['wijzigingId']}/_verval", json={})
    assert terug.json()["nu"]["dienst"] == gewoon
    weer = await client.post(f"{PAD}/wijzigingen/{wijziging['wijzigingId']}/_verval", json={})
    assert weer.status_code == 404
    assert keten.ledger.views_differ() == []


async def test_ruilen(piket: tuple[Opstelling, httpx.AsyncClient]) -> None:
    """Two seats take each other's stretch; taking back one half takes back the swap."""
    keten, client = piket
    een, ander = stuk("piket-a", keten.nu, 5), stuk("piket-b", keten.nu + 3 * DAG, 5)
    geruild = await client.post(f"{PAD}/_ruil", json={"een": een, "ander": ander})
    assert geruild.status_code == 201
    assert geruild.json()["nu"]["dienst"] == "piket-b"
    assert {wijziging["soort"] for wijziging in geruild.json()["wijzigingen"]} == {"ruil"}
    half = geruild.json()["wijzigingen"][1]["wijzigingId"]
    assert (await client.post(f"{PAD}/wijzigingen/{half}/_verval", json={})).json()["wijzigingen"] == []


@pytest.mark.parametrize(
    ("invoer", "veld"),
    [
        (stuk("jan-de-vries", BEGIN, 2), "dienst"),
        (stuk("piket-a", BEGIN, -2), "tot"),
        (stuk("piket-a", BEGIN, 24 * 400), "tot"),
        ({"dienst": "piket-a", "van": "morgen", "tot": "overmorgen"}, "van"),
        ({**stuk("piket-a", BEGIN, 2), "naam": "Jan"}, "naam"),
    ],
)
async def test_wat_het_rooster_niet_aanneemt(
    piket: tuple[Opstelling, httpx.AsyncClient], invoer: dict[str, str], veld: str
) -> None:
    """A name, an end before the beginning, a year and more, no time: refused with the field, and nothing is a fact."""
    keten, client = piket
    antwoord = await client.post(f"{PAD}/wijzigingen", json=invoer)
    assert (antwoord.status_code, antwoord.json()["fouten"][0]["veld"]) == (400, veld)
    assert keten.feiten(PiketGewijzigd) == []


async def test_niet_iedereen_wijzigt_het_rooster(zet_op: Opzetten, toegang: Toegang) -> None:
    """The police reads the rota and does not change it; the council sees nothing of it."""
    site = site_van(zet_op(), toegang)
    async with met_sleutel(site, toegang, Rol.POLITIE) as politie, met_sleutel(site, toegang, Rol.RAAD) as raad:
        assert (await politie.get(PAD)).status_code == 200
        assert (await politie.post(f"{PAD}/wijzigingen", json=stuk("piket-a", BEGIN, 2))).status_code == 403
        assert (await raad.get(PAD)).status_code == 403
