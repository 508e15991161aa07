"""What is due in overleg: the horizon of the series moves on, measures end."""

from collections.abc import Callable, Mapping
from uuid import UUID

from services.overleg.application import (
    MELDING_ZONDER_AGENDA,
    OVERLEG_VOORBIJ,
    PLAN_VOORUIT,
    Overlegdienst,
    Uitvoering,
)
from shared.facts import Context
from shared.klok import TimerHandler
from shared.ledger import Ledger, Timer, Transaction


def timers(overleg: Overlegdienst, uitvoering: Uitvoering, ledger: Ledger) -> Mapping[str, TimerHandler]:
    """Each kind of timer and who answers it."""

    async def plan(_: Timer, context: Context) -> None:
        await ledger.run(overleg.plan_vooruit, context)

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
        **{soort: _termijn(ledger, *hoe) for soort, hoe in uitvoering.termijnen.items()},
    }


def _termijn(ledger: Ledger, veld: str, doe: Callable[[Transaction, UUID], None]) -> TimerHandler:
    async def handler(timer: Timer, context: Context) -> None:
        zaak = UUID(timer.gegevens[veld])
        await ledger.run(lambda tx: doe(tx, zaak), context)

    return handler
