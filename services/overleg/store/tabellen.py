"""The tables of overleg, in portable SQL."""

OVERLEGGEN = """CREATE TABLE IF NOT EXISTS overleggen (
    overleg_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, reeks TEXT NOT NULL,
    soort TEXT NOT NULL, aanvang TEXT NOT NULL, status TEXT NOT NULL, deelnemers TEXT NOT NULL, regel TEXT NOT NULL,
    voorlopig BIGINT NOT NULL, escalatie_id TEXT, reden TEXT NOT NULL,
    besproken BIGINT, doorgeschoven BIGINT, tekstzegel TEXT)"""
AGENDAPUNTEN = """CREATE TABLE IF NOT EXISTS agendapunten (
    overleg_id TEXT NOT NULL, agendapunt_id TEXT NOT NULL, meldingen TEXT NOT NULL, regel TEXT NOT NULL,
    vertrouwelijk BIGINT NOT NULL, escalatie_id TEXT, status TEXT NOT NULL, toegevoegd_op TEXT NOT NULL,
    van_overleg_id TEXT, naar_overleg_id TEXT, PRIMARY KEY (overleg_id, agendapunt_id))"""
MAATREGELEN = """CREATE TABLE IF NOT EXISTS maatregelen (
    maatregel_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, soort TEXT NOT NULL,
    grondslag TEXT NOT NULL, bevoegd_gezag TEXT NOT NULL, ingaande TEXT NOT NULL, eindigt TEXT,
    gericht_op TEXT NOT NULL, gebied TEXT, betrokkene TEXT, om_geraadpleegd_op TEXT, overleg_id TEXT,
    meldingen TEXT NOT NULL, regel TEXT NOT NULL, opgelegd_op TEXT NOT NULL, verlopen_op TEXT)"""
MELDINGEN = """CREATE TABLE IF NOT EXISTS meldingen_bekend (
    melding_id TEXT PRIMARY KEY, agendapunt_id TEXT NOT NULL, gemeente TEXT NOT NULL, locatie TEXT NOT NULL,
    soort TEXT NOT NULL, aard TEXT NOT NULL, plaats TEXT, thema TEXT NOT NULL, gericht_tegen TEXT NOT NULL,
    voorgevallen_op TEXT NOT NULL, ontvangen_op TEXT NOT NULL, gevolgen_openbare_orde BIGINT, ernst BIGINT)"""
