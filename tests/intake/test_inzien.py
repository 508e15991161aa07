"""Looking up: lists, one melding, and what a reporter sees with the code."""

from secrets import token_bytes
from typing import Any

import pytest

from services.intake import volgcode
from shared.profiel import Rol
from shared.web import Toegang
from tests.intake.proef import BEKIJK, INCIDENT, INCIDENTEN, MELDING, MELDINGEN, Proef, fouten, proef_intake


async def doe(proef: Proef, **anders: Any) -> dict[str, str]:
    """Make a melding that differs in these fields; give what the reporter gets."""
    antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, **anders})
    assert antwoord.status_code == 201, antwoord.text
    bon: dict[str, str] = antwoord.json()
    return bon


async def gevonden(proef: Proef, rol: Rol = Rol.MELDPUNT, locatie: str | None = None, **vraag: str) -> list[str]:
    """The ids of a list."""
    antwoord = await proef.als(rol, locatie).get(MELDINGEN, params=vraag)
    assert antwoord.status_code == 200, antwoord.text
    return [melding["meldingId"] for melding in antwoord.json()["meldingen"]]


async def test_een_melding_zoals_het_meldpunt_haar_ziet(proef: Proef) -> None:
    """All fields in camelCase, times in UTC, and the masked text."""
    bon = await doe(proef, toelichting="Bel 06 12345678, veel lawaai")
    melding = (await proef.als(Rol.MELDPUNT).get(f"{MELDINGEN}/{bon['meldingId']}")).json()
    assert melding["toelichting"] == "Bel [telefoonnummer], veel lawaai"
    assert (melding["soort"], melding["status"], melding["aard"]) == ("melding", "ontvangen", "overlast")
    assert (melding["voorgevallenOp"], melding["ontvangenOp"]) == ("2026-11-22T09:30:00Z", "2026-11-22T12:00:00Z")
    assert "tekstzegel" not in melding
    assert "ernst" not in melding


@pytest.mark.parametrize("rol", [Rol.POLITIE, Rol.HANDHAVING, Rol.BURGEMEESTER, Rol.COA])
async def test_de_tekst_is_niet_voor_iedereen(proef: Proef, rol: Rol) -> None:
    """Who may see the melding does not read its text by that."""
    bon = await doe(proef, toelichting="Veel lawaai")
    locatie = "rokkeveenseweg" if rol is Rol.COA else None
    melding = (await proef.als(rol, locatie).get(f"{MELDINGEN}/{bon['meldingId']}")).json()
    assert "toelichting" not in melding
    assert "lawaai" not in str(melding)


@pytest.mark.parametrize("rol", [Rol.RAAD, Rol.COMMUNICATIE, Rol.PIKET, Rol.BEHEER])
async def test_wie_geen_meldingen_leest(proef: Proef, rol: Rol) -> None:
    """A role without that right sees neither list nor melding; the public neither. For piket there is no such one."""
    bon = await doe(proef)
    for pad, status in ((MELDINGEN, 403), (f"{MELDINGEN}/{bon['meldingId']}", 404 if rol is Rol.PIKET else 403)):
        assert (await proef.als(rol).get(pad)).status_code == status
        assert (await proef.publiek.get(pad)).status_code == 401


async def test_het_coa_ziet_zijn_eigen_locatie(proef: Proef) -> None:
    """A key that is bound to a location sees no other; of another melding not even that it exists."""
    eigen, ander = await doe(proef), await doe(proef, locatie="zoetermeer")
    coa = proef.als(Rol.COA, "rokkeveenseweg")
    assert await gevonden(proef, Rol.COA, "rokkeveenseweg") == [eigen["meldingId"]]
    assert (await coa.get(MELDINGEN, params={"locatie": "zoetermeer"})).status_code == 403
    assert (await coa.get(f"{MELDINGEN}/{ander['meldingId']}")).status_code == 404
    assert (await coa.get(f"{MELDINGEN}/{eigen['meldingId']}")).status_code == 200


async def test_de_lijst_filtert(overal: Proef) -> None:
    """By location, kind, sort and moment; `vanaf` counts, `tot` does not; a day begins at midnight here."""
    vroeg = await doe(overal, voorgevallenOp="2026-11-20T23:30:00Z")
    laat = await doe(overal, voorgevallenOp="2026-11-22T10:00:00Z", aard="ggz", locatie="zoetermeer")
    incident = (await overal.als(Rol.COA, "rokkeveenseweg").post(INCIDENTEN, json=INCIDENT)).json()
    ids = {"vroeg": vroeg["meldingId"], "laat": laat["meldingId"], "incident": incident["meldingId"]}
    assert await gevonden(overal) == [ids["laat"], ids["incident"], ids["vroeg"]]
    assert await gevonden(overal, locatie="zoetermeer") == [ids["laat"]]
    assert await gevonden(overal, aard="ggz") == [ids["laat"]]
    assert await gevonden(overal, soort="incident") == [ids["incident"]]
    assert await gevonden(overal, vanaf="2026-11-22T09:30:00Z", tot="2026-11-22T10:00:00Z") == [ids["incident"]]
    assert await gevonden(overal, vanaf="2026-11-21", tot="2026-11-22") == [ids["vroeg"]]


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("aard", "iets"),
        ("vanaf", "gisteren"),
        ("vanaf", "2026-02-30"),
        ("tot", "2026-11-22T10:00:00"),
        ("tot", "0001-01-01T00:00:00+14:00"),
        ("locatie", "a\x00b"),
        ("perPagina", "0"),
        ("perPagina", "veel"),
        ("na", "'; DROP TABLE meldingen"),
        ("loactie", "rokkeveenseweg"),
    ],
)
async def test_een_verkeerde_vraag(proef: Proef, naam: str, waarde: str) -> None:
    """A filter that cannot be read is named."""
    antwoord = await proef.als(Rol.MELDPUNT).get(MELDINGEN, params={naam: waarde})
    assert (antwoord.status_code, set(fouten(antwoord))) == (400, {naam})


