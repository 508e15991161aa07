"""The use cases of meetings and their agendas, as the doors call them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from services.overleg import reeks as series
from services.overleg.application import agenderen, beleggen, gemist, vergaderen, verzetten, voorstellen
from services.overleg.application.planning import DAG, PLAN_VOORUIT, plan_vooruit
from services.overleg.application.vergaderen import Notitie
from services.overleg.application.volgen import volg
from services.overleg.store.gebieden import onthoud_gebied, werk_gebied_bij
from services.overleg.store.meldingen import Wijziging, onthoud_aan_de_andere_kant, onthoud_wijziging
from shared.contracts.escalatie import EscalatieGeopend
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen
from shared.ledger import Transaction, timer_set
from shared.profiel import Profielen, Rol


class Overlegdienst:
    """The use cases of meetings and their agendas."""

    def __init__(self, profielen: Profielen) -> None:
        for profiel in profielen.alle():
            series.controleer_volgorde(profiel)
        self.profielen = profielen

    def plan_vooruit(self, tx: Transaction) -> None:
        """Plan every series up to its horizon, follow what changed in the profile, and come back tomorrow."""
        for profiel in self.profielen.alle():
            plan_vooruit(tx, profiel)
            volg(tx, profiel)
        tx.execute(*timer_set(PLAN_VOORUIT, PLAN_VOORUIT, tx.op + DAG, {}, los=True))

    def agendeer(self, tx: Transaction, melding: MeldingOntvangen | IncidentGemeld, ontvangen_op: datetime) -> None:
        """Put a melding or incident on the next agenda (LVS-2.4, LVS-0.4)."""
        tx.execute(*onthoud_gebied(melding))
        agenderen.agendeer_melding(tx, self.profielen, melding, ontvangen_op)

    def werk_bij(self, tx: Transaction, wijziging: Wijziging, volgnr: int, op: datetime) -> None:
        """Show at the item what intake told later: corrected, withdrawn, tied to another."""
        tx.execute(*onthoud_wijziging(wijziging, volgnr, op))
        for rij in (*onthoud_aan_de_andere_kant(wijziging, volgnr, op), *werk_gebied_bij(wijziging)):
            tx.execute(*rij)

    def stel_voor(self, tx: Transaction, escalatie: EscalatieGeopend) -> None:
        """Propose the extra meeting that an escalation asks for (LVS-1.6), and put it on the next agenda."""
        agenderen.stel_overleg_voor(tx, self.profielen, escalatie)
        agenderen.agendeer_escalatie(tx, self.profielen, escalatie)

    def beleg(self, tx: Transaction, belegging: beleggen.Belegging) -> None:
        """Plan one meeting outside the rhythm (LVS-1.2, LVS-1.4)."""
        beleggen.beleg(tx, self.profielen, belegging)

    def vraag(self, tx: Transaction, verzoek: beleggen.Verzoek) -> UUID:
        """Ask the meeting meant for it to talk about something (LVS-0.1, LVS-0.2)."""
        return beleggen.vraag(tx, self.profielen, verzoek)

    def besluit(self, tx: Transaction, besluit: beleggen.Evaluatiebesluit) -> None:
        """Record what the evaluation decided about a series; what was planned follows (LVS-1.3)."""
        beleggen.besluit(tx, self.profielen, besluit)
        tx.settle()  # so that the planning knows
        self.plan_vooruit(tx)

    def verzet(self, tx: Transaction, overleg_id: UUID, naar: datetime, toelichting: str = "") -> None:
        """Move one meeting, without breaking the order between series (LVS-1.5, KG-2.2.2)."""
        verzetten.verzet_op_verzoek(tx, self.profielen, overleg_id, naar, toelichting=toelichting)

    def annuleer(self, tx: Transaction, overleg_id: UUID, toelichting: str = "") -> UUID | None:
        """Cancel one meeting; its items move on."""
        return verzetten.annuleer_op_verzoek(tx, self.profielen, overleg_id, toelichting=toelichting)

    def gaat_door(self, tx: Transaction, overleg_id: UUID, *, door: Rol, toelichting: str = "") -> None:
        """Decide that a proposed meeting goes on (LVS-1.6)."""
        voorstellen.gaat_door(tx, self.profielen, overleg_id, door=door, toelichting=toelichting)

    def niet_nodig(self, tx: Transaction, overleg_id: UUID, *, door: Rol, toelichting: str) -> None:
        """Decide that a proposed meeting is not needed (LVS-1.6)."""
        voorstellen.niet_nodig(tx, self.profielen, overleg_id, door=door, toelichting=toelichting)

    def open(self, tx: Transaction, overleg_id: UUID, *, zeker: bool = False) -> None:
        """Begin the meeting: its agenda stands, what comes in now is for the next. `zeker`: also too early."""
        vergaderen.open_overleg(tx, self.profielen, overleg_id, zeker=zeker)

    def noteer(self, tx: Transaction, overleg_id: UUID, notities: Sequence[Notitie]) -> None:
        """Write findings and decisions at items."""
        vergaderen.noteer(tx, overleg_id, notities)

    def kies_melderzin(
        self, tx: Transaction, overleg_id: UUID, punt_id: UUID, zin: str | None, *, door: Rol | None
    ) -> None:
        """Choose the approved sentence that a reporter reads once the meeting is closed, or none (LVS-4)."""
        vergaderen.kies_melderzin(tx, self.profielen, overleg_id, punt_id, zin, door=str(door or ""))

    def noteer_aanwezigen(self, tx: Transaction, overleg_id: UUID, aanwezig: Collection[str]) -> None:
        """Write down who sits at the table."""
        vergaderen.noteer_aanwezigen(tx, self.profielen, overleg_id, aanwezig)

    def orden(self, tx: Transaction, overleg_id: UUID, volgorde: Sequence[UUID]) -> None:
        """Put the items of an agenda in this order."""
        vergaderen.orden(tx, overleg_id, volgorde)

    def sluit(
        self,
        tx: Transaction,
        overleg_id: UUID,
        *,
        niet_besproken: Collection[UUID] = (),
        bevindingen: str = "",
        reden: str = "",
    ) -> UUID | None:
        """Close the meeting; what was not discussed goes to the next one, whose id this gives."""
        slot = vergaderen.Slot(niet_besproken, bevindingen, reden)
        return vergaderen.sluit_overleg(tx, self.profielen, overleg_id, slot)

    def corrigeer(
        self, tx: Transaction, overleg_id: UUID, tekst: str, *, punt_id: UUID | None = None, vertrouwelijk: bool = False
    ) -> None:
        """Say what was wrong in a final record."""
        vergaderen.corrigeer(tx, overleg_id, punt_id, tekst, vertrouwelijk=vertrouwelijk)

    def overleg_voorbij(self, tx: Transaction, overleg_id: UUID, uiterlijk: datetime) -> None:
        """A meeting should have been closed by now (LVS-2.4)."""
        gemist.overleg_voorbij(tx, overleg_id, uiterlijk)

    def melding_zonder_agenda(self, tx: Transaction, melding_id: UUID, gemeente: str, locatie: str, timer: str) -> None:
        """A melding should have stood on an agenda by now (LVS-2.4)."""
        gemist.melding_zonder_agenda(tx, self.profielen, melding_id, gemeente, locatie, timer)
