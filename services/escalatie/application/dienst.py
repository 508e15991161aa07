"""What people and the clock do to an escalation: fetch facts, decide, append."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal
from uuid import UUID

from services.escalatie.alarm import Alarm
from services.escalatie.bezorging import Levering, aangekomen, bezorgd, niet_bezorgd
from services.escalatie.escalatie import Uitkomst, Weg, bevestig, herinner_tweede_stap, klim, sluit
from services.escalatie.nieuwe_link import vraag_link
from services.escalatie.staat import Escalatie, Vervolg, given
from services.escalatie.verval import laat_verlopen, neem_terug
from services.escalatie.weigeringen import OnbekendeEscalatie
from shared.contracts.escalatie import Stap
from shared.ledger import Transaction


class Escalatiedienst:
    """The use cases of an escalation that is open."""

    def bevestig(self, tx: Transaction, escalatie_id: UUID, *, door: str, stap: Stap, weg: Weg) -> None:
        """A person takes it on, or says that the burgemeester was informed."""
        _doe(tx, escalatie_id, lambda escalatie: bevestig(escalatie, door=door, stap=stap, weg=weg, op=tx.op))

    def neem_terug(
        self, tx: Transaction, escalatie_id: UUID, *, door: str, stap: Stap, weg: Literal["pagina", "api"]
    ) -> None:
        """A role takes its confirmation back."""
        _doe(tx, escalatie_id, lambda escalatie: neem_terug(escalatie, door=door, stap=stap, weg=weg, op=tx.op))

    def vraag_link(self, tx: Transaction, escalatie_id: UUID, *, rol: str, stap: Stap, trede: int) -> None:
        """Send the notice to this role once more: the link in the one before had expired."""
        _doe(tx, escalatie_id, lambda escalatie: vraag_link(escalatie, rol=rol, stap=stap, trede=trede, op=tx.op))

    def laat_verlopen(self, tx: Transaction, escalatie_id: UUID) -> None:
        """Nothing followed a confirmation."""
        _doe(tx, escalatie_id, lambda escalatie: laat_verlopen(escalatie, op=tx.op))

    def sluit(self, tx: Transaction, escalatie_id: UUID, *, door: str, uitkomst: Uitkomst) -> None:
        """The situation is over."""
        _doe(tx, escalatie_id, lambda escalatie: sluit(escalatie, door=door, uitkomst=uitkomst))

    def klim(self, tx: Transaction, escalatie_id: UUID) -> None:
        """Nobody confirmed in time."""
        _doe(tx, escalatie_id, lambda escalatie: klim(escalatie, op=tx.op))

    def herinner(self, tx: Transaction, escalatie_id: UUID) -> None:
        """The second step was not confirmed in time."""
        _doe(tx, escalatie_id, lambda escalatie: herinner_tweede_stap(escalatie, op=tx.op))

    def leg_vast(self, tx: Transaction, alarm: Alarm, levering: Levering) -> None:
        """Record what the channels did with a notice."""
        _doe(tx, alarm.escalatie_id, lambda zaak: bezorgd(zaak, alarm, levering, op=tx.op))

    def meld_aankomst(self, tx: Transaction, alarm: Alarm) -> None:
        """Record that a channel told of the arrival of a notice."""
        _doe(tx, alarm.escalatie_id, lambda zaak: aangekomen(zaak, alarm))

    def niet_nu(
        self, tx: Transaction, alarm: Alarm, reden: str, *, poging: int, niet_voor: datetime | None = None
    ) -> None:
        """Record that a notice is not sent, or not before a moment."""
        _doe(tx, alarm.escalatie_id, lambda zaak: niet_bezorgd(zaak, alarm, reden, poging=poging, niet_voor=niet_voor))


def _doe(tx: Transaction, escalatie_id: UUID, besluit: Callable[[Escalatie], list[Vervolg]]) -> None:
    escalatie = given(tx.facts(escalatie_id))
    if escalatie is None:
        raise OnbekendeEscalatie
    tx.append(escalatie_id, *besluit(escalatie))
