"""Two ways, and anonymous (KG-2.3c): who has the code is heard, sees what happens, and stays unknown."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake import volgcode
from services.intake.gesprek import AANVULLINGEN_HOOGSTENS, OPEN_HOOGSTENS
from shared.contracts.intake import AanvullingOntvangen, VraagGesteld
from shared.profiel import Rol, laad
from shared.profiel.goedkeuring import bezwaar
from shared.profiel.schema import Lijn
from shared.web import Toegang
from tests.intake.proef import BEKIJK, MELDING, MELDINGEN, Proef, fouten, proef_intake

VUL_AAN = "/intake/v1/terugkoppelingen/_vul-aan"


async def gemeld(proef: Proef, **velden: object) -> dict[str, str]:
    """A melding of the public, with its code."""
    antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, **velden})
    assert antwoord.status_code == 201, antwoord.text
    bon: dict[str, str] = antwoord.json()
    return bon


async def vraag(proef: Proef, melding_id: str, tekst: str = "Hoe laat was het ongeveer?") -> dict[str, Any]:
    """Staff ask something."""
    antwoord = await proef.als(Rol.MELDPUNT).post(f"{MELDINGEN}/{melding_id}/_stel-vraag", json={"vraag": tekst})
    assert antwoord.status_code == 200, antwoord.text
    gesprek: dict[str, Any] = antwoord.json()
    return gesprek


async def test_een_vraag_en_een_antwoord_zonder_naam(overal: Proef) -> None:
    """Staff ask, the reporter answers with the code alone, and staff read the answer; both masked."""
    bon = await gemeld(overal)
    await vraag(overal, bon["meldingId"], "Was u erbij? Bel 06 12345678.")
    stand = (await overal.publiek.post(BEKIJK, json={"volgcode": bon["volgcode"]})).json()
    open_ = [uiting for uiting in stand["gesprek"] if uiting["open"]]
    assert [uiting["tekst"] for uiting in open_] == ["Was u erbij? Bel [telefoonnummer]."]

    gegeven = {"volgcode": bon["volgcode"], "tekst": "Ja. Mail mij: a@b.nl", "antwoordOp": open_[0]["id"]}
    stand = (await overal.publiek.post(VUL_AAN, json=gegeven)).json()
    assert [uiting["soort"] for uiting in stand["gesprek"]] == ["vraag", "antwoord"]
    assert not any(uiting["open"] for uiting in stand["gesprek"])
    assert [stap["wat"] for stap in stand["stappen"]] == [
        "Uw melding is ontvangen.",
        "Wij hebben u iets gevraagd.",
        "U heeft iets toegevoegd.",
    ]
    bij_ons = (await overal.als(Rol.OOV).get(f"{MELDINGEN}/{bon['meldingId']}/gesprek")).json()
    assert [uiting["tekst"] for uiting in bij_ons["gesprek"]][1] == "Ja. Mail mij: [e-mail]"
    assert [type(feit).__name__ for feit in overal.feiten()[-2:]] == ["VraagGesteld", "AanvullingOntvangen"]


async def test_twee_keer_versturen_is_een_aanvulling(proef: Proef) -> None:
    """A form that is sent twice adds once; another one adds again."""
    bon = await gemeld(proef)
    gegeven = {"volgcode": bon["volgcode"], "tekst": "Nog iets", "sleutel": str(uuid4())}
    for _ in range(2):
        stand = (await proef.publiek.post(VUL_AAN, json=gegeven)).json()
    assert len(stand["gesprek"]) == 1
    stand = (await proef.publiek.post(VUL_AAN, json={**gegeven, "sleutel": str(uuid4())})).json()
    assert len(stand["gesprek"]) == 2


async def test_een_vraag_krijgt_een_antwoord(proef: Proef) -> None:
    """A question is answered once, and what is no question of this melding cannot be answered."""
    bon = await gemeld(proef)
    nummer = (await vraag(proef, bon["meldingId"]))["gesprek"][0]["id"]
    gegeven = {"volgcode": bon["volgcode"], "tekst": "Om tien uur", "antwoordOp": nummer}
    assert (await proef.publiek.post(VUL_AAN, json=gegeven)).status_code == 200
    for antwoord_op in (nummer, str(uuid4())):
        nog_eens = await proef.publiek.post(VUL_AAN, json={**gegeven, "antwoordOp": antwoord_op})
        assert nog_eens.status_code == 409


async def test_niemand_vult_de_opslag_met_een_code(proef: Proef) -> None:
    """There is an end to what one code can add, and to what staff can ask without an answer."""
    bon = await gemeld(proef)
    gegeven = {"volgcode": bon["volgcode"], "tekst": "meer"}
    uitkomsten = [(await proef.publiek.post(VUL_AAN, json=gegeven)).status_code for _ in range(AANVULLINGEN_HOOGSTENS)]
    assert set(uitkomsten) == {200}
    assert (await proef.publiek.post(VUL_AAN, json=gegeven)).status_code == 409
    for _ in range(OPEN_HOOGSTENS):
        await vraag(proef, bon["meldingId"])
    te_veel = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{bon['meldingId']}/_stel-vraag", json={"vraag": "En?"})
    assert te_veel.status_code == 409


@pytest.mark.parametrize(
    ("gegeven", "veld"), [({"tekst": "  "}, "tekst"), ({"tekst": "a" * 4001}, "tekst"), ({"nationaliteit": "x"}, None)]
)
async def test_een_lege_of_te_lange_aanvulling(proef: Proef, gegeven: dict[str, str], veld: str | None) -> None:
    """What is empty, too long or not asked is refused, and nothing of it is repeated."""
    bon = await gemeld(proef)
    antwoord = await proef.publiek.post(VUL_AAN, json={"volgcode": bon["volgcode"], "tekst": "ja", **gegeven})
    assert antwoord.status_code == 400
    assert (veld or "nationaliteit") in fouten(antwoord)


async def test_verkeerde_codes_krijgen_een_antwoord(proef: Proef) -> None:
    """Every code that could exist and does not gets the same answer; only a typing error is told apart."""
    antwoorden = set()
    for nummer in range(5):
        code = volgcode.maak(nummer.to_bytes(volgcode.TOEVAL, "big"))
        for pad, meer in ((BEKIJK, {}), (VUL_AAN, {"tekst": "iets"})):
            antwoord = await proef.publiek.post(pad, json={"volgcode": code, **meer})
            antwoorden.add((antwoord.status_code, antwoord.json()["detail"]))
    assert antwoorden == {(404, "Bij deze code hoort geen melding.")}
    typefout = await proef.publiek.post(BEKIJK, json={"volgcode": "0" * 19 + "1"})
    assert (typefout.status_code, "20 tekens" in typefout.json()["detail"]) == (404, True)


async def test_raden_houdt_op(tmp_path: Path, toegang: Toegang) -> None:
    """After ten codes a minute one waits, at every door that takes a code together."""
    proef = proef_intake(tmp_path, toegang, snelheidslimiet=True)
    doors = [(BEKIJK, {}), (VUL_AAN, {"tekst": "x"}), ("/intake/v1/terugkoppelingen/_wis-contact", {})]
    uitkomsten = []
    for nummer in range(12):
        pad, meer = doors[nummer % 3]
        uitkomsten.append(
            await proef.publiek.post(pad, json={"volgcode": volgcode.maak(bytes([nummer] * volgcode.TOEVAL)), **meer})
        )
    assert [antwoord.status_code for antwoord in uitkomsten] == [404] * 10 + [429] * 2
    assert "retry-after" in uitkomsten[-1].headers
    proef.sluit()


@pytest.mark.parametrize("rol", [Rol.POLITIE, Rol.COA, Rol.BURGEMEESTER, Rol.BEHEER])
async def test_wie_het_gesprek_niet_mag_zien(proef: Proef, rol: Rol) -> None:
    """Only the desk and the cluster read or ask."""
    bon = await gemeld(proef)
    wie = proef.als(rol, "rokkeveenseweg" if rol is Rol.COA else None)
    assert (await wie.get(f"{MELDINGEN}/{bon['meldingId']}/gesprek")).status_code == 403
    assert (await wie.post(f"{MELDINGEN}/{bon['meldingId']}/_stel-vraag", json={"vraag": "Wie?"})).status_code == 403


async def test_zonder_lijn_geen_vraag(tmp_path: Path, toegang: Toegang) -> None:
    """Where COA and police were not consulted on a line, nothing can be asked, and staff see why (LVS-4)."""
    proef = proef_intake(tmp_path, toegang, gemeenten=("koggenland",))
    melding = {"locatie": "koggenland", "voorgevallenOp": MELDING["voorgevallenOp"], "aard": "overlast"}
    bon = (await proef.publiek.post(MELDINGEN, json=melding)).json()
    antwoord = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{bon['meldingId']}/_stel-vraag", json={"vraag": "Waar?"})
    assert antwoord.status_code == 409
    assert "geen tekst" in antwoord.json()["detail"]
    pagina = await proef.als(Rol.OOV).get(f"/meldingen/{bon['meldingId']}/melder")
    assert "U kunt nu niets vragen" in pagina.text
    proef.sluit()


LIJN = laad("zoetermeer").terugkoppelen.lijn
DAG = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(DAG, DAG, DAG, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_goedgekeurd_is_alle_drie_en_in_die_volgorde(
    coa: date | None, politie: date | None, goed: date | None, op: date
) -> None:
    """A text is used only when both were consulted not later than it was approved, and that was not in the future."""
    assert LIJN is not None
    datums = {"coa_geraadpleegd_op": coa, "politie_geraadpleegd_op": politie, "goedgekeurd_op": goed}
    mag = goed is not None and goed <= op and all(wanneer is not None and wanneer <= goed for wanneer in (coa, politie))
    assert (bezwaar(Lijn.model_validate({**LIJN.model_dump(), **datums}), op) == "") is mag


async def test_het_hele_gesprek_in_formulieren(proef: Proef) -> None:
    """The same without JavaScript: ask on staff's page, answer on the reporter's, read it back on staff's."""
    bon = await gemeld(proef, toelichting="Er was ruzie met Kees op de hoek.")
    pad, medewerker = f"/meldingen/{bon['meldingId']}/melder", proef.als(Rol.MELDPUNT)
    assert "Er is nog niets gevraagd" in (await medewerker.get(pad)).text
    gevraagd = await medewerker.post(f"{pad}/vraag", data={"vraag": "Waar was het?"})
    assert "Nog geen antwoord" in gevraagd.text
    volgt = await proef.publiek.post("/volgen", data={"volgcode": bon["volgcode"]})
    assert "Wij hebben u iets te vragen" in volgt.text
    assert "Beschrijf gedrag en wat u zag, niet wie iemand is of bij welke groep hij hoort." in volgt.text
    nummer = next(feit for feit in proef.feiten() if isinstance(feit, VraagGesteld)).vraag_id
    gegeven = {
        "volgcode": bon["volgcode"],
        "sleutel": str(uuid4()),
        "antwoordOp": str(nummer),
        "tekst": "Bij de school",
    }
    nagekeken = await proef.publiek.post("/volgen/aanvullen", data=gegeven)
    assert ("U geeft antwoord op deze vraag" in nagekeken.text, "Waar was het?" in nagekeken.text) == (True, True)
    gegeven["ga"] = "verstuur"
    gezegd = await proef.publiek.post("/volgen/aanvullen", data=gegeven)
    assert "Dank u wel" in gezegd.text
    assert "Bij de school" in (await medewerker.get(pad)).text
    anders = {**gegeven, "sleutel": str(uuid4()), "antwoordOp": "iets-anders", "tekst": "En nog iets"}
    assert "En nog iets" in (await proef.publiek.post("/volgen/aanvullen", data=anders)).text
    leeg = await proef.publiek.post("/volgen/aanvullen", data={**anders, "tekst": " "})
    assert leeg.status_code == 400
    assert bon["volgcode"] not in str(leeg.url)
    onbekend = await proef.publiek.post(
        "/volgen/aanvullen", data={**anders, "volgcode": volgcode.maak(b"nergens voor mensen")}
    )
    assert onbekend.status_code == 404


