"""The API: who may ask what, and what a question that makes no sense gets."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any
from uuid import uuid4

import pytest
from python_calamine import CalamineWorkbook

from services.rapportage.application import Rapportagedienst
from services.rapportage.plek import Kijker
from shared.ledger import Ledger
from shared.profiel import Rol
from tests.rapportage.deur import Deur
from tests.rapportage.feiten import DINSDAG, LOCATIE, Keten, neem, nr
from tests.rapportage.verhaal import UUR
from tests.web import bezoeker

PAD = "/rapportage/v1/weekbeelden"
VRAAG = {"locatie": LOCATIE}


async def test_een_weekbeeld_over_http(deur: Deur) -> None:
    """Camel case, UTC, and on what it stands."""
    async with deur.sleutel(Rol.OOV) as client:
        antwoord = await client.get(PAD, params=VRAAG)
    beeld = antwoord.json()
    assert antwoord.status_code == 200
    assert (beeld["dezeWeek"]["code"], beeld["peildatum"]) == ("2026-W48", "2026-11-26T09:00:00Z")
    assert beeld["gelezen"] == {"escalatie": 6, "intake": 11, "overleg": 15}
    assert beeld["escalaties"][0]["bevestigd"] is False
    assert beeld["volgendOverleg"]["aanvang"] == "2026-12-01T09:00:00Z"
    assert len(beeld["profielversie"]) == 12


async def test_de_peildatum_reist_terug(deur: Deur) -> None:
    """The same question about an earlier day gives what was known on that day."""
    async with deur.sleutel(Rol.OOV) as client:
        toen = (await client.get(PAD, params={**VRAAG, "peildatum": "2026-11-18"})).json()
        met_plus = (await client.get(f"{PAD}?locatie={LOCATIE}&peildatum=2026-11-18T23:59:59.999999+01:00")).json()
    assert toen["meldingen"]["totaal"]["dezeWeek"] == 2
    assert toen == met_plus


@pytest.mark.parametrize(
    ("vraag", "status", "veld"),
    [
        ({"locatie": "utopia"}, 404, None),
        ({}, 400, "locatie"),
        ({**VRAAG, "peildatum": "morgen"}, 400, "peildatum"),
        ({**VRAAG, "peildatum": "2026-11-20T10:00:00"}, 400, "peildatum"),
        ({**VRAAG, "peildatum": "2030-01-01"}, 400, "peildatum"),
        ({**VRAAG, "week": "2026-W54"}, 400, "week"),
        ({**VRAAG, "formaat": "xml"}, 400, "formaat"),
        ({**VRAAG, "gemeente": "gm9999"}, 404, None),
    ],
)
async def test_een_verkeerde_vraag_krijgt_een_duidelijk_antwoord(
    deur: Deur, vraag: dict[str, str], status: int, veld: str | None
) -> None:
    """A problem in Dutch that names the field, never a 500."""
    async with deur.sleutel(Rol.OOV) as client:
        antwoord = await client.get(PAD, params=vraag)
    assert antwoord.status_code == status
    assert antwoord.headers["content-type"].startswith("application/problem+json")
    assert [fout["veld"] for fout in antwoord.json().get("fouten") or []] == ([veld] if veld else [])


@pytest.mark.parametrize(
    ("rol", "escalaties", "maatregelen"),
    [(Rol.OOV, True, True), (Rol.OM, True, True), (Rol.ZORG, False, False), (Rol.HANDHAVING, False, True)],
)
async def test_elke_rol_ziet_alleen_wat_erbij_hoort(deur: Deur, rol: Rol, escalaties: bool, maatregelen: bool) -> None:
    """What a role may not see is null: that is something else than nothing."""
    async with deur.sleutel(rol) as client:
        beeld = (await client.get(PAD, params=VRAAG)).json()
    assert (beeld["escalaties"] is not None, beeld["maatregelen"] is not None) == (escalaties, maatregelen)


@pytest.mark.parametrize("rol", [Rol.RAAD, Rol.BEHEER])
async def test_de_raad_krijgt_geen_kleine_aantallen(deur: Deur, rol: Rol) -> None:
    """Suppressed tables come later; until then the council has no access to counts that could point at somebody."""
    async with deur.sleutel(rol) as client:
        assert (await client.get(PAD, params=VRAAG)).status_code == 403


async def test_zonder_sleutel_is_er_niets_te_zien(deur: Deur) -> None:
    """Neither a picture nor a thread."""
    async with bezoeker(deur.app) as client:
        paden = [PAD, f"/rapportage/v1/tijdlijnen/{nr('m1')}"]
        assert [(await client.get(pad, params=VRAAG)).status_code for pad in paden] == [401, 401]


async def test_het_coa_ziet_alleen_de_eigen_locatie(deur: Deur) -> None:
    """Another location is refused; a melding there does not exist for them."""
    async with deur.sleutel(Rol.COA, "zoetermeer") as client:
        assert (await client.get(PAD, params=VRAAG)).status_code == 403
        assert (await client.get(PAD, params={"locatie": "zoetermeer"})).status_code == 200
        assert (await client.get(f"/rapportage/v1/tijdlijnen/{nr('m1')}")).status_code == 404


async def test_een_weekbeeld_als_csv(deur: Deur) -> None:
    """By parameter or by Accept, with the same numbers as the JSON."""
    async with deur.sleutel(Rol.OOV) as client:
        beeld = (await client.get(PAD, params=VRAAG)).json()
        via_vraag = await client.get(PAD, params={**VRAAG, "formaat": "csv"})
        via_kop = await client.get(PAD, params=VRAAG, headers={"Accept": "text/csv"})
    assert via_vraag.text == via_kop.text
    assert via_vraag.headers["content-type"] == "text/csv; charset=utf-8"
    rijen = list(csv.DictReader(StringIO(via_vraag.text)))
    per_aard = {rij["code"]: int(rij["dezeWeek"]) for rij in rijen if rij["onderdeel"] == "meldingen per aard"}
    assert per_aard == {telling["code"]: telling["dezeWeek"] for telling in beeld["meldingen"]["perAard"]}
    assert sum(int(rij["dezeWeek"]) for rij in rijen if rij["onderdeel"] == "meldingen per dag") == sum(
        per_aard.values()
    )


@pytest.mark.parametrize(("rol", "ziet"), [(Rol.OOV, True), (Rol.COMMUNICATIE, False), (Rol.HANDHAVING, False)])
async def test_drempels_zijn_voor_wie_ze_mag_lezen(deur: Deur, rol: Rol, ziet: bool) -> None:
    """By the table of actions: absent for who may not."""
    async with deur.sleutel(rol) as client:
        beeld = (await client.get(PAD, params=VRAAG)).json()
    assert (beeld["drempels"] is not None) is ziet


@pytest.mark.parametrize("formaat", ["csv", "ods", "xlsx"])
@pytest.mark.parametrize("rapport", ["weekbeelden", "doorlooptijden", "kwaliteit", "evaluaties"])
async def test_elk_rapport_is_als_bestand_te_bewaren(deur: Deur, rapport: str, formaat: str) -> None:
    """One table, whatever file: the same rows, as numbers where they are numbers."""
    async with deur.sleutel(Rol.OOV) as client:
        antwoord = await client.get(f"/rapportage/v1/{rapport}", params={**VRAAG, "formaat": formaat})
        als_tabel = await client.get(f"/rapportage/v1/{rapport}", params={**VRAAG, "formaat": "csv"})
    assert antwoord.status_code == 200, antwoord.text
    assert antwoord.headers["content-disposition"].endswith(f'.{formaat}"')
    rijen = list(csv.reader(StringIO(als_tabel.text)))
    assert rijen[0][:3] == ["onderdeel", "code", "naam"]
    assert len(rijen) > 20
    if formaat != "csv":
        cellen = CalamineWorkbook.from_filelike(BytesIO(antwoord.content)).get_sheet_by_index(0).to_python()
        assert [_tekst(rij) for rij in cellen] == [_tekst(rij) for rij in rijen]


def _tekst(rij: Sequence[Any]) -> list[str]:
    """A row as words: 3 and 3.0 are the same number."""
    return [f"{cel:g}" if isinstance(cel, float) else str(cel).removesuffix(".0") for cel in rij]


async def test_de_tabel_en_de_json_zeggen_hetzelfde(deur: Deur) -> None:
    """Means and a year ago too; a part is counted as it was asked."""
    vraag = {**VRAAG, "gerichtTegen": "omwonenden"}
    async with deur.sleutel(Rol.OOV) as client:
        beeld = (await client.get(PAD, params=vraag)).json()
        rijen = csv.DictReader(StringIO((await client.get(PAD, params={**vraag, "formaat": "csv"})).text))
        fout = await client.get(PAD, params={**VRAAG, "gebied": "elders"})
    assert {veld: waarde for veld, waarde in beeld["uitsnede"].items() if waarde} == {"gerichtTegen": "omwonenden"}
    per_thema = {
        rij["code"]: (int(rij["dezeWeek"]), int(rij["vorigeWeek"]), rij["gemiddeld"], rij["jaarGeleden"])
        for rij in rijen
        if rij["onderdeel"] == "meldingen per thema"
    }
    assert per_thema == {
        een["code"]: (een["dezeWeek"], een["vorigeWeek"], _leeg(een["gemiddeld"]), _leeg(een["jaarGeleden"]))
        for een in beeld["meldingen"]["perThema"]
    }
    assert fout.status_code == 400
    assert [een["veld"] for een in fout.json()["fouten"]] == ["gebied"]


def _leeg(waarde: float | None) -> str:
    return "" if waarde is None else str(waarde)


async def _regels(deur: Deur, rol: Rol, melding: str, **vraag: Any) -> list[str]:
    async with deur.sleutel(rol, LOCATIE if rol is Rol.COA else None) as client:
        antwoord = await client.get(f"/rapportage/v1/tijdlijnen/{nr(melding)}", params=vraag)
    assert antwoord.status_code == 200, antwoord.text
    return [regel["omschrijving"] for regel in antwoord.json()["regels"]]


async def test_de_tijdlijn_van_een_melding_over_de_diensten_heen(deur: Deur) -> None:
    """Received, on an agenda, moved on, an escalation, measures: in order of time."""
    assert await _regels(deur, Rol.OOV, "m1") == [
        "Op een agenda gezet",
        "Melding ontvangen",
        "Maatregel opgelegd: Gebiedsverbod voor korte tijd",
        "Niet besproken, doorgeschoven naar het volgende overleg",
        "Opnieuw op een agenda gezet",
        "Maatregel opgelegd: Gebiedsverbod voor korte tijd",
        "Escalatie geopend: Incident met gevolgen voor de openbare orde en veiligheid",
        "Maatregel afgelopen",
    ]


async def test_de_tijdlijn_zegt_wat_de_melder_kan_lezen(
    dienst: Rapportagedienst, oov: Kijker, ledger: Ledger, keten: Keten
) -> None:
    """With the rule that asks to consult COA and police first; of a confidential item only for who sees that."""
    keten.plan("lvos", DINSDAG + UUR, op=DINSDAG)
    for nummer, geheim in enumerate((False, True)):
        keten.meld(f"m{nummer}", DINSDAG)
        keten.agendeer("lvos", f"m{nummer}", op=DINSDAG, vertrouwelijk=geheim)
        keten.laat_lezen("lvos", f"m{nummer}", "Er wordt vaker gekeken.", op=DINSDAG + UUR)
    neem(ledger, *keten.events)
    gezien = [(await dienst.tijdlijn(nr("m0"), oov, DINSDAG + 2 * UUR)).regels[-1]]
    assert [(regel.omschrijving, regel.regel) for regel in gezien] == [
        ("De melder kan lezen: Er wordt vaker gekeken.", "LVS-4")
    ]
    partner = replace(oov, zicht=replace(oov.zicht, vertrouwelijk=False))
    van_ander = await dienst.tijdlijn(nr("m1"), partner, DINSDAG + 2 * UUR)
    assert [regel.omschrijving for regel in van_ander.regels] == ["Melding ontvangen"]


async def test_een_hele_escalatie_hoort_bij_de_tijdlijn(deur: Deur) -> None:
    """Also what names no melding itself: the notice, the confirmation, the end."""
    assert await _regels(deur, Rol.POLITIE, "i") == [
        "Incident gemeld door het COA, met gevolgen voor de openbare orde, ernst 3 van 4 (ernstig)",
        "Escalatie geopend: Incident met gevolgen voor de openbare orde en veiligheid",
        "Bericht verzonden aan de politie",
        "Ontvangst bevestigd door de politie",
        "Escalatie gesloten",
    ]


async def test_de_tijdlijn_toont_wat_toen_bekend_was(deur: Deur) -> None:
    """Before the melding was recorded there is no thread at all."""
    assert len(await _regels(deur, Rol.OOV, "m1", peildatum="2026-11-18")) == 5
    async with deur.sleutel(Rol.OOV) as client:
        antwoord = await client.get(f"/rapportage/v1/tijdlijnen/{nr('m1')}", params={"peildatum": "2026-11-17"})
    assert antwoord.status_code == 404


async def test_maatregelen_staan_niet_op_de_tijdlijn_van_wie_ze_niet_mag_zien(deur: Deur) -> None:
    """The COA sees its melding discussed, not what the burgemeester imposed."""
    regels = await _regels(deur, Rol.COA, "m1")
    assert "Op een agenda gezet" in regels
    assert not [regel for regel in regels if "Maatregel" in regel]


async def test_een_onbekende_melding_heeft_geen_tijdlijn(deur: Deur) -> None:
    """404, also for an id that belongs to something else."""
    async with deur.sleutel(Rol.OOV) as client:
        for id_ in (uuid4(), nr("e1"), nr("lvos-1")):
            assert (await client.get(f"/rapportage/v1/tijdlijnen/{id_}")).status_code == 404
        assert (await client.get("/rapportage/v1/tijdlijnen/geen-id")).status_code == 400
