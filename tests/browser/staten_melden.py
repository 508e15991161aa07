"""Every state of the pages of intake: reporting, following, handling, keeping."""

from tests.browser.huis import PUBLIEK
from tests.browser.staat import (
    GEMELD,
    GESTOLEN,
    INCIDENT,
    LVOS,
    MELDERS,
    OPEN,
    TOELICHTING,
    Staat,
    gaat_verder,
    stuurt,
    tot_versturen,
    tot_vraag,
    volgt,
    winkelier_kijkt_na,
    zonder_reden,
)

EN = "?taal=en"
STATEN_MELDEN = (
    Staat("/melden", "nieuw", "/melden", rollen=MELDERS),
    Staat("/melden", "fout-balie", "/melden", stuurt("/melden", datum="2099-01-01"), rollen=("oov",), status=400),
    Staat(
        "/melden",
        "balie-woorden",
        "/melden",
        stuurt("/melden", kanaal="telefoon", toelichting="Een Syrische man, verslaafd.", **GEMELD),
        rollen=("oov",),
    ),
    Staat(
        "/melden",
        "balie-ontvangen",
        "/melden",
        stuurt("/melden", kanaal="telefoon", **GEMELD),
        leeg=True,
        rollen=("oov",),
    ),
    Staat("/melden", "coa-melding", "/melden?soort=melding", rollen=("coa",)),
    Staat(
        "/melden/incident",
        "gemeld",
        "/melden",
        stuurt("/melden/incident", **INCIDENT, toelichting="Er werd een stoel gegooid.", gevolgenOpenbareOrde="true"),
        rollen=("coa",),
    ),
    Staat("/melden/incident", "fout", "/melden", stuurt("/melden/incident"), rollen=("coa",), status=400),
    *(
        Staat("/melden", f"{naam}{taal[-2:]}", f"/melden{taal}", doe, eerst, rollen=(PUBLIEK,), status=status)
        for taal in ("", "?taal=en", "?taal=ar", "?taal=uk")
        for naam, doe, eerst, status in (
            ("begin", None, None, 200),
            ("vraag", gaat_verder(), None, 200),
            ("fout", gaat_verder(), tot_vraag("datum"), 400),
            ("tekst", gaat_verder(), tot_vraag("gerichtTegen"), 200),
            ("bericht", gaat_verder(toelichting=TOELICHTING), tot_vraag("toelichting"), 200),
            ("controle", gaat_verder(email="ik@voorbeeld.nl"), tot_vraag("email", toelichting=TOELICHTING), 200),
        )
        if taal in ("", "?taal=ar") or naam == "controle"
    ),
    *(
        Staat(
            "/melden/versturen",
            f"ontvangen{taal[-2:]}",
            f"/melden{taal}",
            gaat_verder(),
            tot_versturen,
            leeg=True,
            rollen=(PUBLIEK,),
        )
        for taal in ("", EN)
    ),
    Staat("/winkeliers", "code", "/winkeliers", rollen=(PUBLIEK,)),
    Staat("/winkeliers", "code-werkt-niet", "/winkeliers", stuurt("/winkeliers", code="x"), rollen=OPEN, status=404),
    Staat("/winkeliers", "formulier", "/winkeliers?code={groepscode}", rollen=(PUBLIEK,)),
    Staat(
        "/winkeliers",
        "ontvangen",
        "/winkeliers?code={groepscode}",
        gaat_verder(),
        winkelier_kijkt_na,
        rollen=(PUBLIEK,),
    ),
    Staat(
        "/winkeliers",
        "controle",
        "/winkeliers?code={groepscode}",
        gaat_verder(toelichting="Bel 06 12345678.", **GESTOLEN),
        rollen=(PUBLIEK,),
    ),
    Staat("/winkeliers", "fout", "/winkeliers?code={groepscode}", gaat_verder(), rollen=(PUBLIEK,), status=400),
    Staat("/beheer/winkeliers", "leeg", "/beheer/winkeliers", leeg=True),
    Staat(
        "/beheer/winkeliers",
        "gemaakt",
        "/beheer/winkeliers",
        stuurt("/beheer/winkeliers", naam="Winkels Dorp", locatie="gm0637:rokkeveenseweg", plaats="buiten-noodopvang"),
    ),
    Staat("/beheer/winkeliers", "fout", "/beheer/winkeliers", stuurt("/beheer/winkeliers"), status=400),
    Staat("/volgen", "nieuw", "/volgen", rollen=OPEN),
    Staat("/volgen", "fout", "/volgen", stuurt("/volgen", volgcode="bestaat niet"), rollen=(PUBLIEK,), status=404),
    Staat("/volgen", "gevolgd", "/volgen", stuurt("/volgen", volgcode="{volgcode}"), rollen=OPEN),
    Staat(
        "/volgen", "nagekeken", "/volgen", stuurt("/volgen/aanvullen", tekst=TOELICHTING), volgt(), rollen=(PUBLIEK,)
    ),
    Staat(
        "/volgen",
        "te-lang",
        "/volgen",
        stuurt("/volgen/aanvullen", tekst="a" * 4001),
        volgt(),
        rollen=(PUBLIEK,),
        status=400,
    ),
    *(
        Staat("/volgen", f"{naam}-engels", f"/volgen{EN}", doe, eerst, rollen=(PUBLIEK,), status=status)
        for naam, doe, eerst, status in (
            ("gevolgd", stuurt(f"/volgen{EN}", volgcode="{volgcode}"), None, 200),
            ("nagekeken", stuurt(f"/volgen/aanvullen{EN}", tekst=TOELICHTING), volgt(EN), 200),
        )
    ),
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
        zonder_reden,
        rollen=("oov",),
        status=400,
    ),
    Staat("/meldingen/{melding_id}/melder", "gesprek", "/meldingen/{gevolgd}/melder"),
    Staat("/meldingen/{melding_id}/melder", "leeg", "/meldingen/{incident}/melder", rollen=("oov",)),
    Staat(
        "/meldingen/{melding_id}/melder",
        "contact",
        "/meldingen/{gevolgd}/melder",
        stuurt("/meldingen/{gevolgd}/melder/contact", doel="meer-informatie"),
        rollen=("meldpunt",),
    ),
    Staat(
        "/meldingen/{melding_id}/melder",
        "fout",
        "/meldingen/{gevolgd}/melder",
        stuurt("/meldingen/{gevolgd}/melder/contact"),
        rollen=("meldpunt",),
        status=400,
    ),
    Staat("/meldingen/{melding_id}/melder/wissen", "nieuw", "/meldingen/{gevolgd}/melder/wissen", rollen=("meldpunt",)),
    Staat("/meldingen/{melding_id}/melder/wissen", "leeg", "/meldingen/{incident}/melder/wissen", rollen=("meldpunt",)),
    Staat(
        "/meldingen/{melding_id}/melder/wissen",
        "fout",
        "/meldingen/{gevolgd}/melder/wissen",
        stuurt("/meldingen/{gevolgd}/melder/wissen"),
        rollen=("meldpunt",),
        status=400,
    ),
    Staat("/meldingen/agenda/{overleg_id}", "gevuld", "/meldingen/agenda/{lvos}"),
    Staat("/meldkaart", "lijst", "/meldkaart", rollen=OPEN),
    Staat("/meldkaart", "lijst-engels", f"/meldkaart{EN}", rollen=(PUBLIEK,)),
    Staat("/meldkaart/{gemeente}/{locatie}", "kaart", "/meldkaart/gm0637/rokkeveenseweg", rollen=OPEN),
    Staat("/meldkaart/{gemeente}/{locatie}", "engels", f"/meldkaart/gm0637/rokkeveenseweg{EN}", rollen=(PUBLIEK,)),
    Staat("/beheer/bewaren", "gevuld", "/beheer/bewaren"),
    Staat("/beheer/bewaren", "leeg", "/beheer/bewaren", leeg=True),
    Staat("/beheer/toegang", "gevuld", "/beheer/toegang"),
    Staat("/beheer/toegang", "link", "/beheer/toegang", stuurt("/beheer/toegang/link", rol="oov", plek="alles")),
    Staat("/beheer/toegang", "fout", "/beheer/toegang", stuurt("/beheer/toegang/link", rol="coa"), status=400),
    Staat("/beheer/audit", "gevuld", "/beheer/audit"),
    Staat("/beheer/audit", "niets-gevonden", "/beheer/audit?rol=raad&vanaf=2026-01-01&tm=2026-01-01"),
    Staat("/beheer/audit", "fout", "/beheer/audit?vanaf=9", status=400),
    Staat("/doorzettingen", "gevuld", "/doorzettingen"),
    Staat("/doorzettingen", "leeg", "/doorzettingen", leeg=True),
    Staat("/coa-berichten", "gevuld", "/coa-berichten"),
    Staat("/coa-berichten", "leeg", "/coa-berichten", leeg=True),
    Staat("/coa-berichten/{apart_id}", "bericht", "/coa-berichten/{apart}"),
)
