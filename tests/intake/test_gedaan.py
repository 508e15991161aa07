"""What the page of a melding says at its top after a form was sent: what was done, as the ledger has it."""

from re import DOTALL, search
from typing import Any

import httpx
import pytest

from shared.kortnummer import kortnummer
from shared.profiel import Rol
from tests.intake.bezoek import tekst
from tests.intake.proef import Proef
from tests.intake.test_behandelen import COA_LOCATIE, doe, meld, meld_incident
from tests.web import csrf_uit, met_sessie

NU_GEWAARSCHUWD = "Er gaat nu een waarschuwing naar de politie."
ONZEKER = "Het is niet zeker dat er nu een waarschuwing naar de politie gaat."


async def verstuur(bezoeker: httpx.AsyncClient, melding: str, vorm: str, **velden: Any) -> httpx.Response:
    """Send one of the forms on the page, and follow."""
    pagina = await bezoeker.get(f"/meldingen/{melding}")
    velden = {"csrf": csrf_uit(pagina.text), **velden}
    return await bezoeker.post(f"/meldingen/{melding}/{vorm}", data=velden, follow_redirects=True)


def gezegd(antwoord: httpx.Response) -> str:
    """What stands in the message that a screen reader says by itself; empty: there is none."""
    kader = search(r'<div[^>]* role="status">(.*?)</div>\s*</div>', antwoord.text, DOTALL)
    return tekst(f"<main>{kader[1]}</main>") if kader else ""


async def meldpunt(proef: Proef) -> httpx.AsyncClient:
    """Somebody of the meldpunt, signed in."""
    return await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)


async def test_elke_handeling_zegt_wat_er_is_gedaan(proef: Proef) -> None:
    """Of every form on the page, at its top and without a script; the same thing twice says that nothing changed."""
    melding, ander, bezoeker = await meld(proef), await meld(proef), await meldpunt(proef)
    nummer = kortnummer(ander)
    wat: list[tuple[str, dict[str, str], str]] = [
        ("classificeer", {"aard": "crimineel", "thema": "geweld", "reden": "Zo bleek"}, "De aard is nu: Strafbaar"),
        ("classificeer", {"aard": "crimineel", "thema": "geweld", "reden": "Zo bleek"}, "Er is niets veranderd"),
        ("corrigeer", {"plaats": "in-noodopvang", "reden": "Zo bleek"}, "Verbeterd: plaats. Hieronder staat"),
        ("koppel", {"aan": ander, "soort": "zelfde-voorval"}, f"Over hetzelfde voorval gaat nu ook: {nummer}"),
        ("ontkoppel", {"aan": ander}, "De koppeling is losgemaakt."),
        ("koppel", {"aan": ander, "soort": "hoort-bij"}, f"De hoofdmelding is nu: {nummer}"),
        ("zet-door", {"aan": "politie"}, "Dit gaat naar Politie"),
        ("sluit", {"reden": "afgehandeld"}, "Afgesloten. Afgehandeld."),
        ("heropen", {}, "Heropend."),
        ("trek-in", {"reden": "vergissing"}, "Ingetrokken. De melding klopt niet."),
    ]
    for vorm, velden, woorden in wat:
        antwoord = await verstuur(bezoeker, melding, vorm, **velden)
        assert woorden in gezegd(antwoord), (vorm, gezegd(antwoord))
        assert antwoord.text.index('role="status"') < antwoord.text.index('<dl class="gegevens">')
    assert gezegd(await bezoeker.get(f"/meldingen/{melding}")) == ""


async def test_een_bewaard_of_bedacht_adres_zegt_niets(proef: Proef) -> None:
    """The sentence comes from the ledger: not of what nobody did, and not of what was done long ago."""
    melding, bezoeker = await meld(proef), await meldpunt(proef)
    for vorm in ("sluit", "corrigeer", "x"):
        assert gezegd(await bezoeker.get(f"/meldingen/{melding}?gedaan={vorm}")) == ""
    await verstuur(bezoeker, melding, "sluit", reden="afgehandeld")
    proef.klok.verder(minutes=6)
    assert gezegd(await bezoeker.get(f"/meldingen/{melding}?gedaan=sluit")) == ""


async def test_het_coa_leest_dat_de_politie_nu_wordt_gewaarschuwd(proef: Proef) -> None:
    """Consequences after all (LVS-0.3): the page says who hears of it now, and to call as well."""
    incident = await meld_incident(proef, gevolgenOpenbareOrde=False)
    coa = await met_sessie(proef.app, proef.omgeving.toegang, Rol.COA, COA_LOCATIE)
    ernst = await verstuur(coa, incident, "corrigeer", ernst="4", reden="Het liep op")
    assert NU_GEWAARSCHUWD not in tekst(ernst.text)
    antwoord = await verstuur(coa, incident, "corrigeer", gevolgenOpenbareOrde="true", reden="Het liep op")
    assert NU_GEWAARSCHUWD in gezegd(antwoord)
    assert "Bel de politie ook zelf: 112 bij gevaar, anders 0900-8844." in tekst(antwoord.text)
    assert 'anders <a href="tel:09008844">' in antwoord.text
    proef.klok.verder(minutes=6)
    assert NU_GEWAARSCHUWD not in tekst((await coa.get(f"/meldingen/{incident}?gedaan=corrigeer")).text)


@pytest.mark.parametrize("samen", [False, True])
async def test_wie_al_gewaarschuwd_kan_zijn_krijgt_geen_belofte(proef: Proef, *, samen: bool) -> None:
    """Yes, no, and yes again, or one event with another: escalatie may let the first warning run on."""
    incident = await meld_incident(proef, gevolgenOpenbareOrde=not samen)
    coa = await met_sessie(proef.app, proef.omgeving.toegang, Rol.COA, COA_LOCATIE)
    if samen:
        await doe(proef, await meld_incident(proef), "_koppel", aan=incident, soort="zelfde-voorval")
    else:
        nee = await verstuur(coa, incident, "corrigeer", gevolgenOpenbareOrde="false", reden="Toch niet")
        assert "waarschuwing" not in gezegd(nee)
    antwoord = await verstuur(coa, incident, "corrigeer", gevolgenOpenbareOrde="true", reden="Toch wel")
    assert (ONZEKER in gezegd(antwoord), NU_GEWAARSCHUWD in tekst(antwoord.text)) == (True, False)
    assert "Bel de politie ook zelf: 112" in tekst(antwoord.text)


async def test_zonder_drempel_voor_de_locatie_geen_belofte(proef: Proef) -> None:
    """At a location where the profile warns nobody of such an incident, the page promises nothing."""
    antwoord = await proef.als(Rol.COA, "zoetermeer").post(
        "/intake/v1/incidenten",
        json={"aard": "crimineel", "locatie": "zoetermeer", "voorgevallenOp": "2026-11-22T10:30:00+01:00"}
        | {"plaats": "buiten-noodopvang", "ernst": 3, "gevolgenOpenbareOrde": False},
    )
    assert antwoord.status_code == 201, antwoord.text
    coa = await met_sessie(proef.app, proef.omgeving.toegang, Rol.COA, "zoetermeer")
    ja = {"gevolgenOpenbareOrde": "true", "reden": "Het liep op"}
    zin = gezegd(await verstuur(coa, antwoord.json()["meldingId"], "corrigeer", **ja))
    assert (ONZEKER in zin, NU_GEWAARSCHUWD in zin) == (True, False)
