"""A message in quarantine whose term is over."""

from uuid import UUID

from services.intake.application import Quarantaine
from shared.facts import Context
from shared.klok import TimerHandler
from shared.ledger import Ledger, Timer


def verloopt(quarantaine: Quarantaine, ledger: Ledger) -> TimerHandler:
    """Erase a message at the end of its term."""

    async def handle(timer: Timer, context: Context) -> None:
        await ledger.run(quarantaine.vernietig(UUID(timer.gegevens["id"])), context)

    return handle
