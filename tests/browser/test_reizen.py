"""What people come to do, from the first page to the last, in a browser."""

import re

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.formulier import doorloop, melding, straks, verder, vul_in
from tests.browser.huis import Huis
from tests.browser.invulling import bevestigd, meld_incident
from tests.browser.schermen import TELEFOON

DUIMBREED = 44


def test_a_resident_reports_and_follows_without_javascript(tab: Open) -> None:
    """The first words are about 112; the code from the last page shows what was done, without a login."""
    page = tab(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("link", name="Doe een melding").click()
    assert page.locator("main").inner_text().startswith("Bij direct gevaar: bel 112.")
    doorloop(page, "verberg", **melding(toelichting="Er werd geroepen."))
    page.get_by_role("button", name="Verstuur melding").click()
    code = page.locator(".code").inner_text()
    expect(page.get_by_role("button", name="Kopieer de code")).to_be_hidden()
    page.get_by_role("button", name="Volg deze melding").click()
    expect(page.locator("main")).to_contain_text("melding is ontvangen")
    page.get_by_role("link", name="Volgen").first.click()
    page.get_by_label("Volgcode").fill(code.lower())
    page.get_by_role("button", name="Bekijk mijn melding").click()
    expect(page.locator("main")).to_contain_text("melding is ontvangen")
    assert code not in page.url


def test_a_wrong_answer_is_named_and_nothing_typed_is_lost(tab: Open) -> None:
    """The list at the top leads to the field, the field says what is wrong, and every answer still stands there."""
    page = tab()
    page.goto("/melden")
    doorloop(page, "datum", **melding(aard="crimineel"))
    verder(page, datum="2099-01-01", tijd="10:00")
    fouten = page.get_by_role("alert").get_by_role("link")
    assert fouten.count() == 1
    fouten.click()
    veld = page.locator(":focus")
    expect(veld).to_have_attribute("aria-invalid", "true")
    expect(veld).to_have_accessible_description(re.compile("toekomst"))
    expect(page.get_by_label("Dag", exact=True)).to_have_value("2099-01-01")
    page.get_by_role("button", name="Vorige vraag").click()
    page.get_by_role("button", name="Vorige vraag").click()
    expect(page.get_by_label("Buiten de noodopvang")).to_be_checked()


def test_the_browsers_own_back_and_forward_lose_nothing(tab: Open) -> None:
    """From the check page four back and four forward, without a question about sending again; it is sent once."""
    page, gemeld = tab(), melding()
    page.goto("/melden")
    doorloop(page, "toelichting", **gemeld)
    verder(page, toelichting="Dit typte ik.")
    verder(page)
    expect(page.locator("h1")).to_have_text("Controleer uw antwoorden")
    for _ in range(4):
        page.go_back()
    expect(page.locator("h1")).to_have_text("Wanneer gebeurde het?")
    expect(page.get_by_label("Tijd", exact=True)).to_have_value(gemeld["tijd"])
    for _ in range(4):
        page.go_forward()
    expect(page.locator("main")).to_contain_text("Dit typte ik.")
    page.get_by_role("button", name="Verstuur melding").click()
    expect(page.locator("h1")).to_have_text("Dank u wel. Uw melding is ontvangen.")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer de code").click()
    expect(page.get_by_role("status").last).to_contain_text("gekopieerd")
    code = page.locator(".code").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == code
    page.go_back()
    expect(page.locator("main")).not_to_contain_text("niets verstuurd")
    page.get_by_role("button", name="Verstuur melding").click()
    expect(page.locator("main")).to_contain_text("Deze melding is al bewaard")
    expect(page.locator(".code")).to_have_text(code)


def test_oov_holds_the_lvos_and_leaves_one_item_for_the_next(tab: Open) -> None:
    """LVS-2.4: what was ticked as not discussed stands on the agenda of the next meeting."""
    page = tab("oov")
    page.goto("/overleg")
    lvos = page.locator(".kaarten li", has_text="veiligheidsoverleg")
    lvos.get_by_role("link").click()
    page.get_by_text("Open dit overleg eerder dan gepland", exact=True).click()
    page.get_by_label("Ja, ik open dit overleg eerder dan gepland").check()
    page.get_by_role("button", name="Open het overleg").click()
    page.get_by_label("Alleen wat ik hieronder aankruis").check()
    for vak in page.locator("[name=besproken]").all()[1:]:
        vak.check()
    bevindingen = page.get_by_label("Bevindingen van het overleg")
    bevindingen.fill("Eén punt wacht op de politie.")
    with page.expect_event("dialog") as vraag:  # another button would leave behind what was typed
        page.once("dialog", lambda dialoog: dialoog.dismiss())
        page.get_by_role("button", name="Bewaar wie er is").click(no_wait_after=True)
    assert vraag.value.type == "beforeunload"
    expect(bevindingen).to_have_value("Eén punt wacht op de politie.")
    page.get_by_label("Waarom sluit u dit overleg zo?").fill("Het is een week eerder gehouden.")
    page.get_by_label("Ja, ik sluit dit overleg").check()
    page.get_by_role("button", name="Sluit het overleg").click()
    expect(page.locator("dl")).to_contain_text("besproken, 1 naar het volgende overleg")
    expect(page.locator("dl")).to_contain_text("Het is een week eerder gehouden.")
    page.get_by_role("link", name="Bekijk dat overleg").click()
    expect(page.locator("main")).to_contain_text("Bleef liggen in een eerder overleg")


def test_the_burgemeester_imposes_a_measure_and_is_refused_one(tab: Open) -> None:
    """TB-3.2: a short gebiedsverbod stands; a meldplicht for the same person is refused, with the rule."""
    page = tab("burgemeester")
    _kies(page, "gebiedsverbod-kort")
    hier = {"gebied": "dorp", "dossier": "Z-2026-00777", "omGeraadpleegdOp": straks(-2), "voorwaarden": "diefstal"}
    vul_in(_maatregel(page), **hier, ingaande=straks(1), eindigt=straks(30), toelichting="Winkeldiefstal, tweede keer.")
    page.get_by_role("button", name="Kijk de maatregel na").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk na: Gebiedsverbod voor korte tijd")
    page.get_by_role("button", name="Leg de maatregel vast").click()
    expect(page.get_by_role("status")).to_have_text("De maatregel is vastgelegd.")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk na: Gebiedsverbod voor korte tijd")
    page.get_by_role("button", name="Afmelden").click()
    with pytest.raises(Error, match="ERR_CACHE_MISS"):
        page.go_back()

    page = tab("burgemeester")
    _kies(page, "meldplicht")
    wat = {"dossier": "z-2026-00777", "ingaande": straks(1), "eindigt": straks(30), "voorwaarden": "orde-verstoord"}
    vul_in(_maatregel(page), **wat, toelichting="Herhaald verstoord.")
    page.get_by_role("button", name="Kijk de maatregel na").click()
    expect(page.get_by_role("alert").get_by_role("link", name="Bekijk die maatregel")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("Dit is niet vastgelegd")
    expect(page.get_by_role("alert")).to_contain_text("TB-3.2")
    expect(page.get_by_label("Zaaknummer van het dossier")).to_have_value("z-2026-00777")


def _kies(page: Page, soort: str) -> None:
    page.goto("/maatregelen")
    page.get_by_label("Welke maatregel?").select_option(soort)
    page.get_by_role("button", name="Verder").click()


def _maatregel(page: Page) -> Locator:
    return page.locator("form[action='/maatregelen/nieuw']")


def test_the_police_confirms_on_a_telephone_with_one_button(tab: Open, huis: Huis) -> None:
    """LVS-0.3: opening the link ten times confirms nothing; one big button on the first screen does, below a weapon."""
    escalatie, link = meld_incident(huis, wapen="ja", nogGaande="ja")
    page = tab(viewport=TELEFOON, is_mobile=True, has_touch=True)
    for _ in range(10):
        page.goto(link)
    assert bevestigd(huis, escalatie) is None
    knop = page.locator("main").get_by_role("button")
    plek = knop.bounding_box()
    wapen = page.get_by_text("Het COA zegt: er is een wapen gezien of genoemd.").bounding_box()
    assert plek
    assert wapen
    assert wapen["y"] < plek["y"]
    assert min(plek["height"], plek["width"]) >= DUIMBREED
    assert plek["y"] + plek["height"] <= TELEFOON["height"]
    knop.tap()
    expect(page.get_by_role("status")).to_contain_text("Bevestigd door de politie")
    assert bevestigd(huis, escalatie) == "politie"
    bel = page.locator("main").get_by_role("link", name="Bel 000-0000000").first.bounding_box()
    ingelicht = page.get_by_role("button", name="Ik heb de burgemeester ingelicht").bounding_box()
    assert bel
    assert ingelicht
    assert bel["height"] >= DUIMBREED
    assert bel["y"] + bel["height"] <= ingelicht["y"], "the number comes before the button that says it was called"
    assert ingelicht["y"] + ingelicht["height"] <= TELEFOON["height"]
    page.locator("summary", has_text="Neem de bevestiging van de politie terug").tap()
    page.get_by_label("Ja, ik neem de bevestiging van de politie terug").tap()
    page.get_by_role("button", name="Neem de bevestiging van de politie terug").tap()
    expect(page.get_by_text("De bevestiging van de politie is teruggenomen.")).to_be_visible()
    assert bevestigd(huis, escalatie) is None


def test_a_long_menu_is_one_word_on_a_telephone(tab: Open) -> None:
    """Without JavaScript too: the page begins on the first screen, and behind the word are all the ways."""
    page = tab("oov", viewport=TELEFOON, is_mobile=True, has_touch=True, java_script_enabled=False)
    page.goto("/")
    kop = page.get_by_role("heading", level=1).bounding_box()
    assert kop
    assert kop["y"] < TELEFOON["height"] / 2
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    assert menu.count() == 1
    menu.get_by_text("Menu", exact=True).tap()
    menu.get_by_role("link", name="Maatregelen").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Maatregelen")


def test_a_sign_in_link_works_once_and_signing_out_ends_it(tab: Open, huis: Huis) -> None:
    """Opening the link does nothing yet; after the button it is used up; after signing out nothing can be read."""
    link, page, ander = huis.link("oov"), tab(), tab()
    page.goto(link)
    page.goto(link)
    page.get_by_role("button", name="Meld mij aan").click()
    expect(page.get_by_text("Aangemeld als")).to_be_visible()

    ander.goto(link)
    ander.get_by_role("button", name="Meld mij aan").click()
    assert "werkt niet" in ander.locator("main").inner_text()
    assert ander.context.cookies() == []

    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_role("link", name="Aanmelden").first).to_be_visible()
    antwoord = page.goto("/meldingen")
    assert antwoord
    assert antwoord.status == 401
