"""What each action is called on a page; its code is for keys and files."""

from collections.abc import Mapping
from typing import Final

ACTIENAMEN: Final[Mapping[str, str]] = {
    "melding.doen": "Een melding doen",
    "melding.volgen": "Een melding volgen",
    "groep.melden": "Melden met een groepscode",
    "groepen.beheren": "Groepscodes beheren",
    "melding.registreren": "Een melding registreren",
    "melding.behandelen": "Een melding behandelen",
    "melding.corrigeren": "Een melding verbeteren",
    "melding.lezen": "Een melding lezen",
    "doorgezet.lezen": "Lezen wat is doorgezet",
    "incident.melden": "Een incident melden",
    "coa-berichten.lezen": "De lijst met COA-berichten lezen",
    "coa-berichten.openen": "Een COA-bericht openen",
    "coa-berichten.verwerken": "Een COA-bericht verwerken",
    "coa-berichten.afhandelen": "Een COA-bericht afhandelen",
    "meldingen.lezen": "De lijst met meldingen lezen",
    "toelichting.lezen": "Een toelichting lezen",
    "alarmtekst.lezen": "De toelichting lezen van een incident met gevolgen voor de openbare orde",
    "incidenttekst.lezen": "De toelichting lezen van een incident van de eigen locatie",
    "gesprek.lezen": "Vragen en antwoorden lezen",
    "melder.vragen": "De melder iets vragen",
    "melding.aanvullen": "Opschrijven wat de melder vertelt",
    "tekst.verbergen": "Een tekst verbergen",
    "contact.lezen": "Contactgegevens lezen",
    "contact.wissen": "Contactgegevens wissen",
    "logboek.lezen": "Het logboek van een kluis lezen",
    "bewaren.lezen": "Bewaartermijnen lezen",
    "meldkaart.lezen": "De meldkaart lezen",
    "overleg.lezen": "Een overleg lezen",
    "overleg.voorbereiden": "Een overleg voorbereiden",
    "overleg.sluiten": "Een overleg openen of sluiten",
    "voorstel.beslissen": "Beslissen of een voorgesteld overleg doorgaat",
    "agendaverzoek.doen": "Een overleg iets vragen",
    "agenda.abonneren": "Een link voor de eigen agenda maken",
    "agenda.volgen": "De agenda volgen met een link",
    "vertrouwelijk.lezen": "Vertrouwelijke punten lezen",
    "maatregelen.lezen": "Maatregelen lezen",
    "maatregel.opleggen": "Een maatregel opleggen",
    "maatregel.voorbereiden": "Een maatregel voorbereiden",
    "betrokkene.lezen": "Een betrokkene opzoeken",
    "betrokkene.vastleggen": "Een betrokkene vastleggen",
    "afspraken.lezen": "Afspraken lezen",
    "afspraak.maken": "Een afspraak maken",
    "afspraak.afronden": "Een afspraak afronden",
    "verzoeken.lezen": "Verzoeken lezen",
    "verzoek.doen": "Een verzoek doen",
    "berichten.lezen": "Berichten lezen",
    "bericht.opstellen": "Een bericht opstellen",
    "bericht.raadplegen": "Iets van een bericht vinden",
    "bericht.goedkeuren": "Een bericht goedkeuren",
    "bericht.publiceren": "Een bericht publiceren",
    "draad.lezen": "De tijdlijn van een melding lezen",
    "escalatie.lezen": "Escalaties lezen",
    "escalatie.bevestigen": "Een escalatie bevestigen",
    "escalatie.bevestigen-met-link": "Een escalatie bevestigen met een link",
    "escalatie.splitsen": "Een escalatie splitsen",
    "escalatie.sluiten": "Een escalatie sluiten",
    "escalatie.antwoorden": "Een antwoord op een bericht doorgeven",
    "piket.lezen": "Het piketrooster lezen",
    "piket.wijzigen": "Het piketrooster wijzigen",
    "kanalen.lezen": "Kanalen lezen",
    "kanalen.testen": "Een kanaal testen",
    "missers.lezen": "Gemiste waarschuwingen lezen",
    "drempels.lezen": "Drempels lezen",
    "weekbeeld.lezen": "Rapportage lezen",
    "indicatoren.lezen": "Doelen en indicatoren lezen",
    "raadsverslag.lezen": "Het verslag voor de raad lezen",
    "open-data.lezen": "Openbare cijfers lezen",
    "open-data.publiceren": "Openbare cijfers publiceren",
    "vandaag.lezen": "Vandaag lezen",
    "vandaag.eigen-deel": "Een deel van Vandaag lezen",
    "zoeken": "Zoeken",
    "beheer.lezen": "Beheer lezen",
    "beheer.sleutels": "Toegang geven of intrekken",
    "beheer.quarantaine": "Quarantaine bekijken of verwerken",
    "audit.lezen": "De audit lezen",
    "uitleg.lezen": "Uitleg lezen",
    "gezondheid.lezen": "Vragen of alles werkt",
    "metingen.lezen": "Metingen lezen",
    "aanmelden": "Aanmelden",
    "aanmelden.extern": "Aanmelden met een account",
    "afmelden": "Afmelden",
}
OPDRACHTEN: Final = (
    *("backup", "controlepunt", "drempels", "exporteer", "herstel", "importeer", "rapport", "sleutel"),
)
"""Commands at the machine that are lines too: `opdracht.` and their first word."""
_BEGINT: Final[Mapping[str, str]] = {
    "melding.doen": "Meldingen",
    "overleg.lezen": "Overleg",
    "escalatie.lezen": "Escalaties",
    "weekbeeld.lezen": "Cijfers en verslagen",
    "vandaag.lezen": "Overal",
    "beheer.lezen": "Beheer",
    "uitleg.lezen": "Aanmelden en uitleg",
}
"""With which action each group begins, in the order of `ACTIENAMEN`."""


def naam_van(actie: str) -> str:
    """Name an action; one that is no longer there by its code."""
    if actie.startswith("opdracht."):
        return f"Een opdracht op de server: {actie.removeprefix('opdracht.')}"
    return ACTIENAMEN.get(actie, actie.replace(".", " ").capitalize())


def actiegroepen() -> dict[str, list[tuple[str, str]]]:
    """Give every action by group, by name within it."""
    groepen: dict[str, list[tuple[str, str]]] = {}
    groep = ""
    for code, naam in ACTIENAMEN.items():
        groep = _BEGINT.get(code, groep)
        groepen.setdefault(groep, []).append((code, naam))
    groepen["Opdrachten op de server"] = [(f"opdracht.{een}", een.capitalize()) for een in OPDRACHTEN]
    return {naam: sorted(acties, key=lambda actie: actie[1]) for naam, acties in groepen.items()}
