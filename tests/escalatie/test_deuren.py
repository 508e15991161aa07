"""The doors of escalatie: API, pages, and the link that needs no login."""

import re
from contextlib import aclosing
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from starlette.types import ASGIApp

from shared.contracts.escalatie import EscalatieBevestigd, PolitieIngelicht, Stap
from shared.facts import Rejected
from shared.profiel import Profiel
from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.escalatie.gegeven import DAG, LOCATIE, MINUUT, incident, melding
from tests.escalatie.ontvangers import webhook
from tests.escalatie.opstelling import Opstelling, Opzetten
from tests.web import bezoeker, csrf_uit, met_sessie, met_sleutel, proefsite

PAD = "/escalatie/v1/escalaties"


@pytest.fixture
def keten(zet_op: Opzetten) -> Opstelling:
    """Escalatie with channels that only store."""
    return zet_op(**dict.fromkeys(("politie", "piket", "oov", "burgemeester", "om"), "bewaar://"))


@pytest.fixture
def site(keten: Opstelling, toegang: Toegang) -> ASGIApp:
    """The site as the product serves it."""
    assert keten.dienst.paginas is not None
    return proefsite(toegang, apis={"escalatie": keten.dienst.api}, paginas=[keten.dienst.paginas])


async def geopend(keten: Opstelling) -> UUID:
    """An incident of which the police was warned."""
    await keten.hoor(incident())
    await keten.verloop()
    return keten.geopend()[0].escalatie_id


def link_uit(keten: Opstelling, rol: str) -> str:
    """The link that a role received, as a path."""
    tekst = next(
        pad.read_text() for pad in sorted((keten.data / "berichten").iterdir(), reverse=True) if f"-{rol}-" in pad.name
    )
    return tekst.partition("Bevestigen: http://127.0.0.1:8080")[2].split()[0]


def bevestigingen(keten: Opstelling) -> list[tuple[str, Stap, str]]:
    """Who confirmed what, and how."""
    feiten = [feit.fact for feit in keten.feiten(EscalatieBevestigd)]
    return [(feit.door, feit.stap, feit.weg) for feit in feiten if isinstance(feit, EscalatieBevestigd)]


