"""Everything between the municipality and its reporters, put together once for all doors."""

from dataclasses import dataclass

from services.intake.application.aanname import Aanname
from services.intake.application.bewaren import Bewaarder, Bronnen
from services.intake.application.contacten import Contacten
from services.intake.application.dienst import Intakedienst
from services.intake.application.gesprekken import Gesprekken
from services.intake.application.quarantaine import Quarantaine
from services.intake.application.schoonmaak import Schoonmaak
from services.intake.kluis import Kluis
from services.intake.store.tekstregister import VERVANGEN
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.teksten import geschonden


@dataclass(frozen=True, slots=True)
class Melderkant:
    """The use cases that concern a reporter."""

    ledger: Ledger
    kluis: Kluis
    aanname: Aanname
    contacten: Contacten
    gesprekken: Gesprekken
    bewaarder: Bewaarder
    schoonmaak: Schoonmaak

    def verschillen(self) -> list[str]:
        """Say, in Dutch, which texts are not what was sealed, and where the logbook does not hold. Blocks."""
        vervangen = dict(self.ledger.query_sync(VERVANGEN))
        fouten = [f"tekst {zegel[:12]}… is niet wat er is vastgelegd" for zegel in geschonden(self.ledger, vervangen)]
        breuk = self.kluis.logboek.breuk()
        return [*fouten, f"het logboek breekt bij plaats {breuk.place}: {breuk.reden}"] if breuk else fouten


def melderkant(
    ledger: Ledger, kluis: Kluis, dienst: Intakedienst, quarantaine: Quarantaine, profielen: Profielen
) -> Melderkant:
    """Put them together."""
    contacten = Contacten(kluis, ledger)
    return Melderkant(
        ledger=ledger,
        kluis=kluis,
        aanname=Aanname(dienst, kluis, ledger),
        contacten=contacten,
        gesprekken=Gesprekken(profielen, ledger),
        bewaarder=Bewaarder(Bronnen(ledger, kluis, contacten, quarantaine), profielen),
        schoonmaak=Schoonmaak(kluis, ledger),
    )
