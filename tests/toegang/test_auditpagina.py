"""The audit as beheer reads it: the page, its words, and who looked at what."""

import csv
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest

from shared.kortnummer import kortnummer
from shared.profiel.schema import Rol
from shared.web.audit import Regel, Resultaat
from shared.web.audit.woorden import wat
from shared.web.toegang import Toegang
from shared.web.toegang.actienamen import ACTIENAMEN, actiegroepen
from tests.shared import deuren
from tests.toegang.test_audit import API, EEN, TOEN, gelezen, regel
from tests.web import met_sessie, met_sleutel, proefsite


async def test_de_pagina_van_beheer(toegang: Toegang) -> None:
    """Beheer filters and takes it along as a file; others get nothing; that somebody looked is a line itself."""
    app = proefsite(toegang, apis={"intake": deuren.api()})
    await met_sleutel(app, toegang, Rol.RAAD).get(API)
    beheer = await met_sessie(app, toegang, Rol.BEHEER)
    pagina = await beheer.get("/beheer/audit", params={"rol": "raad", "vanaf": "", "resultaat": "geweigerd"})
    assert pagina.text.count("<tr") == 2
    assert "Gemeenteraad" in pagina.text
    bestand = (await beheer.get("/beheer/audit.csv", params={"rol": "raad"})).text
    assert len(bestand.strip().splitlines()) == 2
    [een] = csv.DictReader(StringIO(bestand.lstrip("\ufeff")))
    assert ACTIENAMEN[een["Actie"]] == een["Actie in woorden"] != een["Actie"]
    assert pagina.text.index("/beheer/audit.xlsx?") < pagina.text.index("<table")
    assert (await beheer.get("/beheer/audit", params={"vanaf": "gisteren"})).status_code == 400
    morgen = await beheer.get("/beheer/audit", params={"vanaf": "1-3-2199"})
    assert (morgen.status_code, 'type="date" id="vanaf" name="vanaf" value="2199-03-01"' in morgen.text) == (200, True)
    assert (await (await met_sessie(app, toegang, Rol.OOV)).get("/beheer/audit")).status_code == 403
    bekeken = await gelezen(toegang.audit, actie="audit.lezen")
    assert [uitkomst for *_, uitkomst in bekeken] == ["gelukt", "gelukt", "afgewezen", "gelukt", "geweigerd"]


async def test_een_handeling_is_een_regel_op_de_pagina(toegang: Toegang) -> None:
    """Begun and ended are one line there, also when a page lies between them; what never ended stays; both are kept."""
    begon, af = Resultaat.BEGONNEN, Resultaat.GELUKT

    def deel(uitkomst: Resultaat, minuut: int, spoor: str, wat: str = f"POST /meldingen/{EEN}/koppel") -> Regel:
        bij = {"betreft": wat, "actie": "melding.behandelen"}
        return replace(regel(TOEN + timedelta(minutes=minuut), **bij), resultaat=uitkomst, spoor=spoor)

    toegang.audit.schrijf(deel(begon, 0, "a"), deel(af, 1, "a"), deel(begon, 2, "b"))
    beheer = await met_sessie(proefsite(toegang), toegang, Rol.BEHEER)
    vraag = {"actie": "melding.behandelen"}
    html = (await beheer.get("/beheer/audit", params=vraag)).text
    assert (html.count("<tr"), html.count("Begonnen, einde niet bekend</td>")) == (3, 1)
    assert f"Melding {kortnummer(EEN)}: koppel" in html
    assert "POST /" not in html
    alles = (await beheer.get("/beheer/audit.csv", params=vraag)).text
    assert (len(alles.strip().splitlines()), alles.count("POST /meldingen")) == (4, 3)
    open_ = (await beheer.get("/beheer/audit", params={**vraag, "resultaat": "begonnen"})).text
    assert open_.count("<tr") == 2


async def test_wie_bekeek_dit(toegang: Toegang) -> None:
    """Asked by the short number of a melding: every line about it, and none about another."""
    toegang.audit.schrijf(regel(betreft=f"GET /meldingen/{EEN}"), regel(betreft="GET /meldingen", rol="raad"))
    toegang.audit.schrijf(regel(betreft=f"GET /intake/v1/meldingen/{EEN}", rol="politie"))
    beheer = await met_sessie(proefsite(toegang), toegang, Rol.BEHEER)
    for getypt in (kortnummer(EEN), EEN):
        html = (await beheer.get("/beheer/audit", params={"wat": getypt})).text
        assert html.count(f"Melding {kortnummer(EEN)}</td>") == 2, getypt
        assert "Gemeenteraad</td>" not in html


@pytest.mark.parametrize(
    ("betreft", "woorden"),
    [
        ("GET /", "Vandaag"),
        ("GET /beheer/winkeliers", "Beheer: winkeliers"),
        (
            "POST /beheer/toegang/link (rol om, plek alle, kenmerk 4F)",
            "Beheer: toegang, link (rol om, plek alle, kenmerk 4F)",
        ),
        (f"POST /intake/v1/meldingen/{EEN}/_zet-door", f"Melding {kortnummer(EEN)}: zet door"),
        (f"GET /escalaties/{EEN}", f"Escalatie {kortnummer(EEN)}"),
        ("meldketen sleutel maak", "Opdracht op de server: sleutel maak"),
    ],
)
def test_wat_iemand_bekeek_in_woorden(betreft: str, woorden: str) -> None:
    """No verb of a protocol, and the number that people know."""
    assert wat(betreft) == woorden


def test_elke_actie_staat_in_een_groep() -> None:
    """None is missing from the list, and none stands in two groups."""
    keuzes = [code for acties in actiegroepen().values() for code, _ in acties if not code.startswith("opdracht.")]
    assert sorted(keuzes) == sorted(ACTIENAMEN)
    assert "" not in actiegroepen()
