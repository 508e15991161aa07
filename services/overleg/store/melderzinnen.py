"""Which sentence a reporter will read once the meeting is closed: chosen at an item, replaced, taken away."""

from uuid import UUID

from shared.ledger import Row

_KIES = (
    "INSERT INTO melderzin_gekozen (overleg_id, agendapunt_id, zin, tekst, door) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (overleg_id, agendapunt_id) DO UPDATE SET zin = excluded.zin, tekst = excluded.tekst,"
    " door = excluded.door"
)


def kies(overleg_id: UUID, punt_id: UUID, zin: str, tekst: str, door: str) -> Row:
    """Choose it, instead of what was chosen before."""
    return _KIES, (str(overleg_id), str(punt_id), zin, tekst, door)


def kies_geen(overleg_id: UUID, punt_id: UUID) -> Row:
    """Choose none."""
    return "DELETE FROM melderzin_gekozen WHERE overleg_id = ? AND agendapunt_id = ?", (str(overleg_id), str(punt_id))


def gekozen(overleg_id: UUID) -> Row:
    """What was chosen at the items of a meeting, and by which role."""
    sql = "SELECT agendapunt_id, zin, door FROM melderzin_gekozen WHERE overleg_id = ? ORDER BY agendapunt_id"
    return sql, (str(overleg_id),)


def wis(overleg_id: UUID) -> Row:
    """Forget what was chosen: it was told, or the item moved on."""
    return "DELETE FROM melderzin_gekozen WHERE overleg_id = ?", (str(overleg_id),)
