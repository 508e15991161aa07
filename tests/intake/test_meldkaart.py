"""The card of whom to call (TB-2.5): for everyone, on screen and on one page of paper."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from services.intake.paginas.meldkaart import PAPIER
from shared.pdf import maak_pdf
from shared.web import Toegang
from tests.intake.proef import NU, Proef, proef_intake

HOE = f"0900 12 34 56 78 90 12 of {'a' * 36}.nl"
KAART = "/meldkaart/gm0637/rokkeveenseweg"


async def test_wie_belt_u_waarvoor(proef: Proef) -> None:
    """Without a key one finds the card of a location, with a number to call and who answers."""
    lijst = await proef.publiek.get("/meldkaart")
    assert f'href="{KAART}"' in lijst.text
    kaart = await proef.publiek.get(KAART)
    assert kaart.status_code == 200
    for woorden in (
        'href="tel:112"',
        'href="tel:09008844"',
        "Locatiemanager COA",
        "0800-7000",
        "meldmisdaadanoniem.nl",
    ):
        assert woorden in kaart.text


async def test_de_kaart_op_papier_is_een_bladzijde(proef: Proef) -> None:
    """The same card as PDF: one A4, of this municipality, readable aloud."""
    antwoord = await proef.publiek.get(f"{KAART}/meldkaart.pdf")
    assert antwoord.headers["content-type"] == "application/pdf"
    papier = PdfReader(BytesIO(antwoord.content))
    assert len(papier.pages) == 1
    assert [round(float(maat)) for maat in papier.pages[0].mediabox[2:]] == [595, 842]
    tekst = papier.pages[0].extract_text()
    for woorden in ("Gemeente Zoetermeer", "Noodopvang Rokkeveenseweg", "0900-8844", "112", "aangifte"):
        assert woorden in tekst


def test_de_volste_kaart_past_op_een_bladzijde() -> None:
    """Fourteen lines of the longest words that a profile allows still fit."""
    rijen = [["Waarvoor " + "woorden " * 6, "Wie dan " + "bij ons " * 6, HOE, "Wanneer " + "op een dag " * 4]] * 14
    gegevens = {"koppen": ["Waarvoor", "Wie", "Hoe", "Wanneer"], "rijen": rijen, "onderaan": "Een zin. " * 33}
    papier = maak_pdf(PAPIER, gegevens, gemeente="Gemeente Zoetermeer", titel="Meldkaart", op=NU, kleur="#154273")
    assert len(PdfReader(BytesIO(papier)).pages) == 1


NERGENS = ["gm0637/elders", "gm0637/zoetermeer", "gm9999/rokkeveenseweg", "gm0637/elders/meldkaart.pdf"]


@pytest.mark.parametrize("pad", NERGENS)
async def test_een_kaart_die_er_niet_is(proef: Proef, pad: str) -> None:
    """What has no card says so."""
    assert (await proef.publiek.get(f"/meldkaart/{pad}")).status_code == 404


async def test_elke_gemeente_heeft_haar_kaart(tmp_path: Path, toegang: Toegang) -> None:
    """Where several municipalities work together, each has its own card."""
    proef = proef_intake(tmp_path, toegang, gemeenten=("zoetermeer", "koggenland", "leidschendam-voorburg"))
    lijst = (await proef.publiek.get("/meldkaart")).text
    assert all(f"/meldkaart/{gemeente}/" in lijst for gemeente in ("gm0637", "gm1598", "gm1916"))
    proef.sluit()
