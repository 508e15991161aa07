"""Every page in its main states. What is here is looked at by everyone who may see it; what is missing fails a test."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.formulier import doorloop, melding, straks, verder, verstuur
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
    eerst: Callable[[Page], None] | None = None
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


def _verstuur(pad: str, **velden: str) -> Handeling:
    return lambda page, weet: verstuur(page, pad, **{naam: waarde.format(**weet) for naam, waarde in velden.items()})


def _verder(**velden: str) -> Handeling:
    return lambda page, _weet: verder(page, **velden)


def _tot(veld: str, **velden: str) -> Callable[[Page], None]:
    return lambda page: doorloop(page, veld, **{**GEMELD, **velden})


def _op(pad: str, **velden: str) -> Handeling:
    return lambda page, weet: verstuur(page, pad.format(**weet), **velden)


def _maak_link(page: Page, _: Mapping[str, str]) -> None:
    page.get_by_role("button", name="Maak een geheime link").click()


def _tot_versturen(page: Page) -> None:
    doorloop(page, "email", **GEMELD)
    verder(page)


def _zonder_reden(page: Page, weet: Mapping[str, str]) -> None:
    page.get_by_text("Bepaal aard en thema").click()
    verstuur(page, f"/meldingen/{weet['melding']}/classificeer")


GEMELD = melding()
TOELICHTING = "Hij riep hard. Bel 06 12345678 of mail jan@voorbeeld.nl."
VERBOD = {"gebied": "rokkeveen", "dossier": "Z-2026-00123", "ingaande": straks(1), "eindigt": straks(900)}
VERBOD |= {"omGeraadpleegdOp": straks(-2), "voorwaarden": "overlast", "toelichting": "Overlast op het plein."}
NIEUW = "/maatregelen/nieuw?soort="

STATEN = (
    Staat("/", "gevuld", "/", menu=True),
    Staat("/", "leeg", "/", leeg=True),
    Staat("/melden", "nieuw", "/melden", rollen=MELDERS),
    Staat("/melden", "fout-balie", "/melden", _verstuur("/melden", datum="2099-01-01"), rollen=("oov",), status=400),
    Staat("/melden", "balie-ontvangen", "/melden", _verstuur("/melden", **GEMELD), leeg=True, rollen=("oov",)),
    *(
        Staat("/melden", f"{naam}{taal[-2:]}", f"/melden{taal}", doe, eerst, rollen=(PUBLIEK,), status=status)
        for taal in ("", "?taal=en", "?taal=ar", "?taal=uk")
        for naam, doe, eerst, status in (
            ("begin", None, None, 200),
            ("vraag", _verder(), None, 200),
            ("fout", _verder(), _tot("datum"), 400),
            ("tekst", _verder(), _tot("gerichtTegen"), 200),
            ("bericht", _verder(toelichting=TOELICHTING), _tot("toelichting"), 200),
            ("controle", _verder(email="ik@voorbeeld.nl"), _tot("email", toelichting=TOELICHTING), 200),
        )
        if taal in ("", "?taal=ar") or naam == "controle"
    ),
    Staat("/melden/versturen", "ontvangen", "/melden", _verder(), _tot_versturen, leeg=True, rollen=(PUBLIEK,)),
    Staat("/winkeliers", "code", "/winkeliers", rollen=(PUBLIEK,)),
    Staat("/winkeliers", "code-werkt-niet", "/winkeliers", _verstuur("/winkeliers", code="x"), rollen=OPEN, status=404),
    Staat("/winkeliers", "formulier", "/winkeliers?code={groepscode}", rollen=(PUBLIEK,)),
    Staat(
        "/winkeliers",
        "ontvangen",
        "/winkeliers?code={groepscode}",
        _verstuur("/winkeliers", toelichting="Twee flessen parfum."),
        rollen=(PUBLIEK,),
    ),
    Staat("/beheer/winkeliers", "leeg", "/beheer/winkeliers", leeg=True),
    Staat(
        "/beheer/winkeliers",
        "gemaakt",
        "/beheer/winkeliers",
        _verstuur(
            "/beheer/winkeliers", naam="Winkels Dorp", locatie="gm0637:rokkeveenseweg", plaats="buiten-noodopvang"
        ),
    ),
    Staat("/beheer/winkeliers", "fout", "/beheer/winkeliers", _verstuur("/beheer/winkeliers"), status=400),
    Staat("/volgen", "nieuw", "/volgen", rollen=OPEN),
    Staat("/volgen", "fout", "/volgen", _verstuur("/volgen", volgcode="bestaat niet"), rollen=(PUBLIEK,), status=404),
    Staat("/volgen", "gevolgd", "/volgen", _verstuur("/volgen", volgcode="{volgcode}"), rollen=OPEN),
    Staat("/meldingen", "gevuld", "/meldingen"),
    Staat("/meldingen", "gefilterd", "/meldingen?aard=ggz&soort=incident"),
    Staat("/meldingen", "fout", "/meldingen?aard=onzin", status=400),
    Staat("/meldingen/{melding_id}", "melding", "/meldingen/{melding}", rollen=LVOS),
    Staat("/meldingen/{melding_id}", "incident", "/meldingen/{incident}", rollen=("coa", "oov")),
    Staat("/meldingen/{melding_id}", "behandeld", "/meldingen/{behandeld}", rollen=("meldpunt", "politie")),
    Staat(
        "/meldingen/{melding_id}",
        "fout",
        "/meldingen/{melding}",
        _zonder_reden,
        rollen=("oov",),
        status=400,
    ),
    Staat("/meldingen/{melding_id}/melder", "gesprek", "/meldingen/{gevolgd}/melder"),
    Staat("/meldingen/{melding_id}/melder", "leeg", "/meldingen/{incident}/melder", rollen=("oov",)),
    Staat(
        "/meldingen/{melding_id}/melder",
        "contact",
        "/meldingen/{gevolgd}/melder",
        _op("/meldingen/{gevolgd}/melder/contact", doel="meer-informatie"),
        rollen=("meldpunt",),
    ),
    Staat(
        "/meldingen/{melding_id}/melder",
        "fout",
        "/meldingen/{gevolgd}/melder",
        _op("/meldingen/{gevolgd}/melder/contact"),
        rollen=("meldpunt",),
        status=400,
    ),
    Staat("/meldkaart", "lijst", "/meldkaart", rollen=OPEN),
    Staat("/meldkaart/{gemeente}/{locatie}", "kaart", "/meldkaart/gm0637/rokkeveenseweg", rollen=OPEN),
    Staat("/beheer/bewaren", "gevuld", "/beheer/bewaren"),
    Staat("/beheer/bewaren", "leeg", "/beheer/bewaren", leeg=True),
    Staat("/doorzettingen", "gevuld", "/doorzettingen"),
    Staat("/doorzettingen", "leeg", "/doorzettingen", leeg=True),
    Staat("/coa-berichten", "gevuld", "/coa-berichten"),
    Staat("/coa-berichten", "leeg", "/coa-berichten", leeg=True),
    Staat("/coa-berichten/{apart_id}", "bericht", "/coa-berichten/{apart}"),
    Staat("/tijdlijn/{melding_id}", "melding", "/tijdlijn/{melding}"),
    Staat("/overleg", "gevuld", "/overleg"),
    Staat("/overleg", "leeg", "/overleg", leeg=True),
    Staat("/overleg/{overleg_id}", "agenda", "/overleg/{lvos}", rollen=LVOS),
    Staat("/overleg/{overleg_id}", "gesloten", "/overleg/{eerder}", rollen=LVOS),
    Staat("/overleg/{overleg_id}", "bezig", "/overleg/{bezig}", rollen=("oov", "coa", "burgemeester")),
    Staat(
        "/overleg/{overleg_id}",
        "te-vroeg",
        "/overleg/{lvos}",
        _op("/overleg/{lvos}/open"),
        rollen=("oov",),
        status=400,
    ),
    Staat("/overleg/{overleg_id}/verslag", "gesloten", "/overleg/{eerder}/verslag", rollen=LVOS),
    Staat("/overleg/{overleg_id}/verslag", "voorlopig", "/overleg/{bezig}/verslag", rollen=("oov", "coa")),
    Staat("/overleg/{overleg_id}/punt/{punt_id}", "notitie", "/overleg/{bezig}/punt/{punt}"),
    Staat("/overleg/{overleg_id}/volgorde", "gevuld", "/overleg/{lvos}/volgorde"),
    Staat("/overleg/{overleg_id}/wijzig", "nieuw", "/overleg/{lvos}/wijzig"),
    Staat(
        "/overleg/{overleg_id}/wijzig",
        "geweigerd",
        "/overleg/{lvos}/wijzig",
        _op("/overleg/{lvos}/verzet", naar="2026-01-01T10:00"),
        rollen=("oov",),
        status=409,
    ),
    Staat("/overleg/nieuw", "nieuw", "/overleg/nieuw"),
    Staat("/overleg/nieuw", "fout", "/overleg/nieuw", _op("/overleg/nieuw"), rollen=("oov",), status=400),
    Staat("/overleg/agenda", "leeg", "/overleg/agenda"),
    Staat("/overleg/agenda", "gemaakt", "/overleg/agenda", _maak_link, rollen=("oov",)),
    Staat("/overleg/{overleg_id}", "voorstel", "/overleg/{driehoek}", rollen=("om", "burgemeester", "politie", "oov")),
    Staat("/maatregelen", "gevuld", "/maatregelen"),
    Staat("/maatregelen", "leeg", "/maatregelen", leeg=True),
    Staat("/maatregelen", "bij-punt", "/maatregelen?agendapuntId={punt}", rollen=("oov", "burgemeester")),
    Staat("/maatregelen/nieuw", "persoon", f"{NIEUW}gebiedsverbod-kort", rollen=("burgemeester",)),
    Staat("/maatregelen/nieuw", "gebied", f"{NIEUW}veiligheidsrisicogebied", rollen=("burgemeester",)),
    Staat("/maatregelen/nieuw", "afgeschermd", f"{NIEUW}crisismaatregel", rollen=("burgemeester",)),
    Staat(
        "/maatregelen/nieuw",
        "fout",
        f"{NIEUW}gebiedsverbod-kort",
        _verstuur("/maatregelen/nieuw"),
        rollen=("burgemeester",),
        status=400,
    ),
    Staat(
        "/maatregelen/nieuw",
        "geweigerd",
        f"{NIEUW}gebiedsverbod-kort",
        _verstuur("/maatregelen/nieuw", **VERBOD),
        rollen=("burgemeester",),
        status=409,
    ),
    Staat("/maatregelen/{maatregel_id}", "loopt", "/maatregelen/{maatregel}"),
    Staat("/afspraken", "gevuld", "/afspraken"),
    Staat("/afspraken", "leeg", "/afspraken", leeg=True, rollen=("oov", "politie")),
    Staat("/afspraken/nieuw", "nieuw", "/afspraken/nieuw"),
    Staat("/afspraken/nieuw", "fout", "/afspraken/nieuw", _verstuur("/afspraken/nieuw"), status=400),
    Staat("/afspraken/{afspraak_id}", "open", "/afspraken/{afspraak}", rollen=("oov", "politie", "burgemeester")),
    Staat("/verzoeken", "gevuld", "/verzoeken"),
    Staat("/verzoeken", "leeg", "/verzoeken", leeg=True),
    Staat("/verzoeken/nieuw", "plan", "/verzoeken/nieuw?soort=spuk"),
    Staat(
        "/verzoeken/nieuw",
        "fout",
        "/verzoeken/nieuw?soort=overplaatsing",
        _verstuur("/verzoeken/nieuw"),
        rollen=("oov",),
        status=400,
    ),
    Staat("/verzoeken/{verzoek_id}", "open", "/verzoeken/{verzoek}"),
    Staat("/berichten", "gevuld", "/berichten"),
    Staat("/berichten", "leeg", "/berichten", leeg=True, rollen=("communicatie", "coa")),
    Staat("/berichten/nieuw", "nieuw", "/berichten/nieuw"),
    Staat("/berichten/nieuw", "fout", "/berichten/nieuw", _verstuur("/berichten/nieuw"), rollen=("oov",), status=400),
    Staat("/berichten/{bericht_id}", "voorgelegd", "/berichten/{bericht}"),
    Staat("/escalaties", "gevuld", "/escalaties"),
    Staat("/escalaties", "leeg", "/escalaties", leeg=True),
    Staat("/escalaties/{escalatie_id}", "open", "/escalaties/{open}"),
    Staat("/escalaties/{escalatie_id}", "bevestigd", "/escalaties/{bevestigd}"),
    Staat("/escalaties/{escalatie_id}", "gesloten", "/escalaties/{gesloten}"),
    Staat("/piket", "gevuld", "/piket"),
    Staat("/piket", "fout", "/piket", _verstuur("/piket/vervang", dienst="piket-a"), rollen=("piket",), status=400),
    Staat("/kanalen", "gevuld", "/kanalen"),
    Staat("/kanalen", "leeg", "/kanalen", leeg=True),
    Staat("/kanalen", "fout", "/kanalen", _verstuur("/kanalen/test"), rollen=("beheer",), status=400),
    Staat("/geen-stille-misser", "goed", "/geen-stille-misser"),
    Staat("/open-data", "leeg", "/open-data", leeg=True),
    Staat("/open-data", "lijst", "/open-data", rollen=("communicatie",)),
    Staat("/open-data/publiceren", "nieuw", "/open-data/publiceren"),
    Staat(
        "/open-data/publiceren",
        "voorbeeld",
        "/open-data/publiceren",
        _verstuur("/open-data/publiceren", locatie="gm0637/rokkeveenseweg", kwartaal="2026-K3"),
        rollen=("communicatie",),
    ),
    Staat(
        "/open-data/publiceren",
        "fout",
        "/open-data/publiceren",
        _verstuur("/open-data/publiceren", kwartaal="straks"),
        rollen=("oov",),
        status=400,
    ),
    Staat("/rapportage", "gevuld", "/rapportage", rollen=("oov", "coa", "communicatie")),
    Staat("/rapportage", "leeg", "/rapportage", leeg=True, rollen=("oov", "communicatie")),
    Staat("/rapportage", "deel", "/rapportage?aard=crimineel&gebied=dorp", rollen=("oov",)),
    Staat("/rapportage", "toen", "/rapportage?peildatum=2026-10-01", rollen=("oov",)),
    Staat("/rapportage", "fout", "/rapportage?week=9", rollen=("oov",), status=400),
    Staat("/rapportage/weekbeeld", "gevuld", "/rapportage/weekbeeld", rollen=("oov", "communicatie")),
    Staat("/rapportage/weekbeeld", "leeg", "/rapportage/weekbeeld", leeg=True, rollen=("oov",)),
    Staat("/rapportage/weekbeeld", "fout", "/rapportage/weekbeeld?aard=9", rollen=("oov",), status=400),
    Staat("/rapportage/doorlooptijden", "gevuld", "/rapportage/doorlooptijden"),
    Staat("/rapportage/doorlooptijden", "leeg", "/rapportage/doorlooptijden", leeg=True, rollen=("oov",)),
    Staat("/rapportage/doorlooptijden", "fout", "/rapportage/doorlooptijden?van=9", rollen=("oov",), status=400),
    Staat("/rapportage/kwaliteit", "gevuld", "/rapportage/kwaliteit"),
    Staat("/rapportage/kwaliteit", "leeg", "/rapportage/kwaliteit", leeg=True, rollen=("oov",)),
    Staat("/rapportage/kwaliteit", "fout", "/rapportage/kwaliteit?tot=9", rollen=("oov",), status=400),
    Staat("/rapportage/veranderd", "gevuld", "/rapportage/veranderd"),
    Staat("/rapportage/veranderd", "leeg", "/rapportage/veranderd", leeg=True, rollen=("oov",)),
    Staat("/rapportage/veranderd", "fout", "/rapportage/veranderd?eerder=9", rollen=("oov",), status=400),
    Staat("/rapportage/evaluatie", "gevuld", "/rapportage/evaluatie"),
    Staat("/rapportage/evaluatie", "leeg", "/rapportage/evaluatie", leeg=True, rollen=("oov",)),
    Staat("/rapportage/evaluatie", "fout", "/rapportage/evaluatie?peildatum=9", rollen=("oov",), status=400),
    Staat("/rapportage/indicatoren", "gevuld", "/rapportage/indicatoren"),
    Staat("/rapportage/indicatoren", "leeg", "/rapportage/indicatoren", leeg=True, rollen=("oov",)),
    Staat("/rapportage/indicatoren", "fout", "/rapportage/indicatoren?peildatum=9", rollen=("oov",), status=400),
    Staat("/rapportage/verslag", "gevuld", "/rapportage/verslag?soort=jaar"),
    Staat("/rapportage/verslag", "leeg", "/rapportage/verslag", leeg=True, rollen=("oov",)),
    Staat("/rapportage/verslag", "fout", "/rapportage/verslag?periode=9", rollen=("oov",), status=400),
    Staat("/raadsverslag", "gevuld", "/raadsverslag"),
    Staat("/raadsverslag", "tussentijds", "/raadsverslag?soort=tussentijds", rollen=("raad", "oov")),
    Staat("/raadsverslag", "leeg", "/raadsverslag", leeg=True, rollen=("raad",)),
    Staat("/raadsverslag", "fout", "/raadsverslag?jaar=9", rollen=("raad",), status=400),
    Staat("/beheer", "gevuld", "/beheer"),
    Staat("/aanmelden", "zonder-link", "/aanmelden", rollen=(PUBLIEK,)),
    Staat("/aanmelden", "met-link", "/aanmelden?code=abc", rollen=OPEN),
    Staat(
        "/aanmelden", "link-werkt-niet", "/aanmelden?code=abc", _verstuur("/aanmelden"), rollen=(PUBLIEK,), status=403
    ),
    Staat("/bevestig", "open", "{bevestiglink}", rollen=OPEN),
    Staat("/bevestig", "link-werkt-niet", "/bevestig?t=stuk", rollen=OPEN, status=400),
    Staat("/hulp", "tekst", "/hulp", rollen=OPEN),
    Staat("/docs", "overzicht", "/docs", rollen=OPEN),
    Staat("/privacy", "tekst", "/privacy", rollen=OPEN),
    Staat("/toegankelijkheid", "tekst", "/toegankelijkheid", rollen=OPEN),
    Staat("/beheer", "mag-niet", "/beheer", rollen=("raad",), status=403),
    Staat("/beheer", "niet-aangemeld", "/beheer", rollen=(PUBLIEK,), status=401),
    Staat("/{weg}", "bestaat-niet", "/bestaat-niet", rollen=OPEN, status=404),
)
