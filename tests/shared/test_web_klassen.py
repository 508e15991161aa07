"""Pages name no class of the design system themselves, and every class that they name is in the sheet."""

import re
from pathlib import Path

import pytest

from shared.web.klassen import KLASSEN, klas
from shared.web.static_files import files
from tests.deploy.bestanden import ROOT

SJABLONEN = sorted([*ROOT.glob("shared/web/templates/*.html"), *ROOT.glob("services/*/templates/**/*.html")])
KLAS = re.compile(r'class="((?:\{\{.*?\}\}|\{%.*?%\}|[^"{])*)"')
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
STIJL = set(re.findall(r"\.([a-zA-Z][\w-]*)", files()["huisstijl.css"].content.decode()))
FRAME = {"utrecht-document", "utrecht-document--surface", "utrecht-body", "utrecht-html"}
"""What stands once, on the frame of every page."""


def _namen(pad: Path) -> set[str]:
    return {naam for waarde in KLAS.findall(pad.read_text()) for naam in JINJA.sub(" ", waarde).split()}


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.stem)
def test_een_pagina_noemt_alleen_klassen_die_er_zijn(pad: Path) -> None:
    """A class without a rule is a slip, or a rule that went: `klas(…)` for components, huisstijl/laag.css for ours."""
    namen = _namen(pad)
    assert namen - STIJL == set()
    assert {naam for naam in namen if naam.startswith("utrecht-")} <= FRAME


def test_elke_vorm_bestaat_in_het_ontwerpsysteem() -> None:
    """What our words stand for has a rule in the sheet: a new version of the library may rename things."""
    assert {naam for waarde in KLASSEN.values() for naam in waarde.split()} - STIJL == set()


def test_een_onbekend_woord_is_een_fout() -> None:
    """A template that asks for what is not there fails, and does not show a bare element."""
    assert klas("knop", "stil") == KLASSEN["knop stil"]
    with pytest.raises(KeyError):
        klas("knop", "roze")
