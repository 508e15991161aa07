"""The languages of the public pages: the same keys in every file, chosen by a link, marked when nobody checked them."""

import re
from collections import Counter
from pathlib import Path
from string import Formatter
from uuid import UUID

import pytest

from services.intake import volgcode
from services.intake.voortgang import STANDEN, STAPPEN
from shared.contracts.intake import Aard
from shared.maskering.soorten import NAAM, SOORTEN, ZELF_GEMASKEERD
from shared.profiel import Profielen, Rol, laad
from shared.profiel.schema.meldingen import Taalcode
from shared.web import Toegang
from shared.web.talen import MAPPEN, Talen, lees_bestand, lees_taal
from tests.intake.bezoek import VOLLEDIG, Bezoek, tekst
from tests.intake.proef import MELDING, MELDINGEN, Proef, proef_intake
from tests.web import met_sessie

CODES = sorted(pad.stem for pad in MAPPEN[0].glob("*.toml"))
VERTALINGEN = [code for code in CODES if code != "nl"]
IN_HET_ENGELS = ("aanvulling", "foutpagina", "gevolgd", "kaart", "privacy", "volgen")
"""Parts that a draft may leave out as a whole: its pages are shown in English then."""
OOK_ENGELS = ("fouttitel", "foutuitleg", "dag", "maand", "aard", "stand", "stap", "weigering", "uitleg")
"""Fields whose codes a draft needs no words for, because only those pages show them."""
_SOORTEN = (".html", ".py")
BRON = Path(__file__).parents[2]
GENOEMD = re.compile(r"""\b(?:t|taal|self)\(\s*f?"([A-Za-z_]+(?:\.[A-Za-z_]+)+)"[,)]""")
"""A text that a page asks for by its whole name."""


def sleutels(code: str, *, woorden: bool = False) -> set[str]:
    """The keys of a language: those of the texts, or those that word what has its Dutch words elsewhere."""
    return {sleutel for sleutel in lees_taal(code).teksten if sleutel.startswith("codes.") is woorden}


def nodig(code: str, *, woorden: bool = False) -> set[str]:
    """The keys that a language must have: a checked one all of them."""
    alle, weg = sleutels("en" if woorden else "nl", woorden=woorden), OOK_ENGELS if woorden else IN_HET_ENGELS
    if lees_taal(code).nagekeken:
        return alle
    return {sleutel for sleutel in alle if sleutel.removeprefix("codes.").partition(".")[0] not in weg}


def open_plekken(tekst: object) -> set[str | None]:
    """What stands between braces in a text."""
    return {deel[1] for deel in Formatter().parse(str(tekst))}


def test_elke_taal_die_een_profiel_kan_noemen_heeft_een_bestand() -> None:
    """And no file is there that no profile can name."""
    assert sorted(Taalcode.__args__) == CODES  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", CODES)
def test_geen_tekst_staat_op_twee_plekken(code: str) -> None:
    """The shell and each service have files of their own: a key in two of them would hide one of the texts."""
    geteld = Counter(sleutel for plek in MAPPEN for sleutel, _ in lees_bestand(plek / f"{code}.toml"))
    assert [sleutel for sleutel, aantal in geteld.items() if aantal > 1] == []


@pytest.mark.parametrize("code", VERTALINGEN)
def test_elke_taal_heeft_dezelfde_sleutels(code: str) -> None:
    """The keys of the Dutch original, with the same open places in each text and none of them empty."""
    taal, nederlands = lees_taal(code), lees_taal("nl")
    assert sleutels(code) == nodig(code)
    assert sleutels(code, woorden=True) == nodig(code, woorden=True)
    anders = [naam for naam in sleutels(code) if open_plekken(taal.teksten[naam]) != open_plekken(nederlands(naam))]
    assert anders == []
    assert all(str(tekst).strip() for tekst in taal.teksten.values())


