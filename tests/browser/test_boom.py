"""What a screen reader is given: Chromium's own tree of names, roles and levels, on the key page of each journey."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Bezoek
from tests.browser.formulier import doorloop, melding, verder
from tests.browser.huis import PUBLIEK, Huis
from tests.browser.staat import NIEUW

PAGINAS = {
    "melden": (PUBLIEK, "/melden"),
    "volgen": (PUBLIEK, "/volgen"),
    "registreren": ("meldpunt", "/melden"),
    "incident": ("coa", "/melden"),
    "meldingen": ("meldpunt", "/meldingen"),
    "vandaag": ("oov", "/"),
    "lvos": ("oov", "/overleg/{lvos}"),
    "maatregel": ("burgemeester", f"{NIEUW}gebiedsverbod-kort"),
    "bevestigen": (PUBLIEK, "{bevestiglink}"),
    "escalatie": ("politie", "/escalaties/{open}"),
    "raad": ("raad", "/raadsverslag"),
    "beheer": ("beheer", "/beheer"),
    "dashboard": ("oov", "/rapportage"),
}
VELDEN = frozenset(
    {"textbox", "combobox", "checkbox", "radio", "searchbox", "Date", "InputTime", "DateTime", "spinbutton"}
)
BEDIENT = VELDEN | {"link", "button", "DisclosureTriangle"}
BAKENS = ("banner", "main", "contentinfo")


@dataclass(frozen=True)
class Knoop:
    """One node of the tree."""

    rol: str
    naam: str
    uitleg: str
    eigen: dict[str, Any]


def boom(page: Page) -> list[Knoop]:
    """Give what is said, in the order in which it is read."""
    cdp = page.context.new_cdp_session(page)
    knopen = cdp.send("Accessibility.getFullAXTree")["nodes"]
    cdp.detach()
    per_nummer = {knoop["nodeId"]: knoop for knoop in knopen}
    return [_knoop(knoop) for knoop in _op_volgorde(knopen[0], per_nummer) if not knoop["ignored"]]


def _op_volgorde(knoop: dict[str, Any], alle: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield knoop
    for kind in knoop.get("childIds", ()):
        if kind in alle:
            yield from _op_volgorde(alle[kind], alle)


def _knoop(knoop: dict[str, Any]) -> Knoop:
    rol, naam, uitleg = (str(knoop.get(wat, {}).get("value", "")) for wat in ("role", "name", "description"))
    return Knoop(rol, naam.strip(), uitleg, {een["name"]: een["value"].get("value") for een in knoop["properties"]})


def gebreken(knopen: Sequence[Knoop]) -> list[str]:
    """Say what somebody who hears this page would miss."""
    niveaus = [int(knoop.eigen["level"]) for knoop in knopen if knoop.rol == "heading"]
    fouten = [f"{knoop.rol} zonder naam" for knoop in knopen if knoop.rol in BEDIENT and not knoop.naam]
    fouten += [f"sprong van kop {boven} naar {onder}" for boven, onder in pairwise(niveaus) if onder > boven + 1]
    fouten += [f"{niveaus.count(1)} keer kop 1"] if niveaus.count(1) != 1 else []
    bakens = [knoop.rol for knoop in knopen if knoop.rol in BAKENS]
    fouten += [] if bakens == list(BAKENS) else [f"bakens: {bakens}"]
    wegen = [knoop.naam for knoop in knopen if knoop.rol in ("navigation", "region")]
    fouten += [f"{wegen.count(naam)} keer '{naam}'" for naam in set(wegen) if wegen.count(naam) > 1 or not naam]
    return fouten + _tabellen(knopen)


def _tabellen(knopen: Sequence[Knoop]) -> list[str]:
    """Every table has a name, a heading above each column and one before each row."""
    tabellen = [knoop for knoop in knopen if knoop.rol == "table"]
    fouten = [] if all(knoop.naam for knoop in tabellen) else ["tabel zonder naam"]
    rijen = sum(knoop.rol == "row" for knoop in knopen) - len(tabellen)
    voor, boven = (sum(knoop.rol == rol for knoop in knopen) for rol in ("rowheader", "columnheader"))
    fouten += [f"{voor} rijkoppen voor {rijen} rijen"] if voor != rijen else []
    return fouten + (["tabel zonder kolomkoppen"] if tabellen and not boven else [])


@pytest.mark.parametrize("naam", PAGINAS)
def test_the_tree_of_a_page_is_whole(naam: str, huis: Huis, bezoek: Bezoek) -> None:
    """Landmarks once and in order, one h1 and no level skipped, everything that is used has a name, tables headings."""
    rol, pad = PAGINAS[naam]
    page = bezoek.als(huis, rol)
    page.goto(pad.format(**huis.weet))
    page.locator("main details").evaluate_all("delen => delen.forEach(deel => { deel.open = true })")
    knopen = boom(page)
    assert gebreken(knopen) == []
    assert knopen[0].naam.endswith("– Meldketen Zoetermeer")
    eerste = next(knoop for knoop in knopen if knoop.rol in BEDIENT)
    assert (eerste.rol, eerste.naam) == ("link", "Direct naar de inhoud")


def test_a_mistake_is_announced_and_said_at_its_field(huis: Huis, bezoek: Bezoek) -> None:
    """The list of mistakes interrupts, its link names the field, and the field is invalid and says why."""
    page = bezoek.als(huis, PUBLIEK)
    page.goto("/melden")
    doorloop(page, "datum", **melding())
    verder(page, datum="2099-01-01", tijd="10:00")
    knopen = boom(page)
    assert gebreken(knopen) == []
    (alarm,) = [knoop for knoop in knopen if knoop.rol == "alert"]
    assert alarm.eigen["live"] == "assertive"
    (veld,) = [knoop for knoop in knopen if knoop.rol in VELDEN and knoop.eigen.get("invalid") == "true"]
    assert veld.naam.startswith("Dag")
    assert "toekomst" in veld.uitleg
    assert any(knoop.rol == "link" and "toekomst" in knoop.naam for knoop in knopen[knopen.index(alarm) :])


def test_what_changes_by_itself_is_polite_and_can_be_stopped(huis: Huis, bezoek: Bezoek) -> None:
    """The dashboard speaks only when one is silent, and a button that says so stands before it."""
    page = bezoek.als(huis, "oov")
    page.goto("/rapportage")
    levend = [knoop.eigen["live"] for knoop in boom(page) if knoop.eigen.get("live")]
    assert levend
    assert set(levend) == {"polite"}
    assert page.get_by_role("button", name="Zet bijwerken stil").is_visible()


def test_a_fault_in_a_tree_is_found(huis: Huis, bezoek: Bezoek) -> None:
    """The examination itself can fail: each of these is named."""
    page = bezoek.als(huis, PUBLIEK)
    page.goto("/volgen")
    for kapot, fout in (
        ("<h4>Te diep</h4>", "sprong van kop 1 naar 4"),
        ("<input>", "textbox zonder naam"),
        (
            "<table><caption>T</caption><tr><th scope=col>A</th></tr><tr><td>1</td></tr></table>",
            "0 rijkoppen voor 1 rijen",
        ),
        ("<nav aria-label=Hoofdmenu></nav>", "2 keer 'Hoofdmenu'"),
    ):
        page.goto("/volgen")
        page.locator("main").evaluate("(main, erbij) => main.insertAdjacentHTML('beforeend', erbij)", kapot)
        assert fout in gebreken(boom(page)), fout
