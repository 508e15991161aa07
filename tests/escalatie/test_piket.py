"""The rota as it works: who is warned, standing in and swapping, calendars, gaps, and handing over."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from shared.contracts.escalatie import AlarmNietVerzonden, AlarmVerzonden, DrempelOverschreden, EscalatieGeopend
from shared.contracts.escalatie.piket import PiketgatGevonden, PiketGewijzigd, PiketOvergedragen
from shared.facts import Context
from shared.profiel import Profiel, lees
from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.escalatie.gegeven import BEGIN, DAG, MINUUT, UUR, incident
from tests.escalatie.ontvangers import webhook
from tests.escalatie.opstelling import CORRELATIE, Opstelling, Opzetten
from tests.web import met_sleutel, proefsite

PAD = "/escalatie/v1/piketrooster"
WEEK = timedelta(days=7)


def site_van(keten: Opstelling, toegang: Toegang) -> ASGIApp:
    """The site as the product serves it."""
    assert keten.dienst.paginas is not None
    return proefsite(toegang, apis={"escalatie": keten.dienst.api}, paginas=[keten.dienst.paginas])


@pytest.fixture
async def piket(zet_op: Opzetten, toegang: Toegang) -> AsyncIterator[tuple[Opstelling, httpx.AsyncClient]]:
    """Escalatie with a rota, and a client with the key of the role that changes it."""
    keten = zet_op(politie="bewaar://", oov="bewaar://")
    async with aclosing(met_sleutel(site_van(keten, toegang), toegang, Rol.PIKET)) as client:
        yield keten, client


async def begin(keten: Opstelling) -> None:
    """Start as the product does."""
    assert keten.dienst.aan_het_begin
    await keten.dienst.aan_het_begin(Context(keten.nu, CORRELATIE))


def stuk(dienst: str, van: datetime, uren: float) -> dict[str, str]:
    """A stretch as the API takes it."""
    return {"dienst": dienst, "van": van.isoformat(), "tot": (van + uren * UUR).isoformat()}


async def nu(client: httpx.AsyncClient, **vraag: str) -> dict[str, Any]:
    """The rota as it is now."""
    antwoord = await client.get(PAD, params=vraag)
    assert antwoord.status_code == 200, antwoord.text
    [rooster] = antwoord.json()["roosters"]
    return dict(rooster)


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


AGENDA = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//proef//NL
BEGIN:VEVENT
UID:weekend@proef
DTSTART;TZID=Europe/Amsterdam:20261128T090000
DTEND;TZID=Europe/Amsterdam:20261130T090000
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;TZID=Europe/Amsterdam:20261205T090000
SUMMARY:piket-c (J. Jansen)
END:VEVENT
BEGIN:VEVENT
UID:kerst@proef
DTSTART;VALUE=DATE:20261225
SUMMARY:piket-a
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


async def test_een_agenda_inlezen(piket: tuple[Opstelling, httpx.AsyncClient]) -> None:
    """Repeated events are written out, exceptions left out, a whole day lasts from midnight; twice adds nothing."""
    keten, client = piket
    eerst = await client.post(f"{PAD}/_importeer", json={"agenda": AGENDA})
    weer = await client.post(f"{PAD}/_importeer", json={"agenda": AGENDA})
    assert (eerst.json(), weer.json()) == ({"nieuw": 3, "alBekend": 0}, {"nieuw": 0, "alBekend": 3})
    stukken = [(een["dienst"], een["van"]) for een in (await nu(client))["wijzigingen"]]
    assert stukken == [
        ("piket-c", "2026-11-28T08:00:00Z"),
        ("piket-c", "2026-12-12T08:00:00Z"),
        ("piket-a", "2026-12-24T23:00:00Z"),
    ]
    assert "Jansen" not in "".join(feit.data.decode() for feit in keten.feiten())


@pytest.mark.parametrize(
    ("van", "naar", "reden"),
    [
        ("BEGIN:VCALENDAR", "ZOMAAR", "BEGIN:VCALENDAR"),
        ("piket-c", "onbekend", "kies uit"),
        ("FREQ=WEEKLY", "FREQ=SECONDLY", "elk uur of vaker"),
    ],
)
async def test_een_agenda_die_niet_kan(
    piket: tuple[Opstelling, httpx.AsyncClient], van: str, naar: str, reden: str
) -> None:
    """Not a calendar, an unknown seat, an event every second: all of it is refused, with the reason."""
    keten, client = piket
    antwoord = await client.post(f"{PAD}/_importeer", json={"agenda": AGENDA.replace(van, naar)})
    assert antwoord.status_code == 400
    assert reden in antwoord.json()["fouten"][0]["reden"]
    assert keten.feiten(PiketGewijzigd) == []


async def test_het_rooster_als_agenda(piket: tuple[Opstelling, httpx.AsyncClient]) -> None:
    """What is written can be read again: the same seats at the same moments."""
    keten, client = piket
    antwoord = await client.get(f"{PAD}/agenda.ics")
    assert antwoord.headers["content-type"] == "text/calendar; charset=utf-8"
    beurten = (await nu(client))["beurten"]
    assert antwoord.text.count("BEGIN:VEVENT") == len(beurten)
    gelezen = await client.post(f"{PAD}/_importeer", json={"agenda": antwoord.text})
    assert gelezen.json()["nieuw"] == len(beurten)
    assert [(een["dienst"], een["van"]) for een in (await nu(client))["wijzigingen"]] == [
        (een["dienst"], een["van"]) for een in beurten
    ]
    assert keten.ledger.views_differ() == []


def verzonden(keten: Opstelling) -> list[AlarmVerzonden]:
    """What channels took."""
    return [feit.fact for feit in keten.feiten() if isinstance(feit.fact, AlarmVerzonden)]


async def test_de_dienst_van_nu_krijgt_het_bericht(zet_op: Opzetten) -> None:
    """The seat that has duty is warned over its own channel; after the change the next one is."""
    async with webhook() as a, webhook() as b, webhook() as c:
        keten = zet_op(piket_a=a.adres, piket_b=b.adres, piket_c=c.adres)
        for ronde in range(3):
            await keten.hoor(incident(ronde))
            await keten.verloop()
            await keten.verloop(10 * MINUUT)
            await keten.bevestig(keten.geopend()[-1].escalatie_id, "piket")
            await keten.verloop(WEEK - 10 * MINUUT)
    diensten = [feit.dienst for feit in verzonden(keten) if feit.stap == "ontvangen"]
    assert sorted(filter(None, diensten)) == ["piket-a", "piket-b", "piket-c"]
    assert a.ontvangen
    assert b.ontvangen
    assert c.ontvangen


async def test_niemand_bereikbaar_dan_de_vervanger(zet_op: Opzetten) -> None:
    """The seat's channel fails and so does the spare: the profile's stand-in hears it at once, and reads why."""
    async with webhook(status=500) as stuk_, webhook() as oov:
        keten = zet_op(**dict.fromkeys(("piket_a", "piket_b", "piket_c"), stuk_.adres), oov=oov.adres)
        await keten.hoor(incident())
        await keten.verloop(10 * MINUUT)
    [namens] = [feit for feit in verzonden(keten) if feit.rol == "piket"]
    assert namens.terugval == "oov"
    [tekst] = [tekst for tekst in oov.teksten if "vervanging" in tekst]
    assert "U krijgt dit als vervanging: de piketdienst van de gemeente is nu niet bereikbaar." in tekst
    [mislukt] = [feit.fact for feit in keten.feiten(AlarmNietVerzonden) if feit.fact.rol == "piket"]  # type: ignore[attr-defined]
    assert isinstance(mislukt, AlarmNietVerzonden)
    assert (mislukt.reden, mislukt.opnieuw_op) == ("de ontvanger gaf fout 500", None)


@pytest.fixture
def gat(profiel: Profiel) -> Profiel:
    """The profile with a rota that has nobody by day."""
    oud = 'wissel = "09:00", dagen = 7 }'
    assert oud in profiel.tekst
    return lees(profiel.tekst.replace(oud, 'wissel = "09:00", dagen = 7, van = "17:00", tot = "09:00" }'))


class TestGaten:
    """A rota with nobody by day."""

    @pytest.fixture
    def profiel(self, gat: Profiel) -> Profiel:
        """Instead of the one that ships."""
        return gat

    async def test_gaten_worden_vooraf_gemeld(self, database: str, zet_op: Opzetten) -> None:
        """Every gap of the coming two weeks is a fact, in one escalation to OOV and beheer, and not a second time."""
        async with webhook() as hook:
            keten = zet_op(database, oov=hook.adres, beheer=hook.adres)
            await begin(keten)
            await keten.verloop()
            await keten.verloop(UUR)
        gaten = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, PiketgatGevonden)]
        assert len(gaten) == 14
        assert len({gat.escalatie_id for gat in gaten}) == 1
        [overschreden] = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, DrempelOverschreden)]
        assert overschreden.regel == "MK-6"
        assert "staat niemand in het rooster van zondag 22 november 2026 om 09.00 uur" in overschreden.toelichting
        assert keten.ledger.views_differ() == []

    async def test_zolang_niemand_dienst_heeft(self, zet_op: Opzetten) -> None:
        """In the gap itself the stand-in gets the notice, which says that nobody has duty."""
        async with webhook() as oov:
            keten = zet_op(oov=oov.adres)
            await keten.verloop(9 * UUR)
            await keten.hoor(incident())
            await keten.verloop(10 * MINUUT)
        assert any("volgens het rooster heeft nu niemand dienst" in tekst for tekst in oov.teksten)


async def test_overdracht(zet_op: Opzetten) -> None:
    """Who gets duty is told so with what is going on; a channel that fails is tried again; nobody hears it twice."""
    async with webhook() as hook:
        keten = zet_op(**dict.fromkeys(("piket_a", "piket_b", "piket_c"), hook.adres), politie="bewaar://")
        await begin(keten)
        await keten.verloop()
        assert "U hebt nu piket" in hook.teksten[0]
        await keten.verloop(UUR)
        assert len(hook.ontvangen) == 1
        await keten.hoor(incident())
        await keten.verloop()
        await keten.bevestig(keten.geopend()[0].escalatie_id, "politie")
        hook.status = 503
        wissel = next(feit.fact for feit in keten.feiten() if isinstance(feit.fact, PiketOvergedragen)).tot
        assert wissel
        await keten.verloop(wissel - keten.nu)
        hook.status = 200
        voor = len(hook.ontvangen)
        await keten.verloop(5 * timedelta(seconds=1))
    over = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, PiketOvergedragen)]
    assert [(feit.uitkomst, feit.poging) for feit in over] == [("gemeld", 1), ("niet-gemeld", 1), ("gemeld", 2)]
    assert over[1].vorige == over[0].dienst != over[1].dienst
    overdracht = [tekst for tekst in hook.teksten[voor:] if "U hebt nu piket" in tekst]
    assert len(overdracht) == 1
    assert "Er loopt nu 1 escalatie." in overdracht[0]


async def test_wie_geen_eigen_kanaal_heeft(zet_op: Opzetten) -> None:
    """A seat without a channel of its own is not told, and that is a fact; no escalation comes of it."""
    keten = zet_op(piket="bewaar://")
    await begin(keten)
    await keten.verloop()
    [feit] = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, PiketOvergedragen)]
    assert (feit.uitkomst, feit.reden) == ("niet-gemeld", "deze dienst heeft geen eigen kanaal")
    assert keten.feiten(EscalatieGeopend) == []
