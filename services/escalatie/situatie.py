"""What is the matter, in the words that the notice and the page behind its link share. Pure."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from services.escalatie.escalatie import te_herinneren
from services.escalatie.gebeurd import tegen_wie
from services.escalatie.staat import Escalatie, Status
from services.escalatie.woorden import duur, klok, rol_naam, rol_namen, tijdstip, wanneer
from services.escalatie.zaak import Zaak
from shared.contracts.escalatie import DrempelOverschreden, Stap
from shared.contracts.intake import Gezegd
from shared.woorden import opsomming

ONGEZIEN = "Een melding telt ook mee als de gemeente haar nog niet heeft bekeken."
WEER_OPEN = {
    "verlopen": "Iemand heeft dit bevestigd, maar daarna gebeurde er te lang niets.",
    "teruggenomen": "De bevestiging is teruggenomen.",
}
GEZEGD = ("wapen", "nog_gaande")
"""What the COA answers beside its incident, the weapon first."""
_WAPEN = {Gezegd.JA: "er is een wapen gezien of genoemd", Gezegd.NEE: "er is geen wapen gezien of genoemd"}
_GAANDE = {Gezegd.JA: "het is nog gaande", Gezegd.NEE: "het is niet meer gaande"}


def gezegd(feit: DrempelOverschreden) -> str:
    """Say what the COA answered about a weapon and whether it goes on; empty where it did not know."""
    return in_zinnen({"wapen": feit.wapen, "nog_gaande": feit.nog_gaande})


def in_zinnen(gezegd: Mapping[str, Gezegd]) -> str:
    """Write those answers, the weapon first."""
    gegeven = {naam: gezegd.get(naam, Gezegd.ONBEKEND) for naam in GEZEGD}
    antwoorden = (_WAPEN.get(gegeven["wapen"], ""), _GAANDE.get(gegeven["nog_gaande"], ""))
    return " ".join(f"Het COA zegt: {antwoord}." for antwoord in antwoorden if antwoord)


def wat_er_is(zaak: Zaak) -> Iterator[tuple[str, str]]:
    """Say what happened, where and when, how often and against whom: each as a heading and a line."""
    feit, zone = zaak.overschreden, zaak.profiel.zone
    yield "Waar", zaak.plek
    if feit.voorgevallen_op:
        yield "Wanneer", f"{'de laatste op ' if zaak.meer else ''}{wanneer(feit.voorgevallen_op, feit.dagdeel, zone)}"
    if feit.venster and not (feit.groei or feit.verwachting):
        lengte, einde = duur(feit.venster.tot - feit.venster.van), feit.venster.tot
        tot = wanneer(einde, feit.dagdeel if einde == feit.voorgevallen_op else None, zone)
        yield "Hoeveel", f"{feit.telling} meldingen in {lengte}, tot en met {tot}. De grens is {feit.grens}."
    if tegen := tegen_wie(zaak.leden):
        yield "Tegen wie", f"{tegen}. {ONGEZIEN}"
    if feit.toelichting:
        yield "Gemeld" if feit.soort == "enkel-incident" else "Reden", feit.toelichting
    yield from _later(zaak)


def _later(zaak: Zaak) -> Iterator[tuple[str, str]]:
    gebeld = zaak.overschreden.politie_gebeld_op
    if zaak.veranderd:
        yield "Veranderd", zaak.veranderd
    if zaak.erbij:
        yield "Erbij gekomen", str(zaak.erbij)
    if gebeld:
        yield "Politie gebeld", f"het COA belde de politie op {tijdstip(gebeld, zaak.profiel.zone)}."


def niet_op_tijd(escalatie: Escalatie, trede: int, aan: str) -> str:
    """Say who was warned before this step of the ladder, and let it pass; empty for the first step."""
    eerder = list(dict.fromkeys(rol for lager in escalatie.treden[:trede] for rol in lager.rollen))
    if eerder == [aan]:
        return "" if (Stap.ONTVANGEN, aan) in escalatie.bevestigd else "U bevestigde nog niet."
    namen = [*(["u"] if aan in eerder else []), *(rol_naam(rol) for rol in eerder if rol != aan)]
    return f"Wie eerder is gewaarschuwd, heeft niet op tijd bevestigd: {opsomming(namen)}." if eerder else ""


def anders(zaak: Zaak, stap: Stap, rol: str, op: datetime | None) -> str:
    """Say at `op` to a role what happens when nobody confirms this step in time; empty where nothing does."""
    escalatie = zaak.escalatie
    if stap is not Stap.ONTVANGEN:
        return _zonder_tweede_stap(zaak, op)
    if escalatie.klim_op is None:
        return f"Al bevestigd door {opsomming(bevestigers(escalatie))}. Bevestig zelf ook."
    vraag = f"Bevestigt niemand voor {klok(escalatie.klim_op, zaak.profiel.zone, op)}?"
    straks = escalatie.treden[escalatie.trede + 1].rollen if escalatie.trede + 1 < len(escalatie.treden) else ()
    if wie := [rol_naam(een) for een in straks if een != rol]:
        return f"{vraag} Dan waarschuwen wij {opsomming(wie + ['u opnieuw'] * (rol in straks))}."
    return f"{vraag} Dan krijgt u dit bericht opnieuw."


def bevestigers(escalatie: Escalatie) -> list[str]:
    """Name who took it on."""
    return sorted({rol_naam(rol) for stap, rol in escalatie.bevestigd if stap is Stap.ONTVANGEN})


def _zonder_tweede_stap(zaak: Zaak, op: datetime | None) -> str:
    escalatie, uiterlijk = zaak.escalatie, zaak.escalatie.tweede_stap_op
    if uiterlijk is None or escalatie.status is Status.GESLOTEN:
        return ""
    weer = " opnieuw" if escalatie.tweede_stap_ronde else ""
    wie = rol_namen(te_herinneren(escalatie))
    voor = klok(uiterlijk, zaak.profiel.zone, op)
    return f"Bevestigt niemand voor {voor} dat de burgemeester het weet? Dan waarschuwen wij{weer} {wie}."
