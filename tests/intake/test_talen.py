"""The languages of the public form: the same keys in every file, chosen by a link, marked when nobody checked them."""

from string import Formatter

import pytest

from services.intake.paginas.talen import MAP, lees_taal
from shared.profiel import Profielen, laad
from shared.profiel.schema.meldingen import Taalcode
from shared.web import Toegang
from tests.intake.bezoek import VOLLEDIG, Bezoek
from tests.intake.proef import Proef, proef_intake

CODES = sorted(pad.stem for pad in MAP.glob("*.toml"))
VERTALINGEN = [code for code in CODES if code != "nl"]


def sleutels(code: str, *, woorden: bool = False) -> set[str]:
    """The keys of a file: those of the texts, or those that word the profile's codes."""
    return {sleutel for sleutel in lees_taal(code).teksten if sleutel.startswith("codes.") is woorden}


def open_plekken(tekst: object) -> set[str | None]:
    """What stands between braces in a text."""
    return {deel[1] for deel in Formatter().parse(str(tekst))}


def test_elke_taal_die_een_profiel_kan_noemen_heeft_een_bestand() -> None:
    """And no file is there that no profile can name."""
    assert sorted(Taalcode.__args__) == CODES  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", VERTALINGEN)
def test_elke_taal_heeft_dezelfde_sleutels(code: str) -> None:
    """The keys of the Dutch original, with the same open places in each text and none of them empty."""
    taal, nederlands = lees_taal(code), lees_taal("nl")
    assert sleutels(code) == sleutels("nl")
    assert sleutels(code, woorden=True) == sleutels("en", woorden=True)
    anders = [naam for naam in sleutels("nl") if open_plekken(taal.teksten[naam]) != open_plekken(nederlands(naam))]
    assert anders == []
    assert all(str(tekst).strip() for tekst in taal.teksten.values())


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