async def test_de_lijst_toont_open_eerst(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """Open before confirmed, with where it stands; filters and pages work."""
    eerste = await geopend(keten)
    await keten.bevestig(eerste, "politie")
    await keten.verloop(MINUUT)
    await keten.hoor(*(melding(n) for n in range(5)))
    async with met_sleutel(site, toegang, Rol.OOV) as client:
        alle = (await client.get(PAD)).json()["escalaties"]
        bevestigd = (await client.get(PAD, params={"status": "bevestigd"})).json()["escalaties"]
        een = (await client.get(PAD, params={"perPagina": 1})).json()
        tweede = (await client.get(een["volgende"])).json()
    assert [zaak["status"] for zaak in alle] == ["open", "bevestigd"]
    assert alle[0]["gewaarschuwd"] == ["burgemeester", "politie", "om"]
    assert [zaak["escalatieId"] for zaak in bevestigd] == [str(eerste)]
    assert [zaak["escalatieId"] for zaak in tweede["escalaties"]] == [str(eerste)]
    assert tweede["volgende"] is None


async def test_een_escalatie_legt_zichzelf_uit(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """Promise 8: rule, document and paragraph, whose number, events, window, timeline and what is still needed."""
    await keten.hoor(*(melding(n) for n in range(6)))
    await keten.verloop()
    escalatie_id = keten.geopend()[0].escalatie_id
    async with met_sleutel(site, toegang, Rol.BURGEMEESTER) as client:
        zaak = (await client.get(f"{PAD}/{escalatie_id}")).json()
    uitleg = zaak["uitleg"]
    assert (uitleg["regel"], uitleg["herkomst"], uitleg["ingesteldOp"]) == ("LVS-1.6", "gemeente", "2026-09-15")
    assert "ingesteld door de gemeente op 15 september 2026" in uitleg["tekst"]
    assert (len(uitleg["feiten"]), len(uitleg["meldingen"]), zaak["erbij"]) == (5, 5, 1)
    assert uitleg["venster"]["tot"].endswith("Z")
    assert zaak["nogNodig"] == ["een bevestiging van de ontvangst"]
    assert {alarm["status"] for alarm in zaak["alarmen"]} == {"verzonden"}
    gebeurd = [regel["gebeurtenis"] for regel in zaak["tijdlijn"]]
    assert gebeurd[:2] == ["DrempelOverschreden", "EscalatieGeopend"]
    assert sorted(gebeurd[2:]) == ["AlarmVerzonden"] * 3 + ["EscalatieGevoed"]


async def test_bevestigen_en_sluiten_over_http(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """The police confirms both steps, OOV closes; before that closing is refused and says what is missing."""
    pad = f"{PAD}/{await geopend(keten)}"
    async with met_sleutel(site, toegang, Rol.POLITIE) as politie, met_sleutel(site, toegang, Rol.OOV) as oov:
        eerst = await politie.post(f"{pad}/_bevestig", json={"stap": "ontvangen"})
        nog_niet = await oov.post(f"{pad}/_sluit", json={"uitkomst": "afgehandeld"})
        daarna = await politie.post(f"{pad}/_bevestig", json={"stap": "burgemeester-ingelicht"})
        dicht = await oov.post(f"{pad}/_sluit", json={"uitkomst": "afgehandeld"})
    assert (eerst.status_code, eerst.json()["status"]) == (200, "bevestigd")
    assert eerst.json()["politieIngelichtOp"] is not None
    assert nog_niet.status_code == 409
    assert nog_niet.headers["content-type"] == "application/problem+json"
    assert "bevestiging dat de burgemeester is ingelicht" in nog_niet.json()["detail"]
    assert daarna.json()["burgemeesterIngelichtOp"] is not None
    assert (dicht.status_code, dicht.json()["status"], dicht.json()["uitkomst"]) == (200, "gesloten", "afgehandeld")


@pytest.mark.parametrize(
    ("rol", "invoer", "status"),
    [
        (Rol.OM, {"stap": "ontvangen"}, 409),
        (Rol.RAAD, {"stap": "ontvangen"}, 403),
        (Rol.POLITIE, {"stap": "iets-anders"}, 400),
        (Rol.POLITIE, {"stap": "ontvangen", "naam": "Jansen"}, 400),
        (Rol.POLITIE, {}, 400),
    ],
)
async def test_wat_geweigerd_wordt(
    keten: Opstelling, site: ASGIApp, toegang: Toegang, rol: Rol, invoer: dict[str, str], status: int
) -> None:
    """Not on the ladder, not allowed, not a step, a name: refused, and nothing is confirmed."""
    pad = f"{PAD}/{await geopend(keten)}/_bevestig"
    async with met_sleutel(site, toegang, rol) as client:
        antwoord = await client.post(pad, json=invoer)
    assert antwoord.status_code == status
    assert bevestigingen(keten) == []


async def test_onbekend_en_van_een_ander(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """What does not exist, and what belongs to another location, is equally not there."""
    escalatie_id = await geopend(keten)
    async with met_sleutel(site, toegang, Rol.COA, locatie="elders") as coa, met_sleutel(site, toegang, Rol.OOV) as oov:
        antwoorden = [
            await coa.get(f"{PAD}/{escalatie_id}"),
            await coa.get(PAD, params={"locatie": LOCATIE}),
            await oov.get(f"{PAD}/{UUID(int=1)}"),
        ]
        leeg = await coa.get(PAD)
    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404, 404]
    assert leeg.json()["escalaties"] == []


async def test_drempels_tonen_hun_stand(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """How far each count is, against its limit; what happened before the window does not count any more."""
    await keten.hoor(melding(1), melding(2, op=keten.nu - 8 * DAG), melding(3))
    async with met_sleutel(site, toegang, Rol.OOV) as client:
        drempels = {d["drempel"]: d for d in (await client.get("/escalatie/v1/drempels")).json()["drempels"]}
    aantal = drempels["driehoek-aantal"]
    assert (aantal["telling"], aantal["grens"], aantal["escalatieId"]) == (2, 5, None)
    assert drempels["incident-openbare-orde"]["soort"] == "enkel-incident"


async def test_tien_keer_openen_bevestigt_niets(keten: Opstelling, site: ASGIApp) -> None:
    """Mail scanners follow links: ten times GET and HEAD leave every fact as it was, the button confirms."""
    await geopend(keten)
    link = link_uit(keten, "politie")
    voor = keten.namen()
    async with bezoeker(site) as client:
        for _ in range(10):
            assert (await client.get(link)).status_code == 200
            await client.head(link)
        assert keten.namen() == voor
        pagina = await client.get(link)
        na = await _druk(client, pagina)
    assert bevestigingen(keten) == [("politie", Stap.ONTVANGEN, "link")]
    assert "Bevestigd door de politie op" in na.text
    assert len(keten.feiten(PolitieIngelicht)) == 1


async def test_de_linkpagina_heeft_een_knop(keten: Opstelling, site: ASGIApp) -> None:
    """One page, one big button, and on it what, where, since when and which rule."""
    await geopend(keten)
    async with bezoeker(site) as client:
        pagina = (await client.get(link_uit(keten, "politie"))).text
    inhoud = pagina.partition("<main")[2]
    assert inhoud.count("<button") == 1
    assert "knop--groot" in inhoud
    for wat in (
        "gevolgen voor de openbare orde",
        "Noodopvang Rokkeveenseweg",
        "zondag 22 november 2026",
        "LVS-0.3",
        "Ernst 3 van 4",
    ):
        assert wat in inhoud


async def test_na_ontvangen_komt_de_tweede_knop(keten: Opstelling, site: ASGIApp) -> None:
    """The same link then asks the police whether the burgemeester was informed; after that nothing is left."""
    await geopend(keten)
    link = link_uit(keten, "politie")
    async with bezoeker(site) as client:
        eerst = await _druk(client, await client.get(link))
        assert "Ik heb de burgemeester ingelicht" in eerst.text
        assert "Licht nu de burgemeester in: bel 000-0000000" in eerst.text
        daarna = await _druk(client, eerst)
        assert "U hoeft niets meer te bevestigen" in daarna.text
        assert "<button" not in (await client.get(link)).text.partition("<main")[2]
    assert [stap for _, stap, _ in bevestigingen(keten)] == [Stap.ONTVANGEN, Stap.BURGEMEESTER_INGELICHT]


async def test_wie_later_komt_ziet_wie_er_eerder_was(keten: Opstelling, site: ASGIApp) -> None:
    """Confirmed already: the page says by which role and when."""
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.verloop()
    await keten.bevestig(keten.geopend()[0].escalatie_id, "om")
    async with bezoeker(site) as client:
        pagina = (await client.get(link_uit(keten, "burgemeester"))).text
    assert re.search(r"Bevestigd door de officier van justitie op <time[^>]*>zondag 22 november 2026", pagina)


async def test_een_verlopen_of_valse_link_zegt_wat_te_doen(keten: Opstelling, site: ASGIApp) -> None:
    """Expired and forged links confirm nothing and show the way."""
    await geopend(keten)
    link = link_uit(keten, "politie")
    async with bezoeker(site) as client:
        vals = await client.get(f"{link[:-2]}{'A' if link[-2] != 'A' else 'B'}{link[-1]}")
        vals_verstuurd = await client.post("/bevestig", data={"t": "onzin"})
        keten.nu += timedelta(days=15)
        verlopen = await client.get(link)
        verlopen_verstuurd = await client.post("/bevestig", data={"t": link.partition("?t=")[2]})
    assert [antwoord.status_code for antwoord in (vals, vals_verstuurd)] == [400, 400]
    assert [antwoord.status_code for antwoord in (verlopen, verlopen_verstuurd)] == [410, 410]
    assert "Deze link is verlopen. Meld u aan" in verlopen.text
    assert bevestigingen(keten) == []


async def test_de_link_van_een_gesloten_escalatie(keten: Opstelling, site: ASGIApp) -> None:
    """Closed: the page says that nothing needs to be done, also to who still had the button on screen."""
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.verloop()
    escalatie_id, link = keten.geopend()[0].escalatie_id, link_uit(keten, "politie")
    async with bezoeker(site) as client:
        open_ = await client.get(link)
        await keten.bevestig(escalatie_id, "om")
        await keten.sluit_af(escalatie_id)
        na = await _druk(client, open_)
    assert "Deze escalatie is gesloten" in na.text
    assert "<button" not in na.text.partition("<main")[2]


async def test_de_paginas_met_een_sessie(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """Signed in: the list with a button for the police, the page of one with its explanation, confirm, close."""
    escalatie_id = await geopend(keten)
    politie = await met_sessie(site, toegang, Rol.POLITIE)
    async with aclosing(politie):
        lijst = await politie.get("/escalaties")
        assert "Ik heb dit bericht en pak het op" in lijst.text
        for stap in ("ontvangen", "burgemeester-ingelicht"):
            velden = {"stap": stap, "csrf": csrf_uit(lijst.text)}
            assert (await politie.post(f"/escalaties/{escalatie_id}/bevestig", data=velden)).status_code == 303
        een = await politie.get(f"/escalaties/{escalatie_id}")
        assert "De politie heeft de ontvangst bevestigd, op de pagina." in een.text
        assert "inleiding, afspraak 3" in een.text
        assert "Sluit de escalatie" not in een.text
    oov = await met_sessie(site, toegang, Rol.OOV)
    async with aclosing(oov):
        een = await oov.get(f"/escalaties/{escalatie_id}")
        velden = {"uitkomst": "loos-alarm", "csrf": csrf_uit(een.text)}
        onzeker = await oov.post(f"/escalaties/{escalatie_id}/sluit", data=velden)
        assert (onzeker.status_code, "Kruis aan dat u het zeker weet" in onzeker.text) == (400, True)
        assert 'value="loos-alarm" checked' in onzeker.text, "nothing is lost"
        zeker = await oov.post(f"/escalaties/{escalatie_id}/sluit", data=velden | {"zeker": "true"})
        assert zeker.status_code == 303
        assert "loos alarm" in (await oov.get(f"/escalaties/{escalatie_id}")).text
    assert [weg for _, _, weg in bevestigingen(keten)] == ["pagina", "pagina"]


async def test_bevestigen_zonder_csrf_kan_niet(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """A form of another site confirms nothing."""
    escalatie_id = await geopend(keten)
    politie = await met_sessie(site, toegang, Rol.POLITIE)
    async with aclosing(politie):
        antwoord = await politie.post(f"/escalaties/{escalatie_id}/bevestig", data={"stap": "ontvangen"})
    assert antwoord.status_code == 403
    assert bevestigingen(keten) == []


async def test_de_webhook_en_de_link_samen(zet_op: Opzetten, toegang: Toegang) -> None:
    """What the police receives over a real webhook leads to the page that confirms."""
    async with webhook() as hook:
        keten = zet_op(politie=hook.adres)
        await geopend(keten)
    assert keten.dienst.paginas is not None
    link = hook.teksten[0].partition("Bevestigen: http://127.0.0.1:8080")[2].split()[0]
    async with bezoeker(proefsite(toegang, paginas=[keten.dienst.paginas])) as client:
        await _druk(client, await client.get(link))
    assert bevestigingen(keten) == [("politie", Stap.ONTVANGEN, "link")]
    with pytest.raises(Rejected):
        await keten.sluit_af(keten.geopend()[0].escalatie_id)


async def test_achter_de_link_staat_wie_te_bellen_is(zet_op: Opzetten, toegang: Toegang, profiel: Profiel) -> None:
    """LVS-0.3 at night: numbers to press, of functions; and what the profile lacks is said there."""
    async with webhook() as hook:
        keten = zet_op(politie=hook.adres)
        await geopend(keten)
        assert keten.dienst.paginas is not None
        link = hook.teksten[0].partition("Bevestigen: http://127.0.0.1:8080")[2].split()[0]
        async with bezoeker(proefsite(toegang, paginas=[keten.dienst.paginas])) as client:
            html = (await client.get(link)).text
            keten.profielen._alle["gm0637"] = profiel.model_copy(update={"dienstnummers": ()})
            zonder = (await client.get(link)).text
    assert html.count('href="tel:0000000000"') == 2, "COA and burgemeester; the police do not call themselves"
    assert "COA, bereikbaarheidsdienst van de locatie, dag en nacht" in html
    assert "Het nummer van het COA staat niet in het profiel." in zonder


async def _druk(client: httpx.AsyncClient, pagina: httpx.Response) -> httpx.Response:
    """Press the one button on the page, and follow."""
    token = re.search(r'name="t" value="([^"]+)"', pagina.text)
    assert token is not None
    antwoord = await client.post("/bevestig", data={"t": token[1]})
    assert antwoord.status_code == 303, antwoord.text
    return await client.get(antwoord.headers["location"])
