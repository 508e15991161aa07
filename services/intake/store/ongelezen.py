"""What reporters said that no member of staff has seen yet."""

from collections.abc import Iterable

from services.intake.gesprek import GEZIEN_BIJ
from shared.contracts.intake import AanvullingOntvangen
from shared.facts import Recorded
from shared.ledger import Row, View, iso

_ERBIJ = (
    "INSERT INTO ongelezen (melding_id, gemeente, locatie, aantal, sinds) VALUES (?, ?, ?, 1, ?)"
    " ON CONFLICT (melding_id) DO UPDATE SET aantal = ongelezen.aantal + 1"
)
VAN_IEDEREEN = (
    "SELECT melding_id, gemeente, locatie, aantal, sinds FROM ongelezen WHERE {waar} ORDER BY sinds, melding_id"
)


def _ongelezen(recorded: Recorded) -> Iterable[Row]:
    feit = recorded.fact
    if isinstance(feit, AanvullingOntvangen):
        if feit.door is None:  # what staff wrote down, staff know
            yield _ERBIJ, (str(feit.melding_id), feit.gemeente, feit.locatie, iso(recorded.tijd))
    elif isinstance(feit, GEZIEN_BIJ):
        yield "DELETE FROM ongelezen WHERE melding_id = ?", (str(feit.melding_id),)


ONGELEZEN = View(
    name="ongelezen",
    names=("ongelezen",),
    tables=(
        "CREATE TABLE IF NOT EXISTS ongelezen (melding_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL,"
        " locatie TEXT NOT NULL, aantal BIGINT NOT NULL, sinds TEXT NOT NULL)",
    ),
    apply=_ongelezen,
)
