"""What passed between a reporter and staff: everything that is shown of it, from one reading of the stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.intake.gesprek import gesprek_van
from services.intake.store.melder import STAPPEN_UIT_OVERLEG
from services.intake.voortgang import Gehoord
from shared.contracts import Fact
from shared.contracts.intake import AanvullingOntvangen, TerugkoppelingGegeven, VraagGesteld
from shared.ledger import Ledger, from_iso
from shared.teksten import haal


@dataclass(frozen=True, slots=True)
class Uiting:
    """A question, an answer or an addition. `tekst` None: it was erased after its term, or by staff."""

    id: UUID
    soort: str
    op: datetime
    tekst: str | None
    antwoord_op: UUID | None = None
    open: bool = False
    opgeschreven: bool = False
    """Told to staff, who wrote it down."""

    @property
    def wie(self) -> str:
        """Say by a code whose words these are."""
        return "verteld" if self.opgeschreven else self.soort


@dataclass(frozen=True, slots=True)
class Verhaal:
    """The facts of one melding, and what was asked and said, in order."""

    feiten: Sequence[tuple[datetime, Fact]]
    uitingen: Sequence[Uiting]

    @property
    def verteld(self) -> list[tuple[datetime, TerugkoppelingGegeven]]:
        """Which messages went out to the reporter, or why they did not."""
        return [(op, feit) for op, feit in self.feiten if isinstance(feit, TerugkoppelingGegeven)]

    @property
    def ongelezen(self) -> bool:
        """Whether the reporter said something that nobody saw yet."""
        gesprek = gesprek_van([feit for _, feit in self.feiten])
        return gesprek is not None and gesprek.ongelezen


async def verhaal_van(ledger: Ledger, melding_id: UUID) -> Verhaal:
    """Read it."""
    feiten = [(recorded.tijd, recorded.fact) for recorded in await ledger.load(melding_id)]
    beantwoord = {feit.antwoord_op for _, feit in feiten if isinstance(feit, AanvullingOntvangen)}
    uitingen = [
        _uiting(feit, op, await haal(ledger, feit.tekstzegel), beantwoord)
        for op, feit in feiten
        if isinstance(feit, VraagGesteld | AanvullingOntvangen)
    ]
    return Verhaal(feiten, uitingen)


def _uiting(
    feit: VraagGesteld | AanvullingOntvangen, op: datetime, tekst: str | None, beantwoord: set[UUID | None]
) -> Uiting:
    if isinstance(feit, VraagGesteld):
        return Uiting(feit.vraag_id, "vraag", op, tekst, open=feit.vraag_id not in beantwoord)
    soort, erbij = "antwoord" if feit.antwoord_op else "aanvulling", feit.door is not None
    return Uiting(feit.aanvulling_id, soort, op, tekst, feit.antwoord_op, opgeschreven=erbij)


async def uit_overleg(ledger: Ledger, melding_id: UUID) -> list[Gehoord]:
    """Return what overleg told about a melding, in order of time."""
    rijen = await ledger.query(STAPPEN_UIT_OVERLEG, (str(melding_id),))
    return [
        Gehoord(from_iso(op), soort, from_iso(aanvang) if aanvang else None, tekst or "", punt)
        for op, soort, aanvang, tekst, punt in rijen
    ]