async def test_wat_iemand_toevoegt_ziet_hij_eerst_nog_eens(proef: Proef) -> None:
    """What will be masked is shown and more can be marked; nothing is kept before it is sent, nothing twice or lost."""
    bon = await gemeld(proef)
    velden = {"volgcode": bon["volgcode"], "sleutel": str(uuid4()), "tekst": "Bel 0612345678. Het was bij de bakker."}

    async def stuur(**meer: str) -> str:
        return (await proef.publiek.post("/volgen/aanvullen", data={**velden, **meer})).text

    nagekeken = await stuur()
    assert ("Kijk uw tekst na" in nagekeken, "[telefoonnummer]" in nagekeken) == (True, True)
    verborgen = await stuur(ga="maskeer", verberg="de bakker")
    assert "<bdi>de bakker</bdi> wordt <mark" in verborgen
    weg = await stuur(ga="weg:Turkse", tekst="Een Turkse man.")
    assert ("[weggehaald]" in weg, "U schrijft ‘Turkse’" in weg) == (True, False)
    assert "U schrijft ‘Turkse’" in await stuur(tekst="Een Turkse man.")
    assert "Deze woorden staan niet in uw tekst: slager." in await stuur(ga="verstuur", verberg="slager")
    assert "U kunt hoogstens 50 regels invullen." in await stuur(verberg="\n".join(map(str, range(51))))
    terug = await stuur(ga="wijzig", verberg="de bakker")
    assert ("Bel 0612345678." in terug, f'value="{velden["sleutel"]}"' in terug) == (True, True)
    assert _aangevuld(proef) == 0
    for _ in range(2):
        bewaard = await stuur(ga="verstuur", verberg="de bakker")
        assert ("Dank u wel." in bewaard, "Bel [telefoonnummer]. Het was bij [weggehaald]." in bewaard) == (True, True)
    assert _aangevuld(proef) == 1
    assert "En nog iets." in await stuur(ga="verstuur", tekst="En nog iets.")
    assert _aangevuld(proef) == 2, "another text of the same form is not lost"


