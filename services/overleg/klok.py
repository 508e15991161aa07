"""What is due in overleg: the horizon of the series moves on, measures end."""

from collections.abc import Mapping
from uuid import UUID

from services.overleg.application import PLAN_VOORUIT, Maatregeldienst, Overlegdienst
from services.overleg.store.rijen import MAATREGEL_EINDIGT
from shared.facts import Context
from shared.klok import TimerHandler
from shared.ledger import Ledger, Timer


def timers(overleg: Overlegdienst, maatregel: Maatregeldienst, ledger: Ledger) -> Mapping[str, TimerHandler]:
    """Each kind of timer and who answers it."""

    async def plan(_: Timer, context: Context) -> None:
        await ledger.run(overleg.plan_vooruit, context)

    async def eindig(timer: Timer, context: Context) -> None:
        maatregel_id = UUID(timer.gegevens["maatregel"])
        await ledger.run(lambda tx: maatregel.verloop(tx, maatregel_id), context)

    return {PLAN_VOORUIT: plan, MAATREGEL_EINDIGT: eindig}
