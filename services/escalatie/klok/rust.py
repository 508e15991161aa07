"""An escalation that was taken on and stayed calm ends by itself; one that nobody confirmed never does (promise 6)."""

from datetime import timedelta
from uuid import UUID

from services.escalatie.application import rust
from shared.facts import Context
from shared.klok import TimerHandler
from shared.ledger import Ledger, Timer


def kalmeren(ledger: Ledger) -> TimerHandler:
    """Answer the timers of `store.rust`."""

    async def handle(timer: Timer, context: Context) -> None:
        escalatie_id = UUID(timer.gegevens["escalatie"])
        zo_lang = timedelta(seconds=timer.gegevens["rust"])
        onder = Context(context.op, str(timer.gegevens["correlatie"]), str(timer.gegevens["oorzaak"]))
        await ledger.run(lambda tx: rust.kalmeer(tx, escalatie_id, zo_lang), onder)

    return handle
