"""Who reads no Dutch: from the start page to behind the code, in English."""

import re
from uuid import UUID

import pytest

from services.intake import volgcode
from shared.profiel import Rol
from shared.web import Toegang
from tests.intake.bezoek import VOLLEDIG, Bezoek, tekst
from tests.intake.proef import MELDING, MELDINGEN, Proef, proef_intake
from tests.web import met_sessie

_ENGELSE_FORMULIEREN = ("/volgen?taal=en", "/volgen/aanvullen?taal=en", "/volgen/wissen?taal=en")
NEDERLANDS = re.compile(r"\b(?:uw|wij|het|een|niet|melding|gemeente|voor|tekst)\b", re.IGNORECASE)


async def test_engels(proef: Proef) -> None:
    """The link leads to the form in English, the language stays on every page, and names that stay Dutch say so."""
    assert 'href="/melden?taal=en" lang="en" hreflang="en"' in (await proef.publiek.get("/melden")).text
    bezoek = await Bezoek(proef.publiek, "en").tot_controle(**VOLLEDIG)
    assert ' lang="en">\n<head>' in bezoek.html
    assert bezoek.kop == "Check your answers"
    assert "Outside the emergency reception centre" in bezoek.leest
    assert '<bdi lang="nl">Noodopvang Rokkeveenseweg</bdi>' in bezoek.html
    await bezoek.verstuur()
    assert "We have received your report" in bezoek.leest
    assert len(proef.feiten()) == 1


async def test_een_fout_in_het_engels(proef: Proef) -> None:
    """What must change is said in the language of the page."""
    bezoek = await Bezoek(proef.publiek, "en").tot_controle(**{**VOLLEDIG, "tijd": ""})
    assert "Fill in the time, or choose a part of the day. An estimate is fine." in bezoek.leest


async def test_onderweg_een_andere_taal(proef: Proef) -> None:
    """Half-way another language can be chosen; what was answered stays."""
    bezoek = await Bezoek(proef.publiek).begin()
    bezoek.pagina = await proef.publiek.post(
        "/melden?taal=en", data={**bezoek.form.waarden, "ga": "taal", "aard": "ggz"}
    )
    assert bezoek.kop == "What kind of behaviour was it?"
    assert bezoek.form.waarden["aard"] == "ggz"


async def test_de_taal_kies_je_op_het_begin(proef: Proef) -> None:
    """The start page is there in English, says so in its `lang`, and every way on from it stays in English."""
    nederlands, engels = [(await proef.publiek.get(f"/{vraag}")).text for vraag in ("", "?taal=en")]
    assert '<a href="/?taal=en" lang="en" hreflang="en">English</a>' in nederlands
    assert ' lang="en">\n<head>' in engels
    assert '<a href="/" lang="nl" hreflang="nl">Nederlands</a>' in engels
    assert "In immediate danger: call 112." in tekst(engels)
    verder = re.findall(r'<a [^>]*href="(/[a-z]*)(\?taal=en)?"', engels)
    blijft = {pad for pad, taal in verder if taal}
    assert blijft == {"/", "/melden", "/volgen", "/meldkaart", "/privacy"}
    assert {pad for pad, taal in verder if not taal} == {"/", "/aanmelden", "/hulp", "/toegankelijkheid"}
    assert "set-cookie" not in (await proef.publiek.get("/?taal=en")).headers


async def test_de_meldkaart_in_het_engels(proef: Proef) -> None:
    """Whom to call: the page in English, what the municipality wrote on the card marked as Dutch."""
    assert 'href="/meldkaart/gm0637/rokkeveenseweg?taal=en"' in (await proef.publiek.get("/meldkaart?taal=en")).text
    kaart = (await proef.publiek.get("/meldkaart/gm0637/rokkeveenseweg?taal=en")).text
    gelezen = tekst(kaart)
    for woorden in ("Whom to call: Noodopvang Rokkeveenseweg", "Call 112", "wrote what stands below in Dutch."):
        assert woorden in gelezen
    assert '<p lang="nl" dir="ltr">Meld Misdaad Anoniem</p>' in kaart
    assert not NEDERLANDS.search(zonder_nederlands(kaart))


