"""When a day is over for a municipality, and when to warn before that (KG-2.3a). Pure."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


def einde_van_de_dag(op: datetime, zone: ZoneInfo) -> datetime:
    """Return the midnight that ends the day of `op` there: 23, 24 or 25 hours after the one before it."""
    morgen = op.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(morgen, time(), zone).astimezone(UTC)


def waarschuw_op(op: datetime, einde: datetime, vooraf: timedelta) -> datetime:
    """Return when to warn: `vooraf` before the end; what comes in later than that, halfway what is left of its day."""
    moment = einde - vooraf
    return moment if moment > op else op + (einde - op) / 2
