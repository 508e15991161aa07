"""Filling in forms, as people do it: by field."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page


def vul_in(formulier: Locator, **velden: str) -> None:
    """Fill in fields by name: a choice by its code, a box with anything."""
    for naam, waarde in velden.items():
        veld = formulier.locator(f"[name={naam}]")
        match veld.first.evaluate("veld => veld.type"):
            case "radio":
                formulier.locator(f"[name={naam}][value='{waarde}']").check()
            case "checkbox":
                veld.first.check()
            case "select-one":
                veld.select_option(waarde)
            case _:
                veld.fill(waarde)


def verstuur(page: Page, pad: str, **velden: str) -> None:
    """Fill in the form that goes to `pad` and send it, also when the browser would rather not."""
    formulier = page.locator(f"main form[action='{pad}']")
    page.locator("main details").evaluate_all("delen => delen.forEach(deel => { deel.open = true })")
    vul_in(formulier, **velden)
    formulier.evaluate("formulier => { formulier.noValidate = true }")
    formulier.locator("button").first.click()


def verder(page: Page, **velden: str) -> None:
    """Answer what is on this page of the public form, and press its first button."""
    formulier = page.locator("main form")
    hier = {naam: waarde for naam, waarde in velden.items() if _staat_op(formulier, naam)}
    vul_in(formulier, **hier)
    with page.expect_navigation():
        formulier.locator("button.utrecht-button:not(.utrecht-button--subtle)").first.click()


def doorloop(page: Page, tot: str, **velden: str) -> None:
    """Go through the public form to the page with a certain field."""
    while not _staat_op(page.locator("main form"), tot):
        verder(page, **velden)


def _staat_op(formulier: Locator, naam: str) -> bool:
    return formulier.locator(f"[name={naam}]:not([type=hidden])").count() > 0


def straks(uren: float) -> str:
    """Return a moment, as a field of a form wants it: on the clocks of Zoetermeer."""
    return (datetime.now(ZoneInfo("Europe/Amsterdam")) + timedelta(hours=uren)).strftime("%Y-%m-%dT%H:%M")


def melding(**velden: str) -> dict[str, str]:
    """Return the answers of an invented melding that happened an hour ago."""
    dag, tijd = straks(-1).split("T")
    waar = {"locatie": "gm0637:rokkeveenseweg", "plaats": "buiten-noodopvang"}
    return {"aard": "overlast", **waar, "datum": dag, "tijd": tijd, "thema": "geluid", **velden}


def incident() -> dict[str, str]:
    """Return what an incident says beside its consequences; its location is the reporter's own."""
    return {naam: waarde for naam, waarde in melding(plaats="in-noodopvang").items() if naam != "locatie"}
