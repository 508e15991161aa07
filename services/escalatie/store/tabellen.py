"""The tables of escalatie, in portable SQL."""

ESCALATIES = """CREATE TABLE IF NOT EXISTS escalaties (
    escalatie_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, drempel TEXT NOT NULL,
    regel TEXT NOT NULL, omschrijving TEXT NOT NULL, status TEXT NOT NULL, geopend_op TEXT NOT NULL,
    voorgevallen_op TEXT, telling BIGINT NOT NULL, erbij BIGINT NOT NULL, trede BIGINT NOT NULL,
    treden BIGINT NOT NULL, ronde BIGINT NOT NULL, rollen TEXT NOT NULL, klim_op TEXT, bevestigd_door TEXT,
    bevestigd_op TEXT, tweede_stap BIGINT NOT NULL, tweede_stap_uiterlijk TEXT, tweede_stap_gemist BIGINT NOT NULL,
    politie_op TEXT, burgemeester_op TEXT, gesloten_op TEXT, gesloten_door TEXT, uitkomst TEXT, belang TEXT,
    verloopt_op TEXT)"""
OPEN_PER_DREMPEL = """CREATE INDEX IF NOT EXISTS escalaties_drempel
    ON escalaties (gemeente, locatie, drempel, status)"""
OP_VOLGORDE = "CREATE INDEX IF NOT EXISTS escalaties_volgorde ON escalaties (status, geopend_op)"
ALARMEN = """CREATE TABLE IF NOT EXISTS alarmen (
    alarm_id TEXT PRIMARY KEY, escalatie_id TEXT NOT NULL, rol TEXT NOT NULL, stap TEXT NOT NULL,
    trede BIGINT NOT NULL, ronde BIGINT NOT NULL, gevraagd_op TEXT NOT NULL, status TEXT NOT NULL,
    poging BIGINT NOT NULL, kanaal TEXT, reden TEXT, op TEXT, dienst TEXT, terugval TEXT, aangekomen_op TEXT)"""
ALARMEN_PER_ESCALATIE = "CREATE INDEX IF NOT EXISTS alarmen_escalatie ON alarmen (escalatie_id)"
BEVESTIGINGEN = """CREATE TABLE IF NOT EXISTS bevestigingen (
    escalatie_id TEXT NOT NULL, stap TEXT NOT NULL, rol TEXT NOT NULL, weg TEXT NOT NULL, op TEXT NOT NULL,
    PRIMARY KEY (escalatie_id, stap, rol))"""
VOEDING = """CREATE TABLE IF NOT EXISTS voeding (
    escalatie_id TEXT NOT NULL, feit TEXT NOT NULL, melding_id TEXT, op TEXT NOT NULL,
    PRIMARY KEY (escalatie_id, feit))"""
TELLINGEN = """CREATE TABLE IF NOT EXISTS tellingen (
    gemeente TEXT NOT NULL, locatie TEXT NOT NULL, drempel TEXT NOT NULL, moment TEXT NOT NULL, feit TEXT NOT NULL,
    melding_id TEXT NOT NULL, historisch BIGINT NOT NULL, besteed_aan TEXT NOT NULL,
    PRIMARY KEY (gemeente, locatie, drempel, feit))"""
TELLINGEN_OP_MOMENT = """CREATE INDEX IF NOT EXISTS tellingen_moment
    ON tellingen (gemeente, locatie, drempel, besteed_aan, moment)"""
