"""What is kept for reporters beside the melding: what overleg told, what must be sent, and when a melding ended."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from shared.contracts import intake as feiten
from shared.contracts.elk import GegevensVernietigd
from shared.facts import Recorded
from shared.ledger import Row, Table, View, iso, timer_cancel, timer_set

TERUGKOPPELEN = "terugkoppelen"
UIT_OVERLEG = Table(
    "uit_overleg",
    (
        "CREATE TABLE IF NOT EXISTS uit_overleg (id TEXT PRIMARY KEY, melding_id TEXT NOT NULL,"
        " agendapunt_id TEXT NOT NULL, soort TEXT NOT NULL, op TEXT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS uit_overleg_melding ON uit_overleg (melding_id, op)",
        "CREATE INDEX IF NOT EXISTS uit_overleg_punt ON uit_overleg (agendapunt_id)",
    ),
)
"""Overleg's facts are not ours, so no view can build this again: the bus handler writes it."""
OVERLEGMOMENTEN = Table(
    "overlegmomenten",
    (
        "CREATE TABLE IF NOT EXISTS overlegmomenten (overleg_id TEXT PRIMARY KEY, aanvang TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS uit_overleg_bij (id TEXT PRIMARY KEY, overleg_id TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS uit_overleg_zin (id TEXT PRIMARY KEY, tekst TEXT NOT NULL)",
    ),
)
"""When a meeting is, and of a row of `uit_overleg` its meeting and its sentence; each since this was kept."""
BEGONNEN = Table(
    "verzendingen_begonnen",
    ("CREATE TABLE IF NOT EXISTS verzendingen_begonnen (id TEXT PRIMARY KEY, poging BIGINT NOT NULL)",),
)
"""A message that goes out now. If it is still here after a stop, nobody knows whether it went: it is not sent again."""

STAPPEN_UIT_OVERLEG = (
    "SELECT u.op, u.soort, o.aanvang, z.tekst, u.agendapunt_id FROM uit_overleg u"
    " LEFT JOIN uit_overleg_bij b ON b.id = u.id"
    " LEFT JOIN uit_overleg_zin z ON z.id = u.id LEFT JOIN overlegmomenten o ON o.overleg_id = b.overleg_id"
    " WHERE u.melding_id = ? ORDER BY u.op, u.id"
)
BESPROKEN_IN_OVERLEG = "EXISTS (SELECT 1 FROM uit_overleg WHERE melding_id = meldingen.id AND soort = 'besproken')"
SOORTEN_VAN_PUNT = "SELECT soort FROM uit_overleg WHERE agendapunt_id = ?"
BEGON_AL = "SELECT poging FROM verzendingen_begonnen WHERE id = ?"


def onthoud_uit_overleg(nummer: str, melding_id: UUID, agendapunt_id: UUID, soort: str, op: datetime) -> Row:
    """Keep what overleg told about a melding, once."""
    sql = (
        "INSERT INTO uit_overleg (id, melding_id, agendapunt_id, soort, op) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO NOTHING"
    )
    return sql, (nummer, str(melding_id), str(agendapunt_id), soort, iso(op))


def bij_overleg(nummer: str, overleg_id: UUID) -> Row:
    """Keep which meeting that was about, once."""
    sql = "INSERT INTO uit_overleg_bij (id, overleg_id) VALUES (?, ?) ON CONFLICT (id) DO NOTHING"
    return sql, (nummer, str(overleg_id))


def met_zin(nummer: str, tekst: str) -> Row:
    """Keep which sentence of the profile the reporter may read with that, once."""
    return "INSERT INTO uit_overleg_zin (id, tekst) VALUES (?, ?) ON CONFLICT (id) DO NOTHING", (nummer, tekst)


def zet_overlegmoment(overleg_id: UUID, aanvang: datetime) -> Row:
    """Keep when a meeting begins; moved, it begins at another moment."""
    sql = (
        "INSERT INTO overlegmomenten (overleg_id, aanvang) VALUES (?, ?)"
        " ON CONFLICT (overleg_id) DO UPDATE SET aanvang = excluded.aanvang"
    )
    return sql, (str(overleg_id), iso(aanvang))


def begin_verzending(nummer: str, poging: int) -> Row:
    """Mark that a message goes out now."""
    sql = (
        "INSERT INTO verzendingen_begonnen (id, poging) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET poging = excluded.poging"
    )
    return sql, (nummer, poging)


def einde_verzending(nummer: str) -> Row:
    """Take the mark away: how it went is a fact now."""
    return "DELETE FROM verzendingen_begonnen WHERE id = ?", (nummer,)


def verzendnummer(melding_id: UUID, aanleiding: str, vraag_id: UUID | None = None) -> str:
    """Name one occasion to tell a reporter something: it comes once."""
    return f"{TERUGKOPPELEN}:{melding_id}:{aanleiding}" + (f":{vraag_id}" if vraag_id else "")


