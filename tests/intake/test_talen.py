"""The languages of the public pages: the same keys in every file, chosen by a link, marked when nobody checked them."""

import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

from services.intake.gesprek import GeenOpenVraag, TeVeel
from services.intake.voortgang import STANDEN, STAPPEN
from shared.contracts.intake import Aard
from shared.maskering.soorten import NAAM, SOORTEN, ZELF_GEMASKEERD
from shared.profiel import Profielen, laad
from shared.profiel.schema.meldingen import Taalcode
from shared.web import Toegang
from shared.web.talen import MAPPEN, Talen, lees_bestand, lees_taal
from tests.intake.bezoek import VOLLEDIG, Bezoek
from tests.intake.proef import Proef, proef_intake

CODES = sorted(pad.stem for pad in MAPPEN[0].glob("*.toml"))
VERTALINGEN = [code for code in CODES if code != "nl"]
IN_HET_ENGELS = ("aanvulling", "foutpagina", "gevolgd", "kaart", "privacy", "volgen")
"""Parts that a draft may leave out as a whole: its pages are shown in English then."""
OOK_ENGELS = ("fouttitel", "foutuitleg", "dag", "dagdeel", "maand", "aard", "stand", "stap", "weigering", "uitleg")
"""Fields whose codes a draft needs no words for, because only those pages show them."""
_SOORTEN = (".html", ".py")
BRON = Path(__file__).parents[2]
GENOEMD = re.compile(r"""\b(?:t|taal|self)\(\s*f?"([A-Za-z_]+(?:\.[A-Za-z_]+)+)"[,)]""")
"""A text that a page asks for by its whole name."""
_BLADEN = "services/intake/templates/**/*.html"


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


def test_wat_een_concept_niet_heeft_is_er_in_het_engels() -> None:
    """A page that a draft has no texts for is English; what it links to keeps asking for the draft."""
    taal = Talen(["ar"]).kies("ar", "privacy")
    assert (taal.code, taal.vraagteken) == ("en", "?taal=ar")
    assert Talen(["ar"]).kies("ar", "begin").code == "ar"
    assert Talen(["ar"]).kies("en", "begin").code == "nl"


def test_wat_een_melder_kan_lezen_heeft_engelse_woorden() -> None:
    """Every step, state, kind of behaviour, refusal and thing that is masked, and what only another language says."""
    engels = lees_taal("en")
    soorten = {soort for soort, _ in SOORTEN} | {NAAM, ZELF_GEMASKEERD[0]}
    zinnen = set(re.findall(r'woord\("uitleg", "(\w+)"', "".join(pad.read_text() for pad in BRON.glob(_BLADEN))))
    velden = {
        "stap": set(STAPPEN),
        "stand": set(STANDEN),
        "aard": set(map(str, Aard)),
        "maskering": soorten,
        "weigering": {TeVeel.__name__, GeenOpenVraag.__name__, "CodeOnbekend", "CodeKloptNiet", "zeker"},
        "uitleg": zinnen,
    }
    for veld, codes in velden.items():
        begin = f"codes.{veld}."
        assert {sleutel.removeprefix(begin) for sleutel in engels.teksten if sleutel.startswith(begin)} == codes
