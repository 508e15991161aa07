"""The message to a partner: what kind, where, and a link. No personal data, no free text (promise 7). Pure."""

from collections.abc import Iterator
from datetime import datetime

from services.intake.behandeling.staat import Stand
from shared.contracts.intake import Aard, Dagdeel, MeldingDoorgezet
from shared.profiel.regels import volgens
from shared.profiel.schema import Profiel
from shared.verzending.vormen import Bericht
from shared.wanneer import met_dagdeel

AARDEN = {
    Aard.OVERLAST: "overlast",
    Aard.CRIMINEEL: "strafbaar gedrag",
    Aard.GGZ: "zorgen om iemand",
    Aard.NOG_TE_BEPALEN: "nog te bepalen",
}


def bericht(stand: Stand, doorgezet: MeldingDoorgezet, profiel: Profiel, *, url: str) -> Bericht:
    """Write what one partner is sent."""
    locatie = profiel.locatie(stand.waarneming.locatie)
    plek = locatie.naam if locatie else stand.waarneming.locatie
    soort = "incident" if stand.is_incident else "melding"
    return Bericht(f"Nieuwe {soort} voor u: {plek}", "\n".join(_regels(stand, doorgezet, profiel, plek, url)))


def _regels(stand: Stand, doorgezet: MeldingDoorgezet, profiel: Profiel, plek: str, url: str) -> Iterator[str]:
    nu, partner = stand.waarneming, profiel.partner(doorgezet.aan)
    yield f"Dit bericht is voor {partner.naam if partner else doorgezet.aan}."
    yield ""
    yield f"Aard: {AARDEN[nu.aard]}"
    yield f"Thema: {next((thema.naam for thema in profiel.meldingen.themas if thema.code == nu.thema), nu.thema)}"
    yield f"Waar: {plek}"
    yield f"Wanneer: {_wanneer(nu.voorgevallen_op.astimezone(profiel.zone), nu.dagdeel)}"
    yield ""
    yield f"Bekijk de melding (u meldt zich eerst aan): {url}"
    yield f"Waarom u dit krijgt: {volgens(doorgezet.regel, profiel)}."


def _wanneer(lokaal: datetime, dagdeel: Dagdeel | None) -> str:
    dag = f"{lokaal:%d-%m-%Y}"
    return met_dagdeel(dag, dagdeel) if dagdeel else f"{dag} om {lokaal:%H.%M} uur"
