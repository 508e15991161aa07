"""Opening an escalation about Meldketen itself: one as long as it lasts."""

from uuid import UUID

from services.escalatie.eigen import Eigen, ladder, overschreden
from services.escalatie.opening import open_
from services.escalatie.staat import Status
from services.escalatie.stilte import vaste_stilte
from shared.contracts.escalatie import EscalatieGeopend
from shared.ledger import Transaction
from shared.profiel import Profiel

_GAANDE = """SELECT escalatie_id FROM escalaties WHERE gemeente = ? AND locatie = 'alle' AND drempel = ?
    AND status <> ? ORDER BY geopend_op DESC LIMIT 1"""


def gaande(tx: Transaction, profiel: Profiel, code: str) -> UUID | None:
    """Find the one that is going on."""
    gevonden = tx.query(_GAANDE, (profiel.gemeente.code, code, Status.GESLOTEN.value))
    return UUID(gevonden[0][0]) if gevonden else None


def open_eigen(tx: Transaction, profiel: Profiel, eigen: Eigen, escalatie_id: UUID, feit: str) -> UUID:
    """Warn about it, unless that is going on already; give the escalation that it belongs to."""
    loopt = gaande(tx, profiel, eigen.code)
    if loopt:
        return loopt
    if not any(isinstance(fact, EscalatieGeopend) for fact in tx.facts(escalatie_id)):
        deze = ladder(profiel, eigen.code)
        feiten = open_(
            overschreden(eigen, profiel, escalatie_id, feit),
            deze,
            stilte=vaste_stilte(profiel, deze),
            meldingen=(),
            op=tx.op,
        )
        tx.append(escalatie_id, *feiten)
    return escalatie_id
