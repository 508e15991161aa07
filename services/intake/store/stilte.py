"""The timer of a COA location's silence: moved by every sign of life, so it does not follow from facts alone."""

from datetime import datetime

from shared.ledger import Row, iso, timer_cancel, timer_set

STIL = "coa-stil"


def stil_zetten(gemeente: str, locatie: str, op: datetime, laatst: datetime) -> Row:
    """Say from when this location is silent, if nothing is heard."""
    over = {"gemeente": gemeente, "locatie": locatie, "laatst": iso(laatst)}
    return timer_set(_timer(gemeente, locatie), STIL, op, over, los=True)


def weg_met_stil(gemeente: str, locatie: str) -> Row:
    """Take the timer away."""
    return timer_cancel(_timer(gemeente, locatie))


def _timer(gemeente: str, locatie: str) -> str:
    return f"{STIL}:{gemeente}:{locatie}"
