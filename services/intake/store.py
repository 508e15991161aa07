"""The tables beside intake's ledger, and the view that its lists are read from."""

from collections.abc import Iterable

from shared.contracts.elk import GegevensVernietigd, ProfielVastgesteld
from shared.contracts.intake import IncidentGemeld, IncidentGeweigerd, MeldingOntvangen
from shared.facts import Recorded
from shared.ledger import Row, Table, View, iso
from shared.teksten import TEKSTEN

FEITEN = (MeldingOntvangen, IncidentGemeld, IncidentGeweigerd, ProfielVastgesteld, GegevensVernietigd)


def _meldingen(recorded: Recorded) -> Iterable[Row]:
    feit = recorded.fact
    if not isinstance(feit, MeldingOntvangen | IncidentGemeld):
        return
    yield (
        "INSERT INTO meldingen (id, soort, gemeente, locatie, aard, voorgevallen_op, ontvangen_op, inhoud)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            str(feit.melding_id),
            "incident" if isinstance(feit, IncidentGemeld) else "melding",
            feit.gemeente,
            feit.locatie,
            feit.aard.value,
            iso(feit.voorgevallen_op),
            iso(recorded.tijd),
            recorded.data.decode(),
        ),
    )


MELDINGEN = View(
    name="meldingen",
    names=("meldingen",),
    tables=(
        "CREATE TABLE IF NOT EXISTS meldingen (id TEXT PRIMARY KEY, soort TEXT NOT NULL, gemeente TEXT NOT NULL,"
        " locatie TEXT NOT NULL, aard TEXT NOT NULL, voorgevallen_op TEXT NOT NULL, ontvangen_op TEXT NOT NULL,"
        " inhoud TEXT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS meldingen_op_tijd ON meldingen (voorgevallen_op, id)",
    ),
    apply=_meldingen,
)

VOLGCODES = Table(
    "volgcodes",
    ("CREATE TABLE IF NOT EXISTS volgcodes (zegel TEXT PRIMARY KEY, melding_id TEXT NOT NULL)",),
)

QUARANTAINE = Table(
    "coa_quarantaine",
    (
        "CREATE TABLE IF NOT EXISTS coa_quarantaine (id TEXT PRIMARY KEY, ontvangen_op TEXT NOT NULL,"
        " bewaren_tot TEXT NOT NULL, reden TEXT NOT NULL, versleuteld BYTEA NOT NULL)",
    ),
)

VIEWS = (MELDINGEN,)
TABLES = (TEKSTEN, VOLGCODES, QUARANTAINE)


def bewaar_volgcode(zegel: str, melding_id: str) -> Row:
    """Keep under which code a melding can be followed; the code itself is nowhere."""
    return ("INSERT INTO volgcodes (zegel, melding_id) VALUES (?, ?)", (zegel, melding_id))
