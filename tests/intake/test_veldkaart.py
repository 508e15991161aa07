"""The veldkaart: what it may say, and every line in it that is wrong."""

from pathlib import Path

import pytest

from services.intake.invoer import VeldkaartFout, laad_veldkaart

GOED = """
[bestand]
tijdnotatie = "%d-%m-%Y %H:%M"
codering = "cp1252"
scheidingsteken = ";"

[kolommen]
aard = "Soort"
toelichting = ["Titel", "Tekst"]

[waarden.aard]
"Lawaai" = "overlast"

[standaard]
publiekeTaak = true

[alleen]
Wijk = "Noord"
"""


def gebreken(tmp_path: Path, tekst: str | bytes) -> list[tuple[int, str, str]]:
    """Everything that is wrong with a veldkaart: line, field, reason."""
    pad = tmp_path / "kaart.toml"
    pad.write_bytes(tekst.encode() if isinstance(tekst, str) else tekst)
    with pytest.raises(VeldkaartFout) as fout:
        laad_veldkaart(pad)
    assert "kaart.toml" in str(fout.value)
    return fout.value.gebreken


def test_een_goede_kaart(tmp_path: Path) -> None:
    """One column or a list, a value of any plain kind, and everything else as it is when nothing is said."""
    pad = tmp_path / "kaart.toml"
    pad.write_text(GOED)
    kaart = laad_veldkaart(pad)
    assert kaart.kolommen == {"aard": ("Soort",), "toelichting": ("Titel", "Tekst")}
    assert (kaart.standaard, kaart.alleen) == ({"publiekeTaak": "true"}, {"Wijk": ("Noord",)})
    assert (kaart.bestand.codering, kaart.bestand.tijdzone) == ("cp1252", "Europe/Amsterdam")


@pytest.mark.parametrize(
    ("was", "wordt", "regel", "veld"),
    [
        ('aard = "Soort"', 'soort = "Soort"', 8, "kolommen.soort"),
        ('"Lawaai" = "overlast"', '"Lawaai" = "herrie"', 12, "waarden.aard.Lawaai"),
        ('tijdnotatie = "%d-%m-%Y %H:%M"', 'tijdnotatie = "dd-mm-jjjj"', 3, "bestand.tijdnotatie"),
        ('tijdnotatie = "%d-%m-%Y %H:%M"', 'tijdnotatie = "%H:%M"', 3, "bestand.tijdnotatie"),
        ('codering = "cp1252"', 'codering = "ebcdic-nl"', 4, "bestand.codering"),
        ('codering = "cp1252"', 'codering = "base64"', 4, "bestand.codering"),
        ('codering = "cp1252"', 'tijdzone = "Zoetermeer"', 4, "bestand.tijdzone"),
        ('scheidingsteken = ";"', 'scheidingsteken = ";;"', 5, "bestand.scheidingsteken"),
        ("publiekeTaak = true", 'publiekeTaak = "soms"', 15, "standaard.publiekeTaak"),
        ("[alleen]", "[aleen]", 17, "aleen"),
    ],
)
def test_elke_fout_met_haar_regel(tmp_path: Path, was: str, wordt: str, regel: int, veld: str) -> None:
    """A mistake is named by line and field, with what is expected."""
    ((genoemd, waar, reden),) = gebreken(tmp_path, GOED.replace(was, wordt))
    assert (genoemd, waar) == (regel, veld)
    assert len(reden) > 5


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [(b"[kolommen\n", "TOML"), (b"# caf\xe9\n", "UTF-8"), (b"", "verplicht")],
)
def test_geen_kaart(tmp_path: Path, inhoud: bytes, woord: str) -> None:
    """What is no TOML, no UTF-8, or nothing at all says so."""
    assert woord in gebreken(tmp_path, inhoud)[0][2]


def test_er_is_geen_bestand(tmp_path: Path) -> None:
    """A path that leads nowhere."""
    with pytest.raises(VeldkaartFout, match="klopt het pad"):
        laad_veldkaart(tmp_path / "nergens.toml")