async def test_bladeren(overal: Proef) -> None:
    """Page after page gives each melding once, also those of the same moment, and keeps the filters."""
    alle = {(await doe(overal))["meldingId"] for _ in range(5)} | {(await doe(overal, aard="ggz"))["meldingId"]}
    meldpunt, adres, gezien = overal.als(Rol.MELDPUNT), f"{MELDINGEN}?perPagina=2", list[str]()
    while adres:
        pagina = (await meldpunt.get(adres)).json()
        gezien += [melding["meldingId"] for melding in pagina["meldingen"]]
        adres = pagina.get("volgende", "")
    assert (len(gezien), set(gezien)) == (6, alle)
    eerste = (await meldpunt.get(f"{MELDINGEN}?perPagina=2&aard=overlast")).json()
    assert "aard=overlast" in eerste["volgende"]
    assert "perPagina=2" in eerste["volgende"]


@pytest.mark.parametrize("volgorde", ["gebeurd", "ontvangen"])
async def test_op_volgorde(overal: Proef, volgorde: str) -> None:
    """The newest first, by when it happened or by when it came in, page after page, with the other filters."""
    gebeurd = ["2026-11-20T10:00:00+01:00", "2026-11-22T10:00:00+01:00", "2026-11-21T10:00:00+01:00"]
    alle = list[str]()
    for op in gebeurd:
        alle.append((await doe(overal, voorgevallenOp=op))["meldingId"])
        overal.klok.verder(minutes=1)
    await doe(overal, aard="ggz")
    meldpunt, gezien = overal.als(Rol.MELDPUNT), list[str]()
    adres = f"{MELDINGEN}?perPagina=1&aard=overlast&volgorde={volgorde}"
    while adres:
        pagina = (await meldpunt.get(adres)).json()
        gezien += [melding["meldingId"] for melding in pagina["meldingen"]]
        adres = pagina.get("volgende", "")
    assert [alle.index(een) for een in gezien] == ([2, 1, 0] if volgorde == "ontvangen" else [1, 2, 0])


async def test_een_onbekende_melding(proef: Proef) -> None:
    """There is no such melding, or it is no number at all."""
    meldpunt = proef.als(Rol.MELDPUNT)
    assert (await meldpunt.get(f"{MELDINGEN}/00000000-0000-4000-8000-000000000000")).status_code == 404
    assert (await meldpunt.get(f"{MELDINGEN}/geen-nummer")).status_code == 400


async def test_met_de_volgcode(overal: Proef) -> None:
    """Without signing in a reporter sees what was done; not the text, and nothing about who."""
    bon = await doe(overal, toelichting="Veel lawaai")
    antwoord = await overal.publiek.post(BEKIJK, json={"volgcode": bon["volgcode"].lower().replace("-", " ")})
    assert antwoord.status_code == 200
    stand = antwoord.json()
    assert (stand["meldingId"], stand["status"]) == (bon["meldingId"], "ontvangen")
    assert stand["stappen"] == [{"op": "2026-11-22T12:00:00Z", "wat": "Uw melding is ontvangen."}]
    assert "lawaai" not in antwoord.text


@pytest.mark.parametrize("code", [volgcode.maak(b"nergens voor mensen"), "ABCDE-FGHJK-MNPQR-STVWX", "x", "é\x00😀"])
async def test_een_verkeerde_code(proef: Proef, code: str) -> None:
    """A code that is not ours, or is mistyped, gives nothing away and is not repeated."""
    await doe(proef)
    antwoord = await proef.publiek.post(BEKIJK, json={"volgcode": code})
    assert antwoord.status_code == 404
    assert len(code) == 1 or code not in antwoord.text


@pytest.mark.parametrize(
    "lijf", [{}, {"volgcode": ""}, {"volgcode": "x" * 65}, {"volgcode": 1}, {"volgcode": "x", "y": 1}]
)
async def test_geen_code(proef: Proef, lijf: dict[str, Any]) -> None:
    """Without a code there is nothing to look for."""
    assert (await proef.publiek.post(BEKIJK, json=lijf)).status_code == 400


async def test_raden_is_begrensd(toegang: Toegang, proef: Proef) -> None:
    """Somebody who tries codes may do so ten times a minute, over API and page together."""
    met_grens = proef_intake(proef.omgeving.instellingen.data / "grens", toegang, snelheidslimiet=True)
    publiek = met_grens.publiek
    antwoorden = [
        await publiek.post(BEKIJK, json={"volgcode": volgcode.maak(token_bytes(volgcode.TOEVAL))}) for _ in range(9)
    ]
    antwoorden += [
        await publiek.post("/volgen", data={"volgcode": volgcode.maak(token_bytes(volgcode.TOEVAL))}) for _ in range(2)
    ]
    assert [antwoord.status_code for antwoord in antwoorden] == [404] * 10 + [429]
    met_grens.sluit()


async def test_de_code_staat_nergens(proef: Proef) -> None:
    """Only a keyed hash of a code is stored: who holds the database cannot follow a melding, or try codes on it."""
    bon = await doe(proef)
    for pad in proef.omgeving.instellingen.data.rglob("intake.db*"):
        inhoud = pad.read_bytes()
        assert bon["volgcode"].encode() not in inhoud
        assert volgcode.lees(bon["volgcode"]).encode() not in inhoud
    assert len(proef.rijen("SELECT * FROM volgcodes")) == 1
