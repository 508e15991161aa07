"""A COA location that was not heard for its term."""

from services.intake.application import Hartslagen
from shared.facts import Context
from shared.klok import TimerHandler
from shared.ledger import Ledger, Timer


def stilte(hartslagen: Hartslagen, ledger: Ledger) -> TimerHandler:
    """Record that it is silent, unless it was heard since."""

    async def handle(timer: Timer, context: Context) -> None:
        await ledger.run(hartslagen.weeg_stilte(timer.gegevens), context)

    return handle
