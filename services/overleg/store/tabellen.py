"""The tables of what others told, in portable SQL."""

MELDINGEN = """CREATE TABLE IF NOT EXISTS meldingen_bekend (
    melding_id TEXT PRIMARY KEY, agendapunt_id TEXT NOT NULL, gemeente TEXT NOT NULL, locatie TEXT NOT NULL,
    soort TEXT NOT NULL, aard TEXT NOT NULL, plaats TEXT, thema TEXT NOT NULL, gericht_tegen TEXT NOT NULL,
    voorgevallen_op TEXT NOT NULL, ontvangen_op TEXT NOT NULL, gevolgen_openbare_orde BIGINT, ernst BIGINT,
    dagdeel TEXT, wapen TEXT, nog_gaande TEXT)"""
MELDINGEN_ERBIJ = tuple(
    f"ALTER TABLE meldingen_bekend ADD COLUMN {naam} TEXT" for naam in ("dagdeel", "wapen", "nog_gaande")
)
"""What came later than the table, in the order in which it came."""

ESCALATIES = """CREATE TABLE IF NOT EXISTS escalatie_bij_melding (
    melding_id TEXT NOT NULL, escalatie_id TEXT NOT NULL, drempel TEXT NOT NULL, regel TEXT NOT NULL, op TEXT NOT NULL,
    PRIMARY KEY (melding_id, escalatie_id))"""
