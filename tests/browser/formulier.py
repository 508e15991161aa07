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
    vul_in(formulier, **velden)
    formulier.evaluate("formulier => { formulier.noValidate = true }")
    formulier.locator("button").click()


def straks(uren: float) -> str:
    """Return a moment, as a field of a form wants it: on the clocks of Zoetermeer."""
    return (datetime.now(ZoneInfo("Europe/Amsterdam")) + timedelta(hours=uren)).strftime("%Y-%m-%dT%H:%M")


def melding(**velden: str) -> dict[str, str]:
    """Return the answers of an invented melding that happened an hour ago."""
    dag, tijd = straks(-1).split("T")
    waar = {"locatie": "gm0637:rokkeveenseweg", "plaats": "buiten-noodopvang"}
    return {"aard": "overlast", **waar, "datum": dag, "tijd": tijd, "thema": "geluid", **velden}
