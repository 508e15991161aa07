"""What is due in overleg: the horizon of the series moves on, measures end."""

from collections.abc import Mapping
from uuid import UUID

from services.overleg.application import (
    MELDING_ZONDER_AGENDA,
    OVERLEG_VOORBIJ,
    PLAN_VOORUIT,
    Maatregeldienst,
    Overlegdienst,
)
from services.overleg.store.maatregelrijen import MAATREGEL_EINDIGT
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

    async def voorbij(timer: Timer, context: Context) -> None:
        overleg_id = UUID(timer.gegevens["overleg"])
        await ledger.run(lambda tx: overleg.overleg_voorbij(tx, overleg_id, timer.op), context)

    async def zonder_agenda(timer: Timer, context: Context) -> None:
        melding_id, gemeente = UUID(timer.gegevens["melding"]), timer.gegevens["gemeente"]
        locatie = timer.gegevens["locatie"]
        await ledger.run(lambda tx: overleg.melding_zonder_agenda(tx, melding_id, gemeente, locatie, timer.id), context)

    return {
        PLAN_VOORUIT: plan,
        OVERLEG_VOORBIJ: voorbij,
        MELDING_ZONDER_AGENDA: zonder_agenda,
        MAATREGEL_EINDIGT: eindig,
    }
