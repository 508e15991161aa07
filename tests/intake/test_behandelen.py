"""What staff do with a melding: classify, correct, withdraw, close, reopen; and what the COA may do with its own."""

from typing import Any

import httpx
import pytest

from services.intake.behandeling import classificeer, stand_van
from services.intake.behandeling.weigeringen import MoetIetsZijn
from shared.contracts.intake import (
    Aard,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntvangen,
)
from shared.profiel import Rol
from tests.intake.proef import INCIDENT, INCIDENTEN, MELDING, MELDINGEN, NU, Proef, fouten
from tests.web import csrf_uit, met_sessie

COA_LOCATIE = "rokkeveenseweg"


async def meld(proef: Proef, **anders: Any) -> str:
    """A melding of a resident."""
    antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, **anders})
    return str(antwoord.json()["meldingId"])


async def meld_incident(proef: Proef, **anders: Any) -> str:
    """An incident of the COA."""
    antwoord = await proef.als(Rol.COA, COA_LOCATIE).post(INCIDENTEN, json={**INCIDENT, **anders})
    return str(antwoord.json()["meldingId"])


async def doe(
    proef: Proef, melding: str, wat: str, rol: Rol = Rol.MELDPUNT, plek: str | None = None, **inhoud: object
) -> httpx.Response:
    """One operation on a melding."""
    return await proef.als(rol, plek).post(f"{MELDINGEN}/{melding}/{wat}", json=inhoud)


def soorten(proef: Proef) -> list[str]:
    """What stands in the ledger, by name."""
    return [type(feit).__name__ for feit in proef.feiten()]


async def test_classificeren_legt_aard_thema_en_reden_vast(proef: Proef) -> None:
    """The meldpunt says what it was (LVS-2.3): the list shows that, and the reason is kept masked and sealed."""
    melding = await meld(proef, aard="nog-te-bepalen")
    reden = "De melder belde met 06-12345678 en noemde diefstal"
    antwoord = await doe(proef, melding, "_classificeer", aard="crimineel", thema="winkeldiefstal", reden=reden)
    assert antwoord.status_code == 200, antwoord.text
    assert (antwoord.json()["aard"], antwoord.json()["thema"]) == ("crimineel", "winkeldiefstal")
    assert antwoord.json()["status"] == "in-behandeling"
    feit = proef.feiten()[-1]
    assert isinstance(feit, MeldingGeclassificeerd)
    assert feit.door == "meldpunt"
    assert proef.rijen(f"SELECT tekst FROM teksten WHERE id = '{feit.redenzegel}'") == [
        ("De melder belde met [telefoonnummer] en noemde diefstal",)
    ]
    lijst = await proef.als(Rol.OOV).get(f"{MELDINGEN}?aard=crimineel")
    assert [gevonden["meldingId"] for gevonden in lijst.json()["meldingen"]] == [melding]


async def test_nogmaals_hetzelfde_is_geen_nieuw_feit(proef: Proef) -> None:
    """A repeated request changes nothing."""
    melding = await meld(proef)
    for _ in range(2):
        await doe(proef, melding, "_classificeer", aard="ggz", thema="geluid", reden="Na overleg")
    assert soorten(proef) == ["MeldingOntvangen", "MeldingGeclassificeerd"]


async def test_zonder_aard_of_reden_wordt_niets_vastgelegd(proef: Proef) -> None:
    """'Nog te bepalen' is no answer of the municipality, and a change has a reason."""
    melding = await meld(proef)
    antwoord = await doe(proef, melding, "_classificeer", aard="nog-te-bepalen", reden="x")
    assert (antwoord.status_code, set(fouten(antwoord))) == (400, {"aard"})
    antwoord = await doe(proef, melding, "_classificeer", aard="ggz", thema="voetbal", reden="x")
    assert (antwoord.status_code, set(fouten(antwoord))) == (400, {"thema"})
    assert (await doe(proef, melding, "_classificeer", aard="ggz")).status_code == 400
    assert soorten(proef) == ["MeldingOntvangen"]


def test_het_domein_weigert_wat_geen_aard_is() -> None:
    """The rule stands in the domain as well, with its id (LVS-2.3)."""
    feit = MeldingOntvangen.model_validate(
        {"gemeente": "gm0637", "locatie": "x", "meldingId": "0" * 32, "aard": "ggz", "kanaal": "telefoon"}
        | {"voorgevallenOp": NU}
    )
    with pytest.raises(MoetIetsZijn) as nee:
        classificeer(stand_van([feit]), aard=Aard.NOG_TE_BEPALEN, thema=None, door="oov")
    assert nee.value.regel == "LVS-2.3"


