"""How many counted on each day, for thresholds that look back over months: a sum never reads each melding again."""

from dataclasses import dataclass, field

from services.escalatie.drempels.teller import Teller
from shared.ledger import Transaction


@dataclass(slots=True)
class Dagen:
    """Counts by ordinal of the day: what was reported when it happened, and with what was registered as history."""

    direct: dict[int, int] = field(default_factory=dict)
    alles: dict[int, int] = field(default_factory=dict)

    def erbij(self, dag: int, *, historisch: bool, aantal: int = 1) -> None:
        """Count on a day."""
        self.alles[dag] = self.alles.get(dag, 0) + aantal
        if not historisch:
            self.direct[dag] = self.direct.get(dag, 0) + aantal


def tel_op_dag(tx: Transaction, teller: Teller, dag: int, *, historisch: bool, aantal: int) -> None:
    """Count an event on its day, or (-1) not any more."""
    sql = (
        "INSERT INTO dagtellingen (gemeente, locatie, drempel, dag, direct, historisch) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (gemeente, locatie, drempel, dag) DO UPDATE SET "
        "direct = dagtellingen.direct + excluded.direct, historisch = dagtellingen.historisch + excluded.historisch"
    )
    tx.execute(sql, (*teller.sleutel, dag, 0 if historisch else aantal, aantal if historisch else 0))


def lees_dagen(tx: Transaction, teller: Teller, van: int, tot: int) -> Dagen:
    """Read the days from `van` up to and including `tot`."""
    rijen = tx.query(
        "SELECT dag, direct, historisch FROM dagtellingen WHERE gemeente = ? AND locatie = ? AND drempel = ? "
        "AND dag BETWEEN ? AND ?",
        (*teller.sleutel, van, tot),
    )
    return Dagen({dag: direct for dag, direct, _ in rijen}, {dag: direct + oud for dag, direct, oud in rijen})


def eerste_dag(tx: Transaction, teller: Teller) -> int | None:
    """Give the first day on which anything counted here."""
    [(dag,)] = tx.query(
        "SELECT MIN(dag) FROM dagtellingen WHERE gemeente = ? AND locatie = ? AND drempel = ?", teller.sleutel
    )
    return int(dag) if dag else None
