"""What the views make of facts about thresholds: what was held back for a larger one, and imported figures."""

from collections.abc import Iterator

from shared.contracts.escalatie import AlarmNietVerzonden, CijfersIngevoerd
from shared.facts import Recorded
from shared.ledger import Row, iso

_ONDERDRUKT = "INSERT INTO onderdrukt (escalatie_id, drempel, regel, aantal, op, reden) VALUES (?, ?, ?, ?, ?, ?)"
_CIJFER = (
    "INSERT INTO cijfers (gemeente, reeks, van, tot, aantal, bron) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (gemeente, reeks, van, tot) DO UPDATE SET aantal = excluded.aantal, bron = excluded.bron"
)


def drempel_rijen(recorded: Recorded) -> Iterator[Row]:
    """Rows of `onderdrukt` and `cijfers`."""
    fact = recorded.fact
    if isinstance(fact, AlarmNietVerzonden) and fact.escalatie_id and fact.drempel and fact.alarm_id is None:
        rij = (str(fact.escalatie_id), fact.drempel, fact.regel or "", len(fact.feiten), iso(recorded.tijd), fact.reden)
        yield _ONDERDRUKT, rij
    elif isinstance(fact, CijfersIngevoerd):
        for deel in fact.perioden:
            van, tot = deel.van.isoformat(), deel.tot.isoformat()
            yield _CIJFER, (fact.gemeente, fact.reeks, van, tot, deel.aantal, fact.bron)
