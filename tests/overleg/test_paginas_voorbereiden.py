"""Preparing a meeting on its page: what stands on the agenda, and what follows from it."""

from io import BytesIO
from re import search
from uuid import UUID

from pypdf import PdfReader

from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import UUR, escalatie, incident, lokaal, melding
from tests.web import csrf_uit


async def test_voorbereiden_op_een_pagina(kantoor: Kantoor) -> None:
    """The last record, the weekbeeld, what is still to be done, and the agenda on paper before the meeting."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    (eerder,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    proef.open(eerder)
    proef.sluit(eerder)
    afspraak = {"wat": "Meer licht bij de halte.", "wie": "handhaving", "uiterlijk": "2026-03-02"}
    plek = {"locatie": "rokkeveenseweg"}
    assert (await kantoor.als(Rol.OOV).post("/overleg/v1/afspraken", json=afspraak | plek)).status_code == 201
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    html = (await scherm.get(pad := f"/overleg/{overleg_id}")).text
    assert f'href="/overleg/{eerder}/verslag"' in html
    assert 'href="/rapportage/nieuw?locatie=rokkeveenseweg"' in html
    assert 'href="/rapportage/weekbeeld?locatie=rokkeveenseweg"' in html
    assert "Meer licht bij de halte." in html
    stuk = await scherm.get(f"{pad}/agenda.pdf")
    tekst = " ".join(blad.extract_text() for blad in PdfReader(BytesIO(stuk.content)).pages)
    assert (stuk.status_code, "Agenda zoals die is op woensdag 4 februari 2026 12.00 uur" in tekst) == (200, True)
    assert '"agenda-lvos-2026-02-17.pdf"' in stuk.headers["content-disposition"]
    assert "nog niet gesloten" not in tekst
    assert "Overlast" in tekst
    proef.open(overleg_id)
    bezig = (await scherm.get(pad)).text
    for blijft in (f'href="/overleg/{eerder}/verslag"', "Meer licht bij de halte.", f"{pad}/agenda.pdf"):
        assert blijft in bezig, "the chair needs it at the table too"
    proef.sluit(overleg_id)
    assert "Meer licht bij de halte." not in (await scherm.get(pad)).text


async def test_twee_escalaties_met_dezelfde_naam_zijn_uit_elkaar_te_houden(kantoor: Kantoor) -> None:
    """By when each came on an agenda first, also after it moved on."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    proef.escaleer(escalatie())
    proef.nu += UUR
    proef.escaleer(escalatie())
    sql = "SELECT overleg_id, agendapunt_id FROM agendapunten p WHERE soort = 'escalatie' AND EXISTS (SELECT 1 FROM "
    sql += "overleggen o WHERE o.overleg_id = p.overleg_id AND o.reeks = 'lvos') AND status = 'open'"
    (lvos, punt), (_, ander) = proef.ledger.query_sync(sql, ())
    proef.open(UUID(lvos))
    verder = proef.sluit(UUID(lvos), [UUID(punt), UUID(ander)])
    html = (await scherm.get(f"/overleg/{verder}")).text
    assert all(f', <span class="dag">04-02-2026</span> {uur}.00</strong>' in html for uur in (12, 13))


