"""One event being weighed. What it wrote itself is in no table yet, so that is remembered here."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from services.escalatie.application.dagen import Dagen, lees_dagen, tel_op_dag
from services.escalatie.application.tellen import GAANDE, onthoud, open_escalatie, rondom, vergeet
from services.escalatie.drempels.teller import Teller
from services.escalatie.drempels.telling import Telmoment
from shared.ledger import Transaction
from shared.profiel import Profiel


@dataclass
class Eenheid:
    """The unit of one event: `feit` is its id."""

    tx: Transaction
    profiel: Profiel
    feit: str
    geopend: dict[Teller, UUID] = field(default_factory=dict)
    vervallen: set[UUID] = field(default_factory=set)
    weg: set[tuple[Teller, str]] = field(default_factory=set)
    vrij: dict[Teller, list[Telmoment]] = field(default_factory=dict)
    dagen_erbij: Counter[tuple[Teller, int, bool]] = field(default_factory=Counter)

    def gaande(self, teller: Teller) -> UUID | None:
        """Find the escalation that is going on here."""
        gevonden = self.geopend.get(teller) or open_escalatie(self.tx, teller, *GAANDE)
        return None if gevonden in self.vervallen else gevonden

    def rondom(self, teller: Teller, nieuw: Telmoment, venster: timedelta) -> list[Telmoment]:
        """Read the unused events that can share a window with this one, without itself."""
        bekend = {moment.feit: moment for moment in rondom(self.tx, teller, nieuw, venster)}
        bekend |= {moment.feit: moment for moment in self.vrij.get(teller, ())}
        return [
            moment for moment in bekend.values() if moment.feit != nieuw.feit and (teller, moment.feit) not in self.weg
        ]

    def onthoud(self, teller: Teller, moment: Telmoment, besteed_aan: str = "") -> None:
        """Count an event."""
        onthoud(self.tx, teller, moment, besteed_aan)

    def vergeet(self, teller: Teller, moment: Telmoment) -> None:
        """Stop counting an event."""
        vergeet(self.tx, teller, moment)
        self.weg.add((teller, moment.feit))

    def tel_dag(self, teller: Teller, dag: int, *, historisch: bool, aantal: int) -> None:
        """Count on a day, or not any more."""
        tel_op_dag(self.tx, teller, dag, historisch=historisch, aantal=aantal)
        self.dagen_erbij[teller, dag, historisch] += aantal

    def dagen(self, teller: Teller, van: int, tot: int) -> Dagen:
        """Read the days from `van` up to and including `tot`."""
        dagen = lees_dagen(self.tx, teller, van, tot)
        for (van_wie, dag, historisch), aantal in self.dagen_erbij.items():
            if van_wie == teller and van <= dag <= tot:
                dagen.erbij(dag, historisch=historisch, aantal=aantal)
        return dagen
