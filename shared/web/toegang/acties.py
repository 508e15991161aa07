"""Who may do what: the one table. An action that is not in it exists for nobody."""

from collections.abc import Mapping
from typing import Final

from shared.profiel.schema import Rol


class _Openbaar(frozenset[Rol]):
    """No roles, and open all the same: a kind of its own, so that an empty set elsewhere means nobody."""


OPENBAAR: Final = _Openbaar()
"""Open to everyone, with or without a key."""

MELDPUNT, COA, POLITIE, OOV, BURGEMEESTER, OM, PIKET, BEHEER = (
    Rol.MELDPUNT,
    Rol.COA,
    Rol.POLITIE,
    Rol.OOV,
    Rol.BURGEMEESTER,
    Rol.OM,
    Rol.PIKET,
    Rol.BEHEER,
)
UITVOERING = frozenset({MELDPUNT, COA, POLITIE, Rol.HANDHAVING, Rol.JONGERENWERK, Rol.ZORG, OOV})
DRIEHOEK = frozenset({BURGEMEESTER, POLITIE, OM})
ALLEN = frozenset(Rol)

ACTIES: Final[Mapping[str, frozenset[Rol]]] = {
    # intake
    "melding.doen": OPENBAAR,
    "melding.volgen": OPENBAAR,
    "groep.melden": OPENBAAR,
    "groepen.beheren": frozenset({BEHEER}),
    "melding.registreren": frozenset({MELDPUNT, OOV, Rol.HANDHAVING, Rol.JONGERENWERK, POLITIE, COA}),
    "melding.behandelen": frozenset({MELDPUNT, OOV}),
    "melding.corrigeren": frozenset({MELDPUNT, OOV, COA}),
    "melding.lezen": UITVOERING | {BURGEMEESTER, PIKET},  # piket: of what it is warned about alone
    "doorgezet.lezen": UITVOERING | {BURGEMEESTER},
    "incident.melden": frozenset({COA}),
    "coa-berichten.lezen": frozenset({OOV, PIKET, BEHEER}),
    "coa-berichten.openen": frozenset({OOV, PIKET}),
    "coa-berichten.verwerken": frozenset({OOV, BEHEER}),
    "coa-berichten.afhandelen": frozenset({OOV, PIKET}),
    "meldingen.lezen": frozenset({MELDPUNT, COA, POLITIE, Rol.HANDHAVING, OOV, BURGEMEESTER}),
    "toelichting.lezen": frozenset({MELDPUNT, OOV}),
    "alarmtekst.lezen": frozenset({POLITIE, BURGEMEESTER, PIKET}),  # of an incident with consequences (LVS-0.3)
    "incidenttekst.lezen": frozenset({COA}),  # of its own location
    "gesprek.lezen": frozenset({MELDPUNT, OOV}),
    "melder.vragen": frozenset({MELDPUNT, OOV}),
    "melding.aanvullen": frozenset({MELDPUNT, OOV}),
    "tekst.verbergen": frozenset({MELDPUNT, OOV}),
    "contact.lezen": frozenset({MELDPUNT}),
    "contact.wissen": frozenset({MELDPUNT}),
    "logboek.lezen": frozenset({BEHEER}),
    "bewaren.lezen": frozenset({BEHEER}),
    "meldkaart.lezen": OPENBAAR,
    # overleg
    "overleg.lezen": UITVOERING | {BURGEMEESTER, OM},
    "overleg.voorbereiden": frozenset({OOV}),
    "overleg.sluiten": frozenset({OOV}),
    "voorstel.beslissen": frozenset({BURGEMEESTER, OOV}),  # which of them: who sits at that table
    "agendaverzoek.doen": frozenset({OOV, BURGEMEESTER}),
    "agenda.abonneren": UITVOERING | {BURGEMEESTER, OM},
    "agenda.volgen": OPENBAAR,
    "vertrouwelijk.lezen": frozenset({OOV, BURGEMEESTER}),
    "maatregelen.lezen": frozenset({OOV, BURGEMEESTER, POLITIE, Rol.HANDHAVING, OM}),
    "maatregel.opleggen": frozenset({BURGEMEESTER, OM, POLITIE, OOV}),  # of which kinds: the catalogue
    "maatregel.voorbereiden": frozenset({OOV, BURGEMEESTER}),
    "betrokkene.lezen": frozenset({OOV, BURGEMEESTER}),
    "betrokkene.vastleggen": frozenset({OOV, BURGEMEESTER}),
    "afspraken.lezen": UITVOERING | {BURGEMEESTER, OM},
    "afspraak.maken": frozenset({OOV}),
    "afspraak.afronden": UITVOERING | {BURGEMEESTER, OM},
    "verzoeken.lezen": frozenset({OOV, BURGEMEESTER}),
    "verzoek.doen": frozenset({OOV, BURGEMEESTER}),
    "berichten.lezen": frozenset({Rol.COMMUNICATIE, OOV, BURGEMEESTER, COA, POLITIE}),
    "bericht.opstellen": frozenset({Rol.COMMUNICATIE, OOV}),
    "bericht.raadplegen": frozenset({COA, POLITIE}),
    "bericht.goedkeuren": frozenset({OOV, BURGEMEESTER}),
    "bericht.publiceren": frozenset({Rol.COMMUNICATIE, OOV, BURGEMEESTER}),
    "draad.lezen": frozenset({MELDPUNT, OOV, BURGEMEESTER, POLITIE, COA, Rol.HANDHAVING}),
    # escalatie
    "escalatie.lezen": DRIEHOEK | {PIKET, OOV, MELDPUNT, COA, BEHEER},
    "escalatie.bevestigen": DRIEHOEK | {PIKET, OOV, COA, BEHEER},
    "escalatie.bevestigen-met-link": OPENBAAR,
    "escalatie.splitsen": frozenset({OOV, PIKET}),
    "escalatie.sluiten": frozenset({OOV, BURGEMEESTER, PIKET}),
    "escalatie.antwoorden": frozenset({PIKET, OOV}),
    "piket.lezen": DRIEHOEK | {PIKET, OOV, MELDPUNT, BEHEER},
    "piket.wijzigen": frozenset({PIKET, OOV, BEHEER}),
    "kanalen.lezen": frozenset({PIKET, OOV, BEHEER}),
    "kanalen.testen": frozenset({BEHEER}),
    "missers.lezen": frozenset({PIKET, OOV, BEHEER}),
    "drempels.lezen": DRIEHOEK | {OOV, MELDPUNT, PIKET, BEHEER},
    # rapportage
    "weekbeeld.lezen": UITVOERING | DRIEHOEK | {PIKET, Rol.COMMUNICATIE},
    "indicatoren.lezen": (UITVOERING - {COA}) | DRIEHOEK | {PIKET, Rol.COMMUNICATIE, Rol.RAAD},
    "raadsverslag.lezen": frozenset({OOV, BURGEMEESTER, Rol.COMMUNICATIE, Rol.RAAD}),
    "open-data.lezen": OPENBAAR,
    "open-data.publiceren": frozenset({OOV, Rol.COMMUNICATIE}),
    "vandaag.lezen": OPENBAAR,
    "vandaag.eigen-deel": ALLEN,
    "zoeken": ALLEN,
    # beheer
    "beheer.lezen": frozenset({BEHEER}),
    "beheer.sleutels": frozenset({BEHEER}),
    "beheer.quarantaine": frozenset({BEHEER}),
    "audit.lezen": frozenset({BEHEER}),
    # the shell itself
    "uitleg.lezen": OPENBAAR,
    "gezondheid.lezen": OPENBAAR,
    "metingen.lezen": OPENBAAR,
    "aanmelden": OPENBAAR,
    "aanmelden.extern": OPENBAAR,
    "afmelden": ALLEN,
}