async def test_een_correctie_noemt_alleen_wat_anders_werd(proef: Proef) -> None:
    """Of everything that is sent, what differs is recorded; the rest of the melding stays."""
    melding = await meld(proef)
    antwoord = await doe(
        proef, melding, "_corrigeer", plaats="in-noodopvang", aard="overlast", gebied="dorp", reden="Verkeerd ingevuld"
    )
    assert antwoord.status_code == 200, antwoord.text
    feit = proef.feiten()[-1]
    assert isinstance(feit, MeldingGecorrigeerd)
    assert (feit.plaats, feit.gebied, feit.aard, feit.thema) == ("in-noodopvang", "dorp", None, None)
    detail = (await proef.als(Rol.OOV).get(f"{MELDINGEN}/{melding}")).json()
    assert (detail["plaats"], detail["gebied"], detail["aard"]) == ("in-noodopvang", "dorp", "overlast")


async def test_een_correctie_wordt_gekeurd_als_een_melding(proef: Proef) -> None:
    """What could not come in cannot be corrected to."""
    melding = await meld(proef)
    for veld, waarde in (
        ("plaats", "op-de-maan"),
        ("gebied", "elders"),
        ("thema", "voetbal"),
        ("voorgevallenOp", "2027-01-01T10:00:00+01:00"),
        ("nationaliteit", "x"),
        ("locatie", "zoetermeer"),
    ):
        antwoord = await doe(proef, melding, "_corrigeer", **{veld: waarde}, reden="Omdat het anders was")
        assert (antwoord.status_code, set(fouten(antwoord))) == (400, {veld})


async def test_het_coa_corrigeert_zijn_eigen_incident(proef: Proef) -> None:
    """False to true on consequences for public order goes out as a fact at once: that starts LVS-0.3."""
    incident = await meld_incident(proef, gevolgenOpenbareOrde=False)
    coa = {"rol": Rol.COA, "plek": COA_LOCATIE}
    antwoord = await doe(proef, incident, "_corrigeer", **coa, gevolgenOpenbareOrde=True, ernst=4, reden="Het liep op")
    assert antwoord.status_code == 200, antwoord.text
    feit = proef.feiten()[-1]
    assert isinstance(feit, MeldingGecorrigeerd)
    assert (feit.gevolgen_openbare_orde, feit.ernst, feit.door) == (True, 4, "coa")
    assert antwoord.json()["gevolgenOpenbareOrde"] is True


async def test_het_coa_komt_niet_aan_andermans_melding(proef: Proef) -> None:
    """A resident's melding is not the COA's to change, an incident of another location does not exist for it."""
    melding, incident = await meld(proef), await meld_incident(proef)
    coa = {"rol": Rol.COA, "plek": COA_LOCATIE}
    assert (await doe(proef, melding, "_trek-in", **coa, reden="vergissing")).status_code == 403
    elders = {"rol": Rol.COA, "plek": "zoetermeer"}
    assert (await doe(proef, incident, "_trek-in", **elders, reden="vergissing")).status_code == 404
    assert (await doe(proef, incident, "_corrigeer", **elders, ernst=1, reden="x")).status_code == 404
    assert (await doe(proef, incident, "_classificeer", **coa, aard="ggz", reden="x")).status_code == 403
    assert soorten(proef) == ["MeldingOntvangen", "IncidentGemeld"]


async def test_ernst_hoort_bij_een_incident(proef: Proef) -> None:
    """A resident's melding has no consequences for public order to correct: those the COA states (LVS-0.3)."""
    melding = await meld(proef)
    assert (await doe(proef, melding, "_corrigeer", ernst=4, reden="x")).status_code == 409