def test_elke_tekst_die_een_pagina_noemt_bestaat() -> None:
    """A text that is named and stands in no file would be an error on that page alone, for who meets it."""
    paden = [pad for plek in ("shared/web", "services") for pad in (BRON / plek).rglob("*") if pad.suffix in _SOORTEN]
    genoemd = {naam for pad in paden for naam in GENOEMD.findall(pad.read_text())}
    assert len(genoemd) > 50
    assert genoemd <= sleutels("nl"), genoemd - sleutels("nl")


@pytest.mark.parametrize("code", VERTALINGEN)
def test_elke_code_van_het_profiel_heeft_een_woord(code: str) -> None:
    """Themes and places of the shipped profile of Zoetermeer are worded in every language."""
    gevraagd = laad("zoetermeer").meldingen
    for veld, keuzes in (("thema", gevraagd.themas), ("plaats", gevraagd.plaatsen)):
        assert all(lees_taal(code).woord(veld, keuze.code, "") for keuze in keuzes)


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


async def test_concepten_staan_uit(proef: Proef) -> None:
    """Arabic and Ukrainian are not offered unless the profile names them, nor can they be asked for by the address."""
    for code in ("ar", "uk", "xx"):
        antwoord = (await proef.publiek.get(f"/melden?taal={code}")).text
        assert ' lang="nl">\n<head>' in antwoord
        assert f"taal={code}" not in antwoord


async def test_een_concept_zegt_dat_het_een_concept_is(toegang: Toegang, proef: Proef) -> None:
    """Where the profile names it: right to left, and a notice on every page that no translator looked at it yet."""
    profiel = laad("zoetermeer")
    met = profiel.model_copy(update={"meldingen": profiel.meldingen.model_copy(update={"talen": ("nl", "ar")})})
    data = proef.omgeving.instellingen.data / "arabisch"
    arabisch = proef_intake(data, toegang, profielen_=Profielen([met]))
    bezoek = await Bezoek(arabisch.publiek, "ar").tot_controle(**VOLLEDIG)
    assert ' lang="ar" dir="rtl">\n<head>' in bezoek.html
    assert lees_taal("ar")("algemeen.concept") in bezoek.leest
    arabisch.sluit()


@pytest.mark.parametrize("code", ["nl", "en", "ar", "uk"])
def test_een_telefoonnummer_blijft_leesbaar(code: str) -> None:
    """From right to left a browser would write `8844-0900`, unless the number is set apart."""
    tekst = " ".join(str(waarde) for waarde in lees_taal(code).teksten.values())
    assert ("\u20660900-8844\u2069" in tekst) is (code == "ar")
    assert "0900-8844" in tekst


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


def test_wat_een_concept_niet_heeft_is_er_in_het_engels() -> None:
    """A page that a draft has no texts for is English; what it links to keeps asking for the draft."""
    taal = Talen(["ar"]).kies("ar", "privacy")
    assert (taal.code, taal.vraagteken) == ("en", "?taal=ar")
    assert Talen(["ar"]).kies("ar", "begin").code == "ar"
    assert Talen(["ar"]).kies("en", "begin").code == "nl"


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


_ENGELSE_FORMULIEREN = ("/volgen?taal=en", "/volgen/aanvullen?taal=en", "/volgen/wissen?taal=en")
NEDERLANDS = re.compile(r"\b(?:uw|wij|het|een|niet|melding|gemeente|voor|tekst)\b", re.IGNORECASE)


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


def test_wat_een_melder_kan_lezen_heeft_engelse_woorden() -> None:
    """Every step, every state, every kind of behaviour and everything that is masked."""
    engels = lees_taal("en")
    soorten = {soort for soort, _ in SOORTEN} | {NAAM, ZELF_GEMASKEERD[0]}
    velden = {"stap": set(STAPPEN), "stand": set(STANDEN), "aard": set(map(str, Aard)), "maskering": soorten}
    for veld, codes in velden.items():
        begin = f"codes.{veld}."
        assert {sleutel.removeprefix(begin) for sleutel in engels.teksten if sleutel.startswith(begin)} == codes