def zet_verzending(
    melding_id: UUID,
    aanleiding: str,
    op: datetime,
    correlatie: str,
    *,
    vraag_id: UUID | None = None,
    poging: int = 1,
    los: bool = False,
) -> Row:
    """Set the timer that tells a reporter something: only for who left contact details, and for one occasion once."""
    nummer = verzendnummer(melding_id, aanleiding, vraag_id)
    gegevens = {
        "melding": str(melding_id),
        "aanleiding": aanleiding,
        "vraag": str(vraag_id) if vraag_id else None,
        "poging": poging,
        "correlatie": correlatie,
    }
    _, waarden = timer_set(nummer, TERUGKOPPELEN, op, gegevens, los=los)
    return _ZET_VERZENDING, (*waarden, str(melding_id), nummer)


_ZET_VERZENDING = (
    "INSERT INTO timers (id, soort, op, gegevens, afgeleid)"
    " SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT)"
    " WHERE EXISTS (SELECT 1 FROM melders WHERE melding_id = ?) AND NOT EXISTS (SELECT 1 FROM verteld WHERE id = ?)"
    " ON CONFLICT (id) DO UPDATE SET soort = excluded.soort, op = excluded.op, gegevens = excluded.gegevens,"
    " afgeleid = excluded.afgeleid"
)


def _verzendingen(recorded: Recorded) -> Iterable[Row]:
    feit, op, spoor = recorded.fact, recorded.tijd, recorded.correlatie
    match feit:
        case feiten.MeldingOntvangen(terugkoppeling_gewenst=True):
            yield "INSERT INTO melders (melding_id) VALUES (?)", (str(feit.melding_id),)
            yield zet_verzending(feit.melding_id, "ontvangen", op, spoor)
        case feiten.MeldingGesloten():
            yield zet_verzending(feit.melding_id, "gesloten", op, spoor)
        case feiten.VraagGesteld():
            yield zet_verzending(feit.melding_id, "vraag", op, spoor, vraag_id=feit.vraag_id)
        case feiten.TerugkoppelingGegeven():
            yield from _vervolg(feit, spoor)
        case GegevensVernietigd(soort="contact"):
            yield "DELETE FROM melders WHERE melding_id = ?", (str(feit.betreft),)


def _vervolg(feit: feiten.TerugkoppelingGegeven, spoor: str) -> Iterable[Row]:
    nummer = verzendnummer(feit.melding_id, feit.aanleiding, feit.vraag_id)
    if feit.opnieuw_op is None:
        yield "INSERT INTO verteld (id) VALUES (?) ON CONFLICT (id) DO NOTHING", (nummer,)
        yield timer_cancel(nummer)
    else:
        yield zet_verzending(
            feit.melding_id, feit.aanleiding, feit.opnieuw_op, spoor, vraag_id=feit.vraag_id, poging=feit.poging + 1
        )


VERZENDINGEN = View(
    "verzendingen",
    ("melders", "verteld"),
    (
        "CREATE TABLE IF NOT EXISTS melders (melding_id TEXT PRIMARY KEY)",
        "CREATE TABLE IF NOT EXISTS verteld (id TEXT PRIMARY KEY)",
    ),
    _verzendingen,
)


_EINDE = "INSERT INTO beeindigd (melding_id, op) VALUES (?, ?) ON CONFLICT (melding_id) DO UPDATE SET op = excluded.op"


def _beeindigd(recorded: Recorded) -> Iterable[Row]:
    feit = recorded.fact
    if isinstance(feit, feiten.MeldingGesloten | feiten.MeldingIngetrokken):
        yield _EINDE, (str(feit.melding_id), iso(recorded.tijd))
    elif isinstance(feit, feiten.MeldingHeropend):
        yield "DELETE FROM beeindigd WHERE melding_id = ?", (str(feit.melding_id),)


BEEINDIGD = View(
    "beeindigd",
    ("beeindigd",),
    ("CREATE TABLE IF NOT EXISTS beeindigd (melding_id TEXT PRIMARY KEY, op TEXT NOT NULL)",),
    _beeindigd,
)


def _vernietigd(recorded: Recorded) -> Iterable[Row]:
    feit = recorded.fact
    if isinstance(feit, GegevensVernietigd):
        sql = (
            "INSERT INTO vernietigd (gemeente, soort, aantal, laatst_op) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (gemeente, soort) DO UPDATE"
            " SET aantal = vernietigd.aantal + excluded.aantal, laatst_op = excluded.laatst_op"
        )
        yield sql, (feit.gemeente, feit.soort, feit.aantal, iso(recorded.tijd))


VERNIETIGD = View(
    "vernietigd",
    ("vernietigd",),
    (
        "CREATE TABLE IF NOT EXISTS vernietigd (gemeente TEXT NOT NULL, soort TEXT NOT NULL, aantal BIGINT NOT NULL,"
        " laatst_op TEXT NOT NULL, PRIMARY KEY (gemeente, soort))",
    ),
    _vernietigd,
)
"""How much of each kind was erased since the beginning: the counts remain."""
