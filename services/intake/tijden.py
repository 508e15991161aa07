"""Reading somebody else's dates: a notation, and the clock that hung on the wall where they were written."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

ISO = "iso"


class GeenTijd(Exception):
    """A text that is not a moment; `reden` is Dutch."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


def lezer(notatie: str, zone: ZoneInfo) -> Callable[[str], datetime]:
    """Give a reader for moments: `notatie` is `iso`, or how `strptime` writes it. A text with an offset keeps it."""

    def lees(tekst: str) -> datetime:
        try:
            moment = datetime.fromisoformat(tekst) if notatie == ISO else datetime.strptime(tekst, notatie)  # noqa: DTZ007
        except ValueError:
            raise GeenTijd(f"geen datum en tijd in de notatie '{notatie}'") from None
        return op_de_klok(moment, zone) if moment.tzinfo is None else moment

    return lees


def op_de_klok(moment: datetime, zone: ZoneInfo) -> datetime:
    """Say which moment a clock on the wall meant. The hour that comes twice in autumn is taken the first time.

    Raises:
        GeenTijd: in spring the clock skipped this time.
    """
    lokaal = moment.replace(tzinfo=zone)
    try:
        terug = lokaal.astimezone(UTC).astimezone(zone)
    except OverflowError:
        raise GeenTijd("deze datum bestaat niet in UTC; controleer het jaar") from None
    if terug.replace(tzinfo=None) != moment:
        raise GeenTijd(f"deze tijd bestond niet in {zone.key}: de klok ging een uur vooruit")
    return lokaal


def komt_twee_keer_voor(moment: datetime) -> bool:
    """Whether the clock showed this time twice, so that the first was taken."""
    return moment.utcoffset() != moment.replace(fold=1).utcoffset()