async def test_privacy_in_het_engels(proef: Proef) -> None:
    """With the terms of the profile; the law by its Dutch name too, for who looks it up."""
    engels = (await proef.publiek.get("/privacy?taal=en")).text
    gelezen = tekst(engels)
    for woorden in ("until 14 days after your report was closed", "Gemeentewet", "Autoriteit Persoonsgegevens"):
        assert woorden in gelezen
    assert "U kunt" not in gelezen
    assert ' lang="en">\n<head>' in engels


async def test_een_fout_op_een_pagina_in_het_engels(proef: Proef) -> None:
    """What does not exist, and the way back, in the language of the address."""
    antwoord = await proef.publiek.get("/bestaat-niet?taal=en")
    assert antwoord.status_code == 404
    assert "This page does not exist. Check the address." in tekst(antwoord.text)
    assert '<a href="/?taal=en">To the start</a>' in antwoord.text


async def test_wie_is_aangemeld_helpt_in_het_engels(proef: Proef) -> None:
    """A member of staff who follows together with somebody sees the page in English, and what is theirs in Dutch."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    html = (await meldpunt.get("/volgen?taal=en")).text
    assert ' lang="en">\n<head>' in html
    assert '<div class="kop__wie" lang="nl" dir="ltr">' in html
    assert 'aria-current="true">Report</a>' in html
    assert ' lang="nl">\n<head>' in (await meldpunt.get("/meldingen?taal=en")).text


class Volger:
    """Somebody who reads no Dutch, behind the code of a report."""

    def __init__(self, proef: Proef, volgcode: str) -> None:
        self._client, self._code = proef.publiek, {"volgcode": volgcode}

    async def stuurt(self, waar: str = "", taal: str = "?taal=en", **velden: str) -> str:
        """Send a form, and see the page that comes."""
        antwoord = await self._client.post(f"/volgen{waar}{taal}", data={**self._code, **velden})
        return antwoord.text


async def test_melden_volgen_aanvullen_en_wissen_in_het_engels(proef: Proef) -> None:
    """From the report to the erasing of what was left behind, without a page in Dutch; each form stays in English."""
    bezoek = await Bezoek(proef.publiek, "en").tot_controle(
        **VOLLEDIG, email="ik@voorbeeld.nl", toelichting="Amina was insulted. Call +31612345678."
    )
    assert "becomes [telefoonnummer] (telephone number)" in bezoek.leest
    await bezoek.verstuur()
    volger = Volger(proef, bezoek.form.waarden["volgcode"])
    assert 'action="/volgen?taal=en"' in bezoek.html
    html = await volger.stuurt()
    gelezen = tekst(html)
    for woorden in (
        "Status Received",
        "Happened Sunday 22 November 2026, 10:30",
        "Kind of behaviour Criminal behaviour",
        "Place Outside the emergency reception centre",
        "We received your report.",
        "[telefoonnummer] is a telephone number",
    ):
        assert woorden in gelezen
    assert '<dd lang="nl">Noodopvang Rokkeveenseweg</dd>' in html
    nagekeken = await volger.stuurt("/aanvullen", tekst="It happened again.", sleutel=str(UUID(int=7)))
    assert "Check your text" in tekst(nagekeken)
    toegevoegd = await volger.stuurt("/aanvullen", tekst="It happened again.", sleutel=str(UUID(int=7)), ga="verstuur")
    assert "We have received what you added." in tekst(toegevoegd)
    assert "you added: It happened again." in tekst(toegevoegd)
    onzeker = await volger.stuurt("/wissen")
    assert "Tick the box to say that you are sure." in tekst(onzeker)
    gewist = await volger.stuurt("/wissen", zeker="true")
    assert "have been erased" in tekst(gewist)
    assert "Erase my details" not in tekst(gewist)
    for pagina in (html, nagekeken, toegevoegd, onzeker, gewist):
        assert ' lang="en">\n<head>' in pagina
        assert set(re.findall(r'<form [^>]*action="([^"]*)"', pagina)) <= {"/volgen", *_ENGELSE_FORMULIEREN}
        assert not NEDERLANDS.search(zonder_nederlands(pagina))


def zonder_nederlands(html: str) -> str:
    """What somebody reads who skips what is marked as Dutch."""
    lijf = html[html.index("<main") :]
    return tekst(re.sub(r'<(\w+)([^>]*) lang="nl"[^>]*>.*?</\1>', "", lijf, flags=re.DOTALL))


async def test_wat_de_gemeente_vraagt_blijft_nederlands_en_zegt_dat(proef: Proef) -> None:
    """A question of staff is marked as Dutch, where it stands and where it is chosen; the page says so."""
    bon = (await proef.publiek.post(MELDINGEN, json=MELDING)).json()
    vraag = "Wilt u <b>zeggen</b> waar dit was?"
    pad = f"{MELDINGEN}/{bon['meldingId']}/_stel-vraag"
    assert (await proef.als(Rol.MELDPUNT).post(pad, json={"vraag": vraag})).status_code == 200
    html = await Volger(proef, bon["volgcode"]).stuurt()
    assert "The municipality wrote this in Dutch." in tekst(html)
    escaped = "Wilt u &lt;b&gt;zeggen&lt;/b&gt; waar dit was?"
    assert f'<p class="citaat" lang="nl" dir="ltr">{escaped}</p>' in html
    assert f'Answer to: <span lang="nl">{escaped}</span>' in html
    nederlands = await Volger(proef, bon["volgcode"]).stuurt(taal="")
    assert f"Antwoord op: <span>{escaped}</span>" in nederlands
    assert "The municipality" not in nederlands
    assert 'formaction="/volgen?taal=en" lang="en">English</button>' in nederlands


async def test_een_vraag_die_niet_meer_open_staat_in_het_engels(proef: Proef) -> None:
    """What a rule refuses is said in the language of the page, and what was typed stays."""
    bon = (await proef.publiek.post(MELDINGEN, json=MELDING)).json()
    velden = {"tekst": "On the corner.", "antwoordOp": str(UUID(int=8)), "ga": "verstuur"}
    html = await Volger(proef, bon["volgcode"]).stuurt("/aanvullen", **velden)
    assert "This question is no longer open." in tekst(html)
    assert ">On the corner.</textarea>" in html


@pytest.mark.parametrize(
    ("getypt", "woorden"),
    [
        ("", "Fill in your tracking code."),
        ("FEVSC-WT4VW", "Check that you copied all 20 characters."),
        (volgcode.maak(b"nergens voor mensen"), "No report belongs to this code."),
    ],
)
async def test_een_verkeerde_code_in_het_engels(proef: Proef, getypt: str, woorden: str) -> None:
    """What is wrong with a code, in the language of the page."""
    html = await Volger(proef, getypt).stuurt()
    assert woorden in tekst(html)
    assert not NEDERLANDS.search(zonder_nederlands(html))


async def test_te_vaak_volgen_in_het_engels(toegang: Toegang, proef: Proef) -> None:
    """Who tries too often reads so, and when it can be tried again."""
    data = proef.omgeving.instellingen.data / "begrensd"
    begrensd = proef_intake(data, toegang, snelheidslimiet=True)
    volger = Volger(begrensd, "FEVSC-WT4VW")
    gezien = [await volger.stuurt() for _ in range(11)]
    assert re.search(r"What you sent has not been kept. Try again in \d+ seconds.", tekst(gezien[-1]))
    assert "all 20 characters" in tekst(gezien[0])
    begrensd.sluit()
