"""Groups with a code of their own: kept as its seal, so that who reads the database can use none of them."""

from shared.ledger import Row, Table

KOLOMMEN = "id, naam, gemeente, locatie, gebied, plaats, gemaakt, ingetrokken"
GROEPEN = Table(
    "groepen",
    (
        "CREATE TABLE IF NOT EXISTS groepen (zegel TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, naam TEXT NOT NULL,"
        " gemeente TEXT NOT NULL, locatie TEXT NOT NULL, gebied TEXT, plaats TEXT, gemaakt TEXT NOT NULL,"
        " ingetrokken TEXT)",
    ),
)
ALLE_GROEPEN = f"SELECT {KOLOMMEN} FROM groepen ORDER BY gemaakt DESC, id"  # noqa: S608
GROEP_MET_ZEGEL = f"SELECT {KOLOMMEN} FROM groepen WHERE zegel = ? AND ingetrokken IS NULL"  # noqa: S608


def bewaar_groep(zegel: str, *waarden: object) -> Row:
    """Keep a group: its id, name, municipality, location, area, place and the moment."""
    return (
        "INSERT INTO groepen (zegel, id, naam, gemeente, locatie, gebied, plaats, gemaakt)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (zegel, *waarden),
    )


def trek_groep_in(groep_id: str, op: str) -> Row:
    """Keep that its code works no longer."""
    return ("UPDATE groepen SET ingetrokken = ? WHERE id = ?", (op, groep_id))
