"""Whose rule it is: never one that binds this municipality, where its profile does not adopt the document."""

import re
from itertools import product
from pathlib import Path

import pytest

from shared.profiel import laad
from shared.profiel.regels import bronnen, in_cellen, regelwoorden, volgens
from shared.web.templates import environment

ZOETERMEER, KOGGENLAND, LEIDSCHENDAM = (laad(naam) for naam in ("zoetermeer", "koggenland", "leidschendam-voorburg"))
SJABLONEN = [pad for pad in Path(__file__).parents[2].rglob("*.html") if "templates" in pad.parts[-4:]]
_TOON = re.compile(r"(?<!if )(?<![\w.])[a-z_]+(?:\.[a-z_]+)*\.regel\b")
"""Something printed that is the rule of something."""
_CODE = re.compile(r"\b(?:KG|KN|LVS|LV|TB)-[0-9A-Z][\w.-]*")


@pytest.mark.parametrize(
    ("regel", "profiel", "woorden"),
    [
        ("LVS-2.4", ZOETERMEER, "LVS-2.4"),
        ("KN-besluit-2", ZOETERMEER, "KN-besluit-2"),
        ("KG-2.3b", ZOETERMEER, "werkwijze van Meldketen, naar KG-2.3b (Koggenland)"),
        ("TB-Winterswijk", ZOETERMEER, "werkwijze van Meldketen, naar TB-Winterswijk (voorbeeld uit Winterswijk)"),
        ("TB-3.2", KOGGENLAND, "TB-3.2"),
        ("BIO-8.15", KOGGENLAND, "BIO-8.15"),
        ("KG-2.3b", KOGGENLAND, "KG-2.3b"),
        ("LVS-2.4", KOGGENLAND, "werkwijze van Meldketen, naar LVS-2.4 (Zoetermeer)"),
        ("KN-4", LEIDSCHENDAM, "werkwijze van Meldketen, naar KN-4 (Zoetermeer)"),
    ],
)
def test_van_wie_een_regel_is(regel: str, profiel: object, woorden: str) -> None:
    """By its code where this municipality adopted it, or it is of the state; else as what Meldketen does."""
    assert regelwoorden(regel, profiel) == woorden  # type: ignore[arg-type]


def test_een_ander_kan_een_document_overnemen() -> None:
    """The profile says so: from then on its rules are this municipality's."""
    zegt = {"documenten": ("KG",)}
    over = ZOETERMEER.model_copy(update={"gemeente": ZOETERMEER.gemeente.model_copy(update=zegt)})
    assert volgens("KG-2.3b", over) == "regel KG-2.3b"
    assert volgens("LV-3", over).startswith("werkwijze van Meldketen")


def test_bij_meer_gemeenten_staat_erbij_van_wie_hij_is() -> None:
    """Where a page is of two municipalities at once, the code says whose it is."""
    assert volgens("KG-2.3b", ZOETERMEER, KOGGENLAND) == "regel KG-2.3b (Koggenland)"


def test_waar_regels_vandaan_komen() -> None:
    """Each document once, in the order of the guide; a code of no document of ours says nothing."""
    assert bronnen(["KG-2.2.1", "LVS-2.4", "KG-2.3b", "BIO-8.15"]) == {
        "LVS": "Leefbaarheids- en veiligheidsplan Statushouders",
        "KG": "Deelplan openbare orde en veiligheid Koggenland",
    }


def test_op_papier() -> None:
    """A cell that is a rule says whose; a text in which somebody wrote one stays as it is."""
    delen = {"rijen": [["KG-2.2.1", "zie KG-2.2.1"]], "regel": "LVS-2.4"}
    assert in_cellen(delen, ZOETERMEER) == {
        "rijen": [["werkwijze van Meldketen, naar KG-2.2.1 (Koggenland)", "zie KG-2.2.1"]],
        "regel": "LVS-2.4",
    }


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.name)
def test_elk_sjabloon_vraagt_van_wie_een_regel_is(pad: Path) -> None:
    """No page shows a rule but by the two macros that ask; the explanation of codes itself (`/hulp`) names two."""
    tekst = pad.read_text()
    zonder = re.sub(r"\{#.*?#\}|(?:m\.regel|m\.volgens|volgens_)\([^)]*\)", "", tekst, flags=re.DOTALL)
    assert not _TOON.findall(zonder)
    assert pad.name == "hulp.html" or not _CODE.findall(zonder)


@pytest.mark.parametrize(("regel", "profiel"), product(("KG-2.3b", "LVS-2.4"), (ZOETERMEER, KOGGENLAND)))
def test_de_macro_zegt_hetzelfde(regel: str, profiel: object) -> None:
    """What a page shows is what the one function says."""
    bron = '{% import "macros.html" as m with context %}{{ m.regel(id) }}|{{ m.volgens(id, true) }}'
    html = environment().from_string(bron).render(id=regel, profielen_hier=(profiel,), velden={}, fouten={})
    kort, lang = re.sub("<[^>]+>", "", html).split("|")
    woorden = volgens(regel, profiel)  # type: ignore[arg-type]
    assert (kort, lang) == (regelwoorden(regel, profiel), woorden[0].upper() + woorden[1:])  # type: ignore[arg-type]
