"""Which meldingen belong together, as links between two that both stay."""

from collections.abc import Iterable

from shared.contracts.intake import MeldingGekoppeld, MeldingOntkoppeld
from shared.facts import Recorded
from shared.ledger import Row, View


def _koppelingen(recorded: Recorded) -> Iterable[Row]:
    feit = recorded.fact
    if isinstance(feit, MeldingGekoppeld):
        sql = (
            "INSERT INTO koppelingen (melding_id, aan, soort) VALUES (?, ?, ?)"
            " ON CONFLICT (melding_id, aan) DO UPDATE SET soort = excluded.soort"
        )
        yield sql, (str(feit.melding_id), str(feit.aan), feit.soort.value)
    elif isinstance(feit, MeldingOntkoppeld):
        yield "DELETE FROM koppelingen WHERE melding_id = ? AND aan = ?", (str(feit.melding_id), str(feit.aan))


KOPPELINGEN = View(
    name="koppelingen",
    names=("koppelingen",),
    tables=(
        "CREATE TABLE IF NOT EXISTS koppelingen (melding_id TEXT NOT NULL, aan TEXT NOT NULL, soort TEXT NOT NULL,"
        " PRIMARY KEY (melding_id, aan))",
        "CREATE INDEX IF NOT EXISTS koppelingen_aan ON koppelingen (aan)",
    ),
    apply=_koppelingen,
)
