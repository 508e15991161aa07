"""Each kind of timer and who answers it: a notice to send, a step to climb, a second step that was missed."""

from collections.abc import Callable, Mapping
from uuid import UUID

from services.escalatie.application import Escalatiedienst
from services.escalatie.klok.bewaking import Bewaking
from services.escalatie.klok.piket import Piketwacht
from services.escalatie.klok.rust import kalmeren
from services.escalatie.klok.verzender import Verzender
from services.escalatie.store.rust import RUST
from services.escalatie.store.wekkers import BEWAKING, KLIM, PIKET, TWEEDE_STAP, VERLOOP, VERZEND
from shared.facts import Context
from shared.klok import TimerHandler
from shared.ledger import Ledger, Timer, Transaction


def timers(
    dienst: Escalatiedienst, verzender: Verzender, piket: Piketwacht, bewaking: Bewaking, ledger: Ledger
) -> Mapping[str, TimerHandler]:
    """Give the handlers by kind of timer."""
    return {
        VERZEND: verzender.verzend,
        KLIM: _handler(ledger, dienst.klim),
        TWEEDE_STAP: _handler(ledger, dienst.herinner),
        RUST: kalmeren(ledger),
        VERLOOP: _handler(ledger, dienst.laat_verlopen),
        PIKET: piket.kijk,
        BEWAKING: bewaking.kijk,
    }


def _handler(ledger: Ledger, use_case: Callable[[Transaction, UUID], None]) -> TimerHandler:
    async def handle(timer: Timer, context: Context) -> None:
        """Where a confirmation was earlier nothing happens: its facts took the timer away."""
        escalatie_id, oorzaak = UUID(timer.gegevens["escalatie"]), str(timer.gegevens["oorzaak"])
        await ledger.run(lambda tx: use_case(tx, escalatie_id), Context(context.op, context.correlatie, oorzaak))

    return handle