async def test_een_te_lange_aanvulling_blijft_staan(proef: Proef) -> None:
    """Too long is refused with how long it is and how long it may be, counted as who typed it counts."""
    velden = {"volgcode": (await gemeld(proef))["volgcode"], "sleutel": str(uuid4()), "ga": "verstuur"}
    lang = "a\n" * 2100
    antwoord = await proef.publiek.post("/volgen/aanvullen", data={**velden, "tekst": lang.replace("\n", "\r\n")})
    assert (antwoord.status_code, lang in antwoord.text) == (400, True)
    assert "Uw tekst is te lang. U gebruikte 4.200 tekens. Er passen er 4.000." in antwoord.text
    assert "Er passen 4.000 tekens." in antwoord.text
    leeg = await proef.publiek.post("/volgen/aanvullen", data=velden)
    assert (leeg.status_code, "Schrijf eerst wat u wilt zeggen." in leeg.text) == (400, True)
    past = await proef.publiek.post("/volgen/aanvullen", data={**velden, "tekst": "a\r\n" * 1999 + "aa"})
    assert "Dank u wel." in past.text, "a browser sends a new line as two characters"


def _aangevuld(proef: Proef) -> int:
    return sum(isinstance(feit, AanvullingOntvangen) for feit in proef.feiten())
