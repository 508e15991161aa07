"""A page in a state: where it is, who looks at it, and what brings it there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.formulier import doorloop, incident, melding, straks, verder, verstuur
from tests.browser.huis import PUBLIEK
from tests.browser.routes import rollen

Handeling = Callable[[Page, Mapping[str, str]], None]
MELDERS = (PUBLIEK, "meldpunt", "coa", "politie", "handhaving", "jongerenwerk", "oov")
LVOS = ("meldpunt", "coa", "politie", "handhaving", "oov", "burgemeester")
OPEN = (PUBLIEK, "oov")
"""Who looks at pages that are the same for everyone: without and with somebody's menu."""


@dataclass(frozen=True)
class Staat:
    """One page in one state. `pad`: with ids that the installation knows.

    `doe`: what brings it there, in one step; `eerst`: the steps before that one.
    """

    route: str
    naam: str
    pad: str
    doe: Handeling | None = None
    eerst: Handeling | None = None
    leeg: bool = False
    rollen: tuple[str, ...] = ()
    status: int = 200
    menu: bool = False
    """Whether to examine the page once for each menu, and not for each content."""

    @property
    def wie(self) -> tuple[str, ...]:
        """Who looks at it: those given here, or everybody who may."""
        return self.rollen or rollen(self.route)

    def __str__(self) -> str:
        return self.bestand

    @property
    def bestand(self) -> str:
        """What its screenshots are called."""
        return "-".join([*self.route.translate({ord("{"): None, ord("}"): None}).split("/"), self.naam]).strip("-")


def stuurt(pad: str, **velden: str) -> Handeling:
    """Fill in the form that goes to `pad`, and send it; path and values may name ids that the installation knows."""

    def doe(page: Page, weet: Mapping[str, str]) -> None:
        verstuur(page, pad.format(**weet), **{naam: waarde.format(**weet) for naam, waarde in velden.items()})

    return doe


def gaat_verder(**velden: str) -> Handeling:
    """Answer the question on the page, and go to the next."""
    return lambda page, _weet: verder(page, **velden)


def tot_vraag(veld: str, **velden: str) -> Handeling:
    """Answer every question of the public form before this one."""
    return lambda page, _weet: doorloop(page, veld, **{**GEMELD, **velden})


def tot_versturen(page: Page, _: Mapping[str, str]) -> None:
    """Answer them all."""
    doorloop(page, "email", **GEMELD)
    verder(page)


def winkelier_kijkt_na(page: Page, _: Mapping[str, str]) -> None:
    """Fill in the shopkeepers' form, up to its answers once more."""
    verder(page, **GESTOLEN)


def volgt(taal: str = "") -> Handeling:
    """Follow a melding with its code."""

    def doe(page: Page, weet: Mapping[str, str]) -> None:
        with page.expect_navigation():
            verstuur(page, f"/volgen{taal}", volgcode=weet["volgcode"])

    return doe


def maakt_link(page: Page, _: Mapping[str, str]) -> None:
    """Ask for the link of a calendar."""
    page.get_by_role("button", name="Maak een geheime link").click()


def zonder_reden(page: Page, weet: Mapping[str, str]) -> None:
    """Classify a melding, and forget to say why."""
    page.get_by_text("Bepaal aard en thema").click()
    verstuur(page, f"/meldingen/{weet['melding']}/classificeer")


GEMELD = melding()
GESTOLEN = {"thema": "winkeldiefstal", "datum": GEMELD["datum"], "tijd": GEMELD["tijd"]}
INCIDENT = {**incident(), "ernst": "3", "publiekeTaak": "true"}
TOELICHTING = "Een Syrische man riep hard. Bel 06 12345678 of mail jan@voorbeeld.nl."
VERBOD = {"gebied": "rokkeveen", "dossier": "Z-2026-00123", "ingaande": straks(1), "eindigt": straks(900)}
VERBOD |= {"omGeraadpleegdOp": straks(-2), "voorwaarden": "overlast", "toelichting": "Overlast op het plein."}
LAAT = VERBOD | {"ingaande": straks(-60), "eindigt": straks(30), "omGeraadpleegdOp": straks(-61)}
NIEUW = "/maatregelen/nieuw?soort="
KORT_VERBOD = f"{NIEUW}gebiedsverbod-kort"