async def test_ingetrokken_telt_niet_en_kan_worden_heropend(proef: Proef) -> None:
    """A withdrawn melding stays readable; nothing is done with it until it is reopened."""
    melding = await meld(proef)
    ingetrokken = await doe(proef, melding, "_trek-in", reden="vergissing")
    assert (ingetrokken.status_code, ingetrokken.json()["status"]) == (200, "ingetrokken")
    nee = await doe(proef, melding, "_classificeer", aard="ggz", reden="x")
    assert (nee.status_code, "Heropen" in nee.json()["detail"]) == (409, True)
    assert (await doe(proef, melding, "_sluit", reden="afgehandeld")).status_code == 409
    assert (await doe(proef, melding, "_heropen")).json()["status"] == "in-behandeling"
    assert (await doe(proef, melding, "_classificeer", aard="ggz", reden="x")).status_code == 200
    kort = [type(feit) for feit in proef.feiten()]
    assert kort == [MeldingOntvangen, MeldingIngetrokken, MeldingHeropend, MeldingGeclassificeerd]


async def test_gesloten_is_gesloten_tot_iemand_heropent(proef: Proef) -> None:
    """A closed melding is not changed; what is open cannot be reopened."""
    melding = await meld(proef)
    assert (await doe(proef, melding, "_heropen")).status_code == 409
    assert (await doe(proef, melding, "_sluit", reden="geen-actie-nodig")).json()["status"] == "gesloten"
    assert (await doe(proef, melding, "_corrigeer", plaats="in-noodopvang", reden="x")).status_code == 409
    assert (await doe(proef, melding, "_sluit", reden="anders")).status_code == 400


async def test_alleen_de_behandelaars_wijzigen(proef: Proef) -> None:
    """The others may read at most; without a key nothing at all."""
    pad = f"{MELDINGEN}/00000000-0000-7000-8000-000000000000"
    wegen = ("_classificeer", "_corrigeer", "_trek-in", "_koppel", "_ontkoppel", "_zet-door", "_sluit", "_heropen")
    for rol in (Rol.POLITIE, Rol.HANDHAVING, Rol.JONGERENWERK, Rol.RAAD, Rol.BEHEER):
        client = proef.als(rol)
        assert {(await client.post(f"{pad}/{wat}", json={})).status_code for wat in wegen} == {403}
    assert {(await proef.publiek.post(f"{pad}/{wat}", json={})).status_code for wat in wegen} == {401}


async def test_het_overzicht_klopt_na_herbouw(overal: Proef) -> None:
    """Dropping and rebuilding the views gives the same answers, on each of the databases (promise 5)."""
    melding, ander = await meld(overal, aard="nog-te-bepalen"), await meld(overal)
    await doe(overal, melding, "_classificeer", aard="crimineel", thema="geweld", reden="x")
    await doe(overal, melding, "_corrigeer", publiekeTaak=True, voorgevallenOp="2026-11-22T08:00:00Z", reden="x")
    await doe(overal, melding, "_koppel", aan=ander)
    await doe(overal, melding, "_zet-door", aan="politie")
    await doe(overal, ander, "_sluit", reden="overgedragen")
    assert overal.dienst.ledger.views_differ() == []


async def test_een_medewerker_doet_het_op_de_pagina(proef: Proef) -> None:
    """The forms on the page of a melding work without a script, and show what was done."""
    melding = await meld(proef, aard="nog-te-bepalen")
    bezoeker = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    pagina = await bezoeker.get(f"/meldingen/{melding}")
    assert "Bepaal aard en thema" in pagina.text
    velden = {"csrf": csrf_uit(pagina.text), "aard": "crimineel", "thema": "geweld", "reden": "Zo bleek"}
    antwoord = await bezoeker.post(f"/meldingen/{melding}/classificeer", data=velden, follow_redirects=True)
    assert "Aard: Strafbaar gedrag. Thema: Geweld." in antwoord.text
    assert "Zo bleek" in antwoord.text
    nee = await bezoeker.post(f"/meldingen/{melding}/heropen", data={"csrf": velden["csrf"]})
    assert (nee.status_code, "Dit kan niet" in nee.text) == (409, True)
    fout = await bezoeker.post(f"/meldingen/{melding}/classificeer", data={"csrf": velden["csrf"], "aard": "x"})
    assert (fout.status_code, "Er klopt iets niet" in fout.text) == (400, True)
    lang = {"csrf": velden["csrf"], "aard": "overlast", "thema": "geluid", "reden": "z" * 501}
    te_lang = await bezoeker.post(f"/meldingen/{melding}/classificeer", data=lang)
    assert (te_lang.status_code, f'value="{"z" * 501}"' in te_lang.text) == (400, True)
    assert "Uw tekst is te lang. U gebruikte 501 tekens. Er passen er 500." in te_lang.text
    assert '<option value="geluid" selected>' in te_lang.text
