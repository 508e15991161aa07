"""No text gets beside the facts without having been masked."""

import re
from pathlib import Path
from typing import get_type_hints

import pytest

from services.intake.opdrachten import Reden
from services.intake.opgave import MeldingOpgave, Toelichting
from shared import teksten
from shared.maskering import Gemaskeerd, masker
from shared.profiel import Profielen, laad
from shared.profiel.plaatsnamen import plaatsnamen

BRON = Path(__file__).parents[2]
MAKERS = {"shared/maskering/masker.py", "shared/teksten.py", "services/overleg/herkenbaar.py"}
"""The masker, the table of texts that it reads back from, and the door that refuses what the masker would take out."""


def bronnen() -> list[Path]:
    """All code of the product."""
    return [pad for map_ in ("services", "shared", "meldketen") for pad in sorted((BRON / map_).rglob("*.py"))]


@pytest.mark.parametrize("functie", [teksten.bewaar, teksten.vervang])
def test_alleen_gemaskeerde_tekst_wordt_bewaard(functie: object) -> None:
    """Storing asks for the type that only `masker` gives: a door that forgets does not pass mypy (`make check`)."""
    assert get_type_hints(functie)["tekst"] is Gemaskeerd
    assert get_type_hints(masker)["return"] is Gemaskeerd


def test_niemand_doet_alsof() -> None:
    """Nobody else calls a text masked, by making the type, by a cast, or by silencing mypy where a text is stored."""
    gemaakt = re.compile(r"(?<!def )\bGemaskeerd\(|cast\(\s*\"?Gemaskeerd|(?:bewaar|vervang)\(.*type: ignore")
    assert {pad.relative_to(BRON).as_posix() for pad in bronnen() if gemaakt.search(pad.read_text())} == MAKERS


def test_niemand_schrijft_buiten_de_deur_om() -> None:
    """The table of texts is written in one module."""
    schrijft = re.compile(r"(?:INSERT INTO|UPDATE) teksten\b")
    assert {pad.relative_to(BRON).as_posix() for pad in bronnen() if schrijft.search(pad.read_text())} == {
        "shared/teksten.py"
    }


def test_een_opgave_is_gemaskeerd_zodra_zij_gelezen_is() -> None:
    """No code after the door ever holds what was typed."""
    opgave = MeldingOpgave.model_validate({"toelichting": "Fatima, 06-12345678"})
    assert opgave.toelichting == "[naam], [telefoonnummer]"
    assert {Toelichting.__origin__, Reden.__origin__} == {Gemaskeerd}


def test_de_namen_van_het_profiel_blijven_staan() -> None:
    """Areas, locations and partners of the municipalities are in what the wiring leaves alone."""
    namen = plaatsnamen(Profielen([laad("zoetermeer"), laad("koggenland")]))
    assert {"Zoetermeer", "Rokkeveen", "Koggenland"} <= namen
