"""The doors of escalatie: API and pages."""

from contextlib import aclosing
from uuid import UUID

import pytest
from starlette.types import ASGIApp

from services.escalatie.application import Filter
from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.escalatie.deuren import bevestigingen, geopend
from tests.escalatie.gegeven import DAG, LOCATIE, MINUUT, incident, melding
from tests.escalatie.opstelling import Opstelling
from tests.web import csrf_uit, met_sessie, met_sleutel

PAD = "/escalatie/v1/escalaties"


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


async def test_een_wapen_staat_bovenaan(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """LVS-0.3: of what nobody confirmed the incident with a weapon comes first, then the newest; confirmed is below."""
    wapen, aantal = "Incident met gevolgen", "Vijf meldingen"
    await keten.hoor(incident(9, wapen="ja"))
    await keten.verloop(MINUUT)
    await keten.hoor(*(melding(n) for n in range(5)))
    [dringend] = await keten.inzage.lijst(Filter(), aantal=1)
    assert dringend["omschrijving"].startswith(wapen), "also where not all fit on a page"
    async with aclosing(await met_sessie(site, toegang, Rol.OOV)) as client:
        eerst = (await client.get("/escalaties")).text
        await keten.bevestig(keten.geopend()[0].escalatie_id, "politie")
        daarna = (await client.get("/escalaties")).text
    assert [een.index(wapen) < een.index(aantal) for een in (eerst, daarna)] == [True, False]


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
    assert zaak["nogNodig"] == ["iemand bevestigt het bericht"]
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
    assert "iemand meldt dat de burgemeester het weet" in nog_niet.json()["detail"]
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


async def test_de_paginas_met_een_sessie(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """Signed in: the list with a button for the police, the page of one with its explanation, confirm, close."""
    escalatie_id = await geopend(keten)
    politie = await met_sessie(site, toegang, Rol.POLITIE)
    async with aclosing(politie):
        lijst = await politie.get("/escalaties")
        assert "Ik heb dit bericht en pak het op" in lijst.text
        for stap, etiket in (("ontvangen", ">Ontvangst bevestigd<"), ("burgemeester-ingelicht", ">Bevestigd<")):
            velden = {"stap": stap, "csrf": csrf_uit(lijst.text)}
            assert (await politie.post(f"/escalaties/{escalatie_id}/bevestig", data=velden)).status_code == 303
            assert etiket in (await politie.get("/escalaties")).text, "confirmed is only that the burgemeester knows"
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
