"""Where keys, links and sessions stand: hashes only, so that who reads the database can use none of them."""

from shared.ledger import Table

SLEUTELS = Table(
    "sleutels",
    (
        "CREATE TABLE IF NOT EXISTS sleutels (hash TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, rol TEXT NOT NULL,"
        " locatie TEXT, gemeente TEXT, label TEXT NOT NULL, gemaakt TEXT NOT NULL, geldig_tot TEXT, ingetrokken TEXT,"
        " alleen_lezen BIGINT)",
    ),
    changes=("ALTER TABLE sleutels ADD COLUMN alleen_lezen BIGINT",),
)
LINKS = Table(
    "links",
    (
        "CREATE TABLE IF NOT EXISTS links (hash TEXT PRIMARY KEY, id TEXT NOT NULL, rol TEXT NOT NULL,"
        " locatie TEXT, gemeente TEXT, geldig_tot TEXT NOT NULL, gebruikt TEXT, gemaakt TEXT)",
    ),
    changes=("ALTER TABLE links ADD COLUMN gemaakt TEXT",),
)
SESSIES = Table(
    "sessies",
    (
        "CREATE TABLE IF NOT EXISTS sessies (hash TEXT PRIMARY KEY, id TEXT NOT NULL, rol TEXT NOT NULL,"
        " locatie TEXT, gemeente TEXT, gezien TEXT NOT NULL, einde TEXT NOT NULL, account TEXT,"
        " begonnen TEXT, extern TEXT)",
    ),
    changes=(
        "ALTER TABLE sessies ADD COLUMN account TEXT",
        "ALTER TABLE sessies ADD COLUMN begonnen TEXT",
        "ALTER TABLE sessies ADD COLUMN extern TEXT",
    ),
)
TABLES = (SLEUTELS, LINKS, SESSIES)
