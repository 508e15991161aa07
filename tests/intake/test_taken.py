"""What intake says waits for somebody today."""

from datetime import timedelta

import pytest

from services.intake.application import Quarantaine
from services.intake.geheim import Geheim
from shared.contracts.intake import CoaAfhandeling
from shared.facts import Fout
from shared.profiel import Rol
from shared.taken import Taak
from shared.web import Toegang, Wie
from tests.intake.proef import GEHEIM, MELDING, MELDINGEN, NU, Proef
from tests.web import met_sessie

LOCATIE = "rokkeveenseweg"


async def taken(proef: Proef, rol: Rol, locatie: str | None = None) -> dict[str, int | None]:
    """How many by what there is to do."""
    assert proef.dienst.taken is not None
    gevonden: list[Taak] = list(await proef.dienst.taken(Wie(rol, locatie), proef.klok()))
    return {taak.wat: taak.aantal for taak in gevonden}


async def test_wie_behandelt_ziet_wat_nieuw_is(overal: Proef) -> None:
    """Meldingen without a kind, and what nobody took up yet; the link shows as many as the card says."""
    oud = (NU - timedelta(days=20)).isoformat()
    for velden in ({"aard": "nog-te-bepalen"}, {}, {"voorgevallenOp": oud}):
        assert (await overal.publiek.post(MELDINGEN, json={**MELDING, **velden})).status_code == 201
    gevonden = await taken(overal, Rol.MELDPUNT)
    assert gevonden == {"Bepaal de aard van meldingen": 1, "Bekijk nieuwe meldingen": 2}
    assert await taken(overal, Rol.OOV) == gevonden
    assert await taken(overal, Rol.BURGEMEESTER) == {}
    assert overal.dienst.taken is not None
    client = await met_sessie(overal.app, overal.omgeving.toegang, Rol.MELDPUNT)
    for taak in await overal.dienst.taken(Wie(Rol.MELDPUNT), overal.klok()):
        assert (await client.get(taak.pad)).text.count('<th scope="row"') == taak.aantal


async def test_wat_klaar_is_wacht_niet_meer(proef: Proef) -> None:
    """Classified and closed: gone from both."""
    melding = (await proef.publiek.post(MELDINGEN, json={**MELDING, "aard": "nog-te-bepalen"})).json()["meldingId"]
    wat = {"aard": "overlast", "thema": "geluid", "reden": "Zo bleek later"}
    antwoord = await proef.als(Rol.MELDPUNT).post(f"{MELDINGEN}/{melding}/_classificeer", json=wat)
    assert antwoord.is_success, antwoord.text
    assert await taken(proef, Rol.MELDPUNT) == {}


async def test_een_partner_ziet_wat_aan_hem_is_doorgezet(overal: Proef) -> None:
    """On the start page, and on a page of its own for who sees no list of all meldingen; no other role has it."""
    melding = (await overal.publiek.post(MELDINGEN, json=MELDING)).json()["meldingId"]
    gezet = await overal.als(Rol.OOV).post(f"{MELDINGEN}/{melding}/_zet-door", json={"aan": "handhaving"})
    assert gezet.is_success, gezet.text
    wat = {"Lees wat aan u is doorgezet": 1}
    assert await taken(overal, Rol.HANDHAVING) == wat
    assert await taken(overal, Rol.HANDHAVING, LOCATIE) == wat
    assert await taken(overal, Rol.HANDHAVING, "ergens-anders") == {}
    assert await taken(overal, Rol.ZORG) == {}
    toegang: Toegang = overal.omgeving.toegang
    pagina = (await (await met_sessie(overal.app, toegang, Rol.HANDHAVING)).get("/aan-mij")).text
    assert f'href="/meldingen/{melding}"' in pagina
    leeg = (await (await met_sessie(overal.app, toegang, Rol.ZORG)).get("/aan-mij")).text
    assert melding not in leeg
    mag_lezen = "U mag hier ook de toelichting lezen."
    assert (mag_lezen in pagina, mag_lezen in leeg) == (True, False)
    assert "Het meldpunt zet een melding door als uw organisatie er iets aan kan doen." in leeg
    dicht = await overal.als(Rol.OOV).post(f"{MELDINGEN}/{melding}/_sluit", json={"reden": "afgehandeld"})
    assert dicht.is_success, dicht.text
    assert await taken(overal, Rol.HANDHAVING) == {}


@pytest.mark.parametrize("rol", [Rol.OOV, Rol.PIKET, Rol.BEHEER])
async def test_een_geweigerd_coa_bericht_gaat_voor(proef: Proef, rol: Rol) -> None:
    """It may hold an incident (LVS-0.3): first of all, also for who is called about it and may have confirmed that."""
    apart = Quarantaine(Geheim(GEHEIM.encode()), ["gm0637"]).zet_apart(
        gemeente="gm0637", locatie=LOCATIE, nummer=1, headers={}, inhoud=b"?", fouten=[]
    )
    await proef.dienst.ledger.run(apart, proef.context())
    assert proef.dienst.taken is not None
    (taak,) = await proef.dienst.taken(Wie(rol), proef.klok())
    kijkt = ("Kijk naar COA-berichten die niet zijn verwerkt", 1, "nu")
    handelt = ("Handel COA-berichten af", 1, "nu")
    assert (taak.wat, taak.aantal, taak.soort) == (kijkt if rol is Rol.BEHEER else handelt)
    assert await taken(proef, Rol.POLITIE) == {}
    assert await taken(proef, rol, "ergens-anders") == {}


async def test_wie_niets_kan_doen_weet_het_alleen(proef: Proef) -> None:
    """A damaged message can never be taken: for beheer there is nothing to do, and the page says who does it."""
    kwam = Quarantaine(Geheim(GEHEIM.encode()), ["gm0637"]).zet_apart(
        gemeente="gm0637",
        locatie=LOCATIE,
        nummer=1,
        headers={},
        inhoud=b"?",
        fouten=[Fout("specversion", "ontbreekt")],
    )
    await proef.dienst.ledger.run(kwam, proef.context())
    assert proef.dienst.taken is not None
    (taak,) = await proef.dienst.taken(Wie(Rol.BEHEER), proef.klok())
    assert (taak.soort, "Het piket of team OOV handelt dat af." in taak.toelichting) == ("weten", True)
    (taak,) = await proef.dienst.taken(Wie(Rol.OOV), proef.klok())
    assert taak.soort == "nu"


async def test_het_coa_houdt_wat_het_opnieuw_moet_sturen(proef: Proef) -> None:
    """Whoever confirmed the alarm: it waits for the location that alone can send it again, until it is handled."""
    apart = Quarantaine(Geheim(GEHEIM.encode()), ["gm0637"])
    kwam = apart.zet_apart(gemeente="gm0637", locatie=LOCATIE, nummer=1, headers={}, inhoud=b"?", fouten=[])
    nummer = await proef.dienst.ledger.run(kwam, proef.context())
    wat = {"Geef door wat niet aankwam": 1}
    assert await taken(proef, Rol.COA, LOCATIE) == wat
    assert await taken(proef, Rol.COA, "zoetermeer") == {}
    assert proef.dienst.taken is not None
    (taak,) = await proef.dienst.taken(Wie(Rol.COA, LOCATIE), proef.klok())
    assert (taak.soort, taak.pad) == ("nu", "/melden")
    await proef.dienst.ledger.run(apart.handel_af(nummer, CoaAfhandeling.ANDERS_GEMELD, door="piket"), proef.context())
    assert await taken(proef, Rol.COA, LOCATIE) == {}