async def test_een_incident_met_een_escalatie_staat_er_een_keer(kantoor: Kantoor) -> None:
    """Both facts at one item, on the page, on paper and in the record; the numbers are those of what stands there."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    proef.plan()
    rustig, id_ = proef.ontvang(melding(proef.nu - UUR)), proef.ontvang(incident(proef.nu))
    erover = escalatie(None).model_copy(update={"meldingen": (id_,)})
    proef.escaleer(erover)
    (overleg_id,) = proef.staat_op(id_)
    pad = f"/overleg/{overleg_id}"
    html = (await scherm.get(pad)).text
    assert "Escalaties</h3>" not in html
    assert html.count(f'href="/escalaties/{erover.escalatie_id}"') == 1
    assert html.index(f"punt-{proef.punt(id_)}") < html.index(f"punt-{proef.punt(rustig)}"), (
        "what was urgent comes first"
    )
    punten = html.count('<li id="punt-')
    lijst = (await scherm.get("/overleg")).text
    assert search(rf'href="{pad}">(?:(?!</tr>).)*>\s*{punten}\s*</td>\s*</tr>', lijst.replace("\n", " "))
    stuk = await scherm.get(f"{pad}/agenda.pdf")
    tekst = " ".join(blad.extract_text() for blad in PdfReader(BytesIO(stuk.content)).pages)
    assert "Escalatie: Vijf meldingen van strafbaar gedrag" in " ".join(tekst.split())
    proef.nu = lokaal(2026, 2, 10) + UUR
    proef.open(overleg_id)
    assert "Alles is besproken: 2 punten" in (await scherm.get(pad)).text
    proef.sluit(overleg_id)
    assert erover.escalatie_id.hex in (await scherm.get(f"{pad}/verslag")).text.replace("-", "")


def _op_papier(inhoud: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(inhoud)).pages).split())


async def test_een_afspraak_op_de_agenda_zegt_waarover_zij_gaat(kantoor: Kantoor) -> None:
    """Who does what by when, on the agenda, in the record and on paper; made behind closed doors: only who does it."""
    proef, oov, politie = kantoor.proef, await kantoor.scherm(Rol.OOV), await kantoor.scherm(Rol.POLITIE)
    open_, dicht = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    (vorige,) = proef.staat_op(dicht)
    proef.open(vorige)
    pad = f"/overleg/{vorige}/punt/{proef.punt(dicht)}"
    csrf = csrf_uit((await oov.get(pad)).text)
    await oov.post(pad, data={"csrf": csrf, "bevinding": "Over een gezin.", "vertrouwelijk": "on"})
    lang = "Kijk elke avond. " * 20
    for wat, over in (("Loop langs de bushalte.", open_), (lang, open_), ("Praat met het gezin.", dicht)):
        plek = {"locatie": "rokkeveenseweg", "agendapuntId": str(proef.punt(over))}
        wie = {"wat": wat, "wie": "politie", "uiterlijk": "2026-02-09", **plek}
        assert (await kantoor.als(Rol.OOV).post("/overleg/v1/afspraken", json=wie)).status_code == 201
    proef.sluit(vorige)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    halte = "Afspraak: Loop langs de bushalte (Politie, uiterlijk 9 februari 2026)"
    gezin = halte.replace("Loop langs de bushalte", "Praat met het gezin")
    pad = f"/overleg/{overleg_id}"
    html, papier = (await oov.get(pad)).text, _op_papier((await oov.get(f"{pad}/agenda.pdf")).content)
    for zin in (halte, gezin, "Waar de regels vandaan komen", "KG: Deelplan openbare orde en veiligheid Koggenland"):
        assert (zin in html, zin in papier) == (True, True), zin
    assert "Kijk elke avond. … (Politie, uiterlijk" in html
    assert html.count(lang.strip()) == 2, "among what is still to be done, and at its own item"
    assert 'title="Deelplan openbare orde en veiligheid Koggenland">KG-2.2.1<' in html
    van_politie = (await politie.get(pad)).text
    assert (halte in van_politie, "<strong>Afspraak: Politie</strong>" in van_politie, gezin in van_politie) == (
        True,
        True,
        False,
    )
    proef.nu = lokaal(2026, 2, 10) + UUR
    proef.open(overleg_id)
    proef.sluit(overleg_id)
    assert halte in (await politie.get(f"{pad}/verslag")).text
    for versie, staat_er in (("volledig", True), ("zonder-vertrouwelijk", False)):
        papier = _op_papier((await oov.get(f"{pad}/verslag/{versie}.pdf")).content)
        assert (halte in papier, gezin in papier) == (True, staat_er)


async def test_een_maatregel_komt_na_een_bevinding(kantoor: Kantoor) -> None:
    """The agenda leads to a measure only at an item with a finding or a decision; the record counts the others."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    wel, niet = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    (overleg_id,) = proef.staat_op(wel)
    pad, proef.nu = f"/overleg/{overleg_id}", lokaal(2026, 2, 3) + UUR
    proef.open(overleg_id)
    assert "Leg een maatregel op" not in (await scherm.get(pad)).text
    csrf = csrf_uit((await scherm.get(f"{pad}/punt/{proef.punt(wel)}")).text)
    await scherm.post(f"{pad}/punt/{proef.punt(wel)}", data={"csrf": csrf, "bevinding": "Er liep geen toezicht."})
    html = (await scherm.get(pad)).text
    assert f"agendapuntId={proef.punt(wel)}#nieuw" in html
    assert f"agendapuntId={proef.punt(niet)}#nieuw" not in html
    proef.sluit(overleg_id)
    verslag = (await scherm.get(f"{pad}/verslag")).text
    assert "1 van de 2 besproken punten" in verslag
