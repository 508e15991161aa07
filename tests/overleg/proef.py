"""Overleg on a real ledger, with a clock that the test holds."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from services.overleg.application import Overlegdienst, Uitvoering
from services.overleg.application.beleggen import Belegging, Evaluatiebesluit, Verzoek
from services.overleg.application.vergaderen import Notitie
from services.overleg.klok import timers
from services.overleg.maatregel import Aanvraag
from services.overleg.store import FACTS, TABLES, VIEWS
from services.overleg.store.meldingen import Wijziging
from shared.contracts import Fact
from shared.contracts.escalatie import EscalatieGeopend
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen
from shared.facts import Context
from shared.klok import Wekker
from shared.ledger import Ledger, from_iso
from shared.profiel import Profielen, Rol
from tests.fixtures.opslag import MakeLedger
from tests.overleg.voorbeelden import GEMEENTE


class Proef:
    """What people and other services do to overleg, at the moment `nu`."""

    def __init__(self, ledger: Ledger, profielen: Profielen, nu: datetime) -> None:
        self.ledger, self.nu = ledger, nu
        self._volgnr = 0
        self.overleg, self.uitvoering = Overlegdienst(profielen), Uitvoering(profielen)
        self.maatregel = self.uitvoering.maatregel

    def plan(self) -> None:
        """Plan ahead, as at start."""
        self.ledger.run_sync(self.overleg.plan_vooruit, self._context())

    def ontvang(self, melding: MeldingOntvangen | IncidentGemeld) -> UUID:
        """A melding or incident came in at intake."""
        self.ledger.run_sync(lambda tx: self.overleg.agendeer(tx, melding, self.nu), self._context())
        return melding.melding_id

    def escaleer(self, escalatie: EscalatieGeopend) -> None:
        """An escalation was opened."""
        self.ledger.run_sync(lambda tx: self.overleg.stel_voor(tx, escalatie), self._context())

    def open(self, overleg_id: UUID) -> None:
        """The chair opens the meeting, and is sure."""
        self.ledger.run_sync(lambda tx: self.overleg.open(tx, overleg_id, zeker=True), self._context())

    def sluit(
        self, overleg_id: UUID, niet_besproken: Sequence[UUID] = (), bevindingen: str = "", **ook: str
    ) -> UUID | None:
        """The chair closes the meeting."""
        wat = {"niet_besproken": niet_besproken, "bevindingen": bevindingen, **ook}
        return self.ledger.run_sync(lambda tx: self.overleg.sluit(tx, overleg_id, **wat), self._context())

    def verzet(self, overleg_id: UUID, naar: datetime, toelichting: str = "") -> None:
        """The chair moves a meeting."""
        self.ledger.run_sync(lambda tx: self.overleg.verzet(tx, overleg_id, naar, toelichting), self._context())

    def annuleer(self, overleg_id: UUID, toelichting: str = "") -> UUID | None:
        """The chair cancels a meeting."""
        return self.ledger.run_sync(lambda tx: self.overleg.annuleer(tx, overleg_id, toelichting), self._context())

    def beleg(self, belegging: Belegging) -> None:
        """The chair calls an extra meeting."""
        self.ledger.run_sync(lambda tx: self.overleg.beleg(tx, belegging), self._context())

    def vraag(self, verzoek: Verzoek) -> UUID:
        """Somebody asks a meeting to talk about something."""
        return self.ledger.run_sync(lambda tx: self.overleg.vraag(tx, verzoek), self._context())

    def besluit(self, besluit: Evaluatiebesluit) -> None:
        """The evaluation decides."""
        self.ledger.run_sync(lambda tx: self.overleg.besluit(tx, besluit), self._context())

    def noteer(self, overleg_id: UUID, notities: Sequence[Notitie]) -> None:
        """Somebody writes down what is said."""
        self.ledger.run_sync(lambda tx: self.overleg.noteer(tx, overleg_id, notities), self._context())

    def kies_melderzin(self, overleg_id: UUID, punt_id: UUID, zin: str | None) -> None:
        """The chair chooses what the reporter of an item reads once the meeting is closed."""
        self.ledger.run_sync(
            lambda tx: self.overleg.kies_melderzin(tx, overleg_id, punt_id, zin, door=Rol.OOV), self._context()
        )

    def aanwezig(self, overleg_id: UUID, wie: Sequence[str]) -> None:
        """Somebody writes down who is there."""
        self.ledger.run_sync(lambda tx: self.overleg.noteer_aanwezigen(tx, overleg_id, wie), self._context())

    def corrigeer(self, overleg_id: UUID, tekst: str) -> None:
        """Somebody says what was wrong in the record."""
        self.ledger.run_sync(lambda tx: self.overleg.corrigeer(tx, overleg_id, tekst), self._context())

    def hoor_later(self, wijziging: Wijziging) -> None:
        """Intake tells something more about a melding."""
        self._volgnr += 1
        volgnr = self._volgnr
        self.ledger.run_sync(lambda tx: self.overleg.werk_bij(tx, wijziging, volgnr, self.nu), self._context())

    def leg_op(self, code: str, aanvraag: Aanvraag, maatregel_id: UUID) -> bool:
        """The burgemeester imposes a measure."""
        return self.ledger.run_sync(
            lambda tx: self.maatregel.leg_op(
                tx, code, aanvraag, maatregel_id=maatregel_id, gemeente=GEMEENTE, door=Rol.BURGEMEESTER
            ),
            self._context(),
        )

    async def wek(self) -> int:
        """The clock handles what is due."""
        handlers = timers(self.overleg, self.uitvoering, self.ledger)
        return await Wekker(self.ledger, handlers, lambda: self.nu).tick()

    def aanvang(self, overleg_id: UUID) -> datetime:
        """When a meeting begins."""
        sql = "SELECT aanvang FROM overleggen WHERE overleg_id = ?"
        return from_iso(self.ledger.query_sync(sql, (str(overleg_id),))[0][0])

    def overleggen(self, reeks: str = "lvos") -> list[datetime]:
        """When the meetings of a series begin."""
        sql = "SELECT aanvang FROM overleggen WHERE reeks = ? ORDER BY aanvang"
        return [from_iso(rij[0]) for rij in self.ledger.query_sync(sql, (reeks,))]

    def staat_op(self, melding_id: UUID) -> list[UUID]:
        """On which agendas a melding stands open, of the series that discusses meldingen."""
        return self.staat_als("melding", melding_id)

    def staat_als(self, soort: str, melding_id: UUID) -> list[UUID]:
        """On which agendas a melding stands open, as an item of this kind."""
        sql = "SELECT overleg_id FROM agendapunten WHERE soort = ? AND meldingen LIKE ? AND status = 'open'"
        return [UUID(rij[0]) for rij in self.ledger.query_sync(sql, (soort, f"%{melding_id}%"))]

    def punt(self, melding_id: UUID) -> UUID:
        """The agenda item of a melding."""
        sql = "SELECT DISTINCT agendapunt_id FROM agendapunten WHERE soort = 'melding' AND meldingen LIKE ?"
        (rij,) = self.ledger.query_sync(sql, (f"%{melding_id}%",))
        return UUID(rij[0])

    def feiten(self, soort: type[Fact]) -> list[Fact]:
        """Every fact of one kind, in order."""
        return [recorded.fact for recorded in self.ledger.read(0, 10_000) if isinstance(recorded.fact, soort)]

    def _context(self) -> Context:
        return Context(op=self.nu, correlatie="0" * 32)


def maak_proef(make_ledger: MakeLedger, profielen: Profielen, nu: datetime, database: str | None = None) -> Proef:
    """Overleg on an empty ledger."""
    return Proef(make_ledger("overleg", FACTS, views=VIEWS, tables=TABLES, database=database), profielen, nu)
