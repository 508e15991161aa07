"""One journey per role, from the start page to what they came for; what they saw is kept in `uitvoer/reizen`."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.formulier import incident, melding, vul_in
from tests.browser.huis import Huis
from tests.browser.invulling import LINK, meld_incident, nieuw_alarm
from tests.browser.schermen import TELEFOON
from tests.wachten import wacht_tot


def _begin(page: Page, weg: str) -> None:
    """Take a short way on the start page."""
    page.goto("/")
    page.locator("main").get_by_role("link", name=weg).first.click()


def test_the_desk_registers_what_somebody_tells(tab: Open) -> None:
    """From the start page: the code for the reporter is there, and the melding stands in the list, masked."""
    page = tab("meldpunt")
    _begin(page, "Registreer een melding")
    formulier = page.locator("form[action='/melden']")
    vul_in(formulier, **melding(kanaal="telefoon", toelichting="De buurman, bel 06 12345678, hoorde zwanenzang."))
    formulier.get_by_role("button").first.click()
    expect(page.locator(".code")).to_be_visible()
    page.goto("/zoeken")
    page.get_by_label("Wat zoekt u?").fill("zwanenzang")
    page.get_by_role("button", name="Zoek").click()
    page.locator("main").get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text("zwanenzang")
    assert "12345678" not in page.locator("main").inner_text()


def test_the_coa_manager_reports_an_incident_and_the_police_sees_it(tab: Open, huis: Huis) -> None:
    """LVS-0.3: from one start page to the other; no choice of another location, and no measures."""
    page, bekend = tab("coa"), set(huis.berichten("politie"))
    _begin(page, "Meld een incident")
    formulier = page.locator("form[action='/melden/incident']")
    vul_in(formulier, gevolgenOpenbareOrde="true", ernst="3", **incident())
    formulier.get_by_role("button").first.click()
    expect(page.locator("main")).to_contain_text("Er gaat nu een waarschuwing naar de politie")
    escalatie, _ = nieuw_alarm(huis, bekend)
    politie = tab("politie")
    politie.goto("/")
    expect(politie.locator(f"main a[href='/escalaties/{escalatie}']").first).to_be_visible()
    page.goto("/meldingen")
    assert page.locator("#plek option").count() == 2, "all of it, which is the own location, and that location"
    assert page.request.get("/meldingen?plek=gm0637:zoetermeer").status == 403
    assert page.request.get("/maatregelen").status == 403


def test_oov_finds_the_meeting_to_prepare_on_the_start_page(tab: Open) -> None:
    """LVS-2.4: the card leads to the agenda, where the guide is one step away and the thread leads back."""
    page = tab("oov")
    page.goto("/")
    page.locator("main").get_by_role("link", name="Bereid voor:").first.click()
    expect(page.get_by_role("heading", name="Agenda")).to_be_visible()
    page.get_by_role("link", name="Zo bereidt u een overleg voor").click()
    expect(page.get_by_role("heading", name="Zo bereidt u het LVOS voor")).to_be_visible()
    page.go_back()
    page.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name="Overleg").click()
    expect(page.locator("h1")).to_have_text("Overleg")


def test_piket_confirms_at_night_on_a_telephone(tab: Open, huis: Huis) -> None:
    """In the dark, with a thumb: what it is about, the button and a number to call stand on the first screen."""
    _, link = meld_incident(huis)
    berichten = wacht_tot(lambda: [een for een in huis.berichten("piket") if LINK.search(een)], 20, op="piketbericht")
    gevonden = LINK.search(berichten[-1])
    assert gevonden
    assert link
    page = tab(viewport=TELEFOON, is_mobile=True, has_touch=True, color_scheme="dark", reduced_motion="reduce")
    page.goto(gevonden[1].removeprefix(huis.url))
    knop = page.locator("main").get_by_role("button")
    plek = knop.bounding_box()
    bel = page.locator("main").get_by_role("link", name="Bel 0").first.bounding_box()
    assert plek
    assert bel
    assert plek["y"] < bel["y"]
    assert bel["y"] + bel["height"] <= TELEFOON["height"]
    knop.tap()
    expect(page.get_by_role("status")).to_contain_text("Bevestigd door")


def test_a_council_member_reads_the_report(tab: Open) -> None:
    """From the start page; no dashboard, no single melding."""
    page = tab("raad")
    _begin(page, "Lees het verslag voor de raad")
    expect(page.locator("h1")).to_contain_text("verslag")
    assert page.request.get("/rapportage").status == 403
    assert page.request.get("/meldingen").status == 403


def test_a_link_to_take_along_is_selected_and_copied_at_once(tab: Open) -> None:
    """Who comes in its field has all of it; the button is there where scripts are, and says what it did."""
    page = tab("oov")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/overleg/agenda")
    page.get_by_role("button", name="Maak een geheime link").click()
    veld = page.get_by_label("Uw geheime link")
    veld.focus()
    assert page.evaluate("getSelection().toString()") == veld.input_value()
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_role("status").last).to_have_text("De link is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == veld.input_value()
    assert "/agenda.ics?sleutel=" in veld.input_value()


def test_beheer_replays_a_quarantined_message_with_the_keyboard(tab: Open, huis: Huis) -> None:
    """The card on the start page leads to it; after the button it is gone."""
    page = tab("beheer")
    page.goto("/")
    kaart = page.get_by_role("link", name="Verwerk berichten uit quarantaine")
    kaart.focus()
    page.keyboard.press("Enter")
    rij = page.locator("tr", has_text=str(huis.weet["quarantaine"]))
    expect(rij).to_contain_text("de tabel was vol")
    rij.get_by_role("button", name="Verwerk opnieuw").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Er staat niets in quarantaine")
