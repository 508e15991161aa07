"""The chain decides what an arriving event is: the next one, one that was applied already, or a reason to stop."""

from shared.bus.event import Event
from shared.ledger import Position
from shared.ledger.chain import genesis


class Gap(Exception):
    """Something before this event is missing. The text is for the operator."""


class Foreign(Exception):
    """This event is not what its ledger recorded, or comes from another ledger. The text is for the operator."""


def before(event: Event) -> Position:
    """Return where a source stands of which nothing was applied yet: at the beginning of the chain it names."""
    return Position(0, event.chain_id, genesis(event.chain_id))


def after(event: Event) -> Position:
    """Return where its source stands once an event is applied."""
    return Position(event.place, event.chain_id, event.hash)


def is_next(event: Event, position: Position) -> bool:
    """Say whether the event is to be applied now; False for one that was applied already.

    Raises:
        Gap: an event before it is missing.
        Foreign: other ledger, or other content than its ledger chained.
    """
    what = f"{event.source} {event.place} ({event.naam})"
    if event.chain_id != position.chain_id:
        raise Foreign(f"{what} komt uit een ander grootboek ({event.chain_id}) dan tot nu toe ({position.chain_id})")
    if event.place < position.place:
        return False
    if event.place == position.place:
        if event.hash != position.hash:
            raise Foreign(f"{what} is een ander feit dan op die plaats is verwerkt")
        return False
    if event.previous != position.place:
        raise Gap(f"{what} komt na {event.previous}, maar {event.source} is verwerkt tot en met {position.place}")
    if not event.follows(position.hash):
        raise Foreign(f"{what} is veranderd: de hash sluit niet aan op de keten")
    return True
