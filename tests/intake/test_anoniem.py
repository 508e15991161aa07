"""Anonymous by construction (promise 7): what identifies somebody is nowhere, whatever door it came in by."""

import json
from pathlib import Path
from uuid import uuid4

import pytest

from services.intake.invoer import Invoer, importeer
from shared.bus import CoaMessage
from shared.profiel import Rol
from tests.intake.proef import INCIDENT, INCIDENTEN, MELDING, MELDINGEN, Proef, gebruik
from tests.intake.test_signalen import PAD as SIGNALEN
from tests.intake.test_signalen import SIGNAAL
from tests.intake.test_winkeliers import INGEVULD as WINKEL
from tests.intake.test_winkeliers import nieuwe_code

KANARIES = ("kanarie@voorbeeld.nl", "06 81 54 27 93", "0681542793", "111222333", "NL91ABNA0417164300", "81542793")
VERHAAL = "Ik ben kanarie@voorbeeld.nl, bel 06 81 54 27 93 of 0681542793. Mijn bsn is 111222333, NL91ABNA0417164300."


async def door_elke_deur(proef: Proef, tmp_path: Path) -> None:
    """Bring the same story in by every door, taken and refused."""
    verteld = {**MELDING, "toelichting": VERHAAL}
    await proef.publiek.post(MELDINGEN, json=verteld)
    await proef.publiek.post(MELDINGEN, json={**verteld, "locatie": KANARIES[0]})
    await proef.publiek.post(MELDINGEN, json={**MELDING, "terugkoppeling": {"email": KANARIES[0]}})
    await proef.publiek.post(MELDINGEN, json={**MELDING, KANARIES[0]: KANARIES[1]})
    await proef.als(Rol.MELDPUNT).post(MELDINGEN, json={**verteld, "bron": "kanarie", "kenmerk": "0681542793"})
    await proef.als(Rol.COA, "rokkeveenseweg").post(INCIDENTEN, json={**INCIDENT, "toelichting": VERHAAL})
    formulier = {"sleutel": str(uuid4()), "locatie": "gm0637:rokkeveenseweg", "plaats": "buiten-noodopvang"}
    ingevuld = {**formulier, "datum": "2026-11-22", "tijd": "10:30", "toelichting": VERHAAL}
    assert (await proef.publiek.post("/melden/versturen", data=ingevuld)).status_code == 200
    await proef.publiek.post("/melden/versturen", data={**ingevuld, "datum": KANARIES[0]})
    await proef.publiek.post("/melden", data={**ingevuld, "stap": "toelichting"})
    await proef.publiek.post("/volgen", data={"volgcode": KANARIES[0]})
    await _van_anderen(proef)
    await _over_en_weer(proef)
    await _uit_een_bestand(proef, tmp_path)
    await _van_het_coa(proef)


async def _van_anderen(proef: Proef) -> None:
    """Another system, and a shopkeeper."""
    van_signalen = {**SIGNAAL, "text": VERHAAL, "reporter": {"email": KANARIES[0], "phone": KANARIES[2]}}
    signalen = await proef.als(Rol.MELDPUNT).post(SIGNALEN, json=van_signalen)
    code = await nieuwe_code(proef)
    winkelier = {"code": code, **WINKEL, "toelichting": VERHAAL}
    await proef.publiek.post("/winkeliers", data={**winkelier, "tijd": KANARIES[2], KANARIES[0]: VERHAAL})
    winkel = await proef.publiek.post("/winkeliers", data=winkelier)
    assert (signalen.status_code, winkel.status_code) == (201, 200)


async def _over_en_weer(proef: Proef) -> None:
    """What reporters and staff write afterwards: a reason, a question, its answer, words to be hidden."""
    bon = (await proef.publiek.post(MELDINGEN, json=MELDING)).json()
    pad, balie, volgcode = f"{MELDINGEN}/{bon['meldingId']}", proef.als(Rol.MELDPUNT), bon["volgcode"]
    await balie.post(f"{pad}/_classificeer", json={"aard": "ggz", "thema": "geluid", "reden": VERHAAL})
    gesprek = (await balie.post(f"{pad}/_stel-vraag", json={"vraag": VERHAAL})).json()["gesprek"]
    antwoord = {"volgcode": volgcode, "tekst": VERHAAL, "antwoordOp": gesprek[0]["id"]}
    assert (await proef.publiek.post("/intake/v1/terugkoppelingen/_vul-aan", json=antwoord)).status_code == 200
    aanvulling = {"volgcode": volgcode, "tekst": VERHAAL, "sleutel": str(uuid4())}
    for ga in ({}, {"ga": "verstuur"}):
        assert (await proef.publiek.post("/volgen/aanvullen", data={**aanvulling, **ga})).status_code == 200
    ((zegel,),) = proef.rijen("SELECT zegel FROM tekstregister WHERE soort = 'reden'")
    await balie.post(f"{pad}/_verberg", json={"zegel": zegel, "woorden": ["Mijn bsn", *KANARIES]})


async def _uit_een_bestand(proef: Proef, tmp_path: Path) -> None:
    bestand = tmp_path.parent / f"{tmp_path.name}-bron.csv"
    regels = [f"overlast,buiten-noodopvang,2026-11-20T10:00:00Z,{nr},{VERHAAL.replace(',', ';')}" for nr in (1, 2)]
    geweigerd = [f"{KANARIES[0]},{KANARIES[1]},{KANARIES[2]},{KANARIES[0]},x", f'"{VERHAAL}']
    bestand.write_text("\n".join(["aard,plaats,voorgevallenOp,kenmerk,toelichting", *regels, *geweigerd]))
    invoer = Invoer(bestand, locatie="rokkeveenseweg", afgewezen=tmp_path / "afgewezen.csv")
    uitslag = await importeer(invoer, gebruik(proef), proef.dienst.ledger, proef.klok)
    bestand.unlink()
    assert (uitslag.aangenomen, uitslag.geweigerd) == (2, 2)


async def _van_het_coa(proef: Proef) -> None:
    koppen = {"ce-specversion": "1.0", "ce-source": "urn:coa", "ce-type": "nl.coa.incident.v1"}
    lijven = [{**INCIDENT, "toelichting": VERHAAL}, {"toelichting": VERHAAL, KANARIES[0]: 1}]
    for nr, lijf in enumerate(lijven):
        message = CoaMessage(
            "gm0637", "rokkeveenseweg", {**koppen, "ce-id": str(nr)}, json.dumps(lijf).encode(), aflevering=1
        )
        assert proef.dienst.coa is not None
        await proef.dienst.coa(message, _hoort_niets)


async def _hoort_niets(*_: object, **__: str) -> None:
    """Let a refusal go."""


async def test_geen_kanarie_in_de_opslag(
    proef: Proef, tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """No byte of it in any file of the data folder, nor in what was logged; the story itself, masked, is there."""
    await door_elke_deur(proef, tmp_path)
    verteld = [tekst for (tekst,) in proef.rijen("SELECT tekst FROM teksten")]
    assert len(verteld) == 13
    assert all("[e-mail]" in tekst and "[telefoonnummer]" in tekst for tekst in verteld)
    gezien = {**_bestanden(tmp_path), "logboek": "".join([*capfd.readouterr(), caplog.text]).encode()}
    assert {"intake.db", "intake.db-wal", "afgewezen.csv"} <= set(gezien)
    assert [(waar, kanarie) for kanarie in KANARIES for waar in gezien if kanarie.encode() in gezien[waar]] == []


def _bestanden(folder: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in folder.rglob("*") if pad.is_file()}
