"""The tables of escalatie, in portable SQL."""

ESCALATIES = """CREATE TABLE IF NOT EXISTS escalaties (
    escalatie_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, drempel TEXT NOT NULL,
    regel TEXT NOT NULL, omschrijving TEXT NOT NULL, status TEXT NOT NULL, geopend_op TEXT NOT NULL,
    voorgevallen_op TEXT, dagdeel TEXT, telling BIGINT NOT NULL, erbij BIGINT NOT NULL, trede BIGINT NOT NULL,
    treden BIGINT NOT NULL, ronde BIGINT NOT NULL, rollen TEXT NOT NULL, klim_op TEXT, bevestigd_door TEXT,
    bevestigd_op TEXT, tweede_stap BIGINT NOT NULL, tweede_stap_uiterlijk TEXT, tweede_stap_gemist BIGINT NOT NULL,
    politie_op TEXT, burgemeester_op TEXT, gesloten_op TEXT, gesloten_door TEXT, uitkomst TEXT, belang TEXT,
    verloopt_op TEXT, vervallen BIGINT NOT NULL DEFAULT 0, wapen TEXT NOT NULL, nog_gaande TEXT NOT NULL)"""
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
PIKETWIJZIGINGEN = """CREATE TABLE IF NOT EXISTS piketwijzigingen (
    wijziging_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, rol TEXT NOT NULL, dienst TEXT NOT NULL, van TEXT NOT NULL,
    tot TEXT NOT NULL, soort TEXT NOT NULL, ruil_id TEXT, plaats BIGINT NOT NULL)"""
PIKETWIJZIGINGEN_OP_TIJD = """CREATE INDEX IF NOT EXISTS piketwijzigingen_tijd
    ON piketwijzigingen (gemeente, rol, tot)"""
PIKETGATEN = """CREATE TABLE IF NOT EXISTS piketgaten (
    gat_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, rol TEXT NOT NULL, van TEXT NOT NULL, tot TEXT NOT NULL,
    escalatie_id TEXT NOT NULL)"""
PIKETSTAND = """CREATE TABLE IF NOT EXISTS piketstand (
    gemeente TEXT NOT NULL, rol TEXT NOT NULL, dienst TEXT NOT NULL, sinds TEXT NOT NULL, uitkomst TEXT NOT NULL,
    reden TEXT, poging BIGINT NOT NULL, opnieuw_op TEXT, PRIMARY KEY (gemeente, rol))"""
KANAALSTANDEN = """CREATE TABLE IF NOT EXISTS kanaalstanden (
    gemeente TEXT NOT NULL, rol TEXT NOT NULL, kanaal TEXT NOT NULL, gelukt_op TEXT, mislukt_op TEXT, reden TEXT,
    achtereen BIGINT NOT NULL, PRIMARY KEY (gemeente, rol, kanaal))"""
VOEDING = """CREATE TABLE IF NOT EXISTS voeding (
    escalatie_id TEXT NOT NULL, feit TEXT NOT NULL, melding_id TEXT, op TEXT NOT NULL,
    PRIMARY KEY (escalatie_id, feit))"""
TELLINGEN = """CREATE TABLE IF NOT EXISTS tellingen (
    gemeente TEXT NOT NULL, locatie TEXT NOT NULL, drempel TEXT NOT NULL, moment TEXT NOT NULL, feit TEXT NOT NULL,
    melding_id TEXT NOT NULL, historisch BIGINT NOT NULL, besteed_aan TEXT NOT NULL,
    PRIMARY KEY (gemeente, locatie, drempel, feit))"""
TELLINGEN_OP_MOMENT = """CREATE INDEX IF NOT EXISTS tellingen_moment
    ON tellingen (gemeente, locatie, drempel, besteed_aan, moment)"""
TELLINGEN_VAN_MELDING = "CREATE INDEX IF NOT EXISTS tellingen_melding ON tellingen (melding_id)"
DAGTELLINGEN = """CREATE TABLE IF NOT EXISTS dagtellingen (
    gemeente TEXT NOT NULL, locatie TEXT NOT NULL, drempel TEXT NOT NULL, dag BIGINT NOT NULL,
    direct BIGINT NOT NULL, historisch BIGINT NOT NULL, PRIMARY KEY (gemeente, locatie, drempel, dag))"""
MELDINGSTANDEN = """CREATE TABLE IF NOT EXISTS meldingstanden (
    melding_id TEXT PRIMARY KEY, feit TEXT NOT NULL, soort TEXT NOT NULL, inhoud TEXT NOT NULL,
    ingetrokken BIGINT NOT NULL)"""
KOPPELINGEN = """CREATE TABLE IF NOT EXISTS koppelingen (
    melding_id TEXT NOT NULL, aan TEXT NOT NULL, PRIMARY KEY (melding_id, aan))"""
ONDERDRUKT = """CREATE TABLE IF NOT EXISTS onderdrukt (
    escalatie_id TEXT NOT NULL, drempel TEXT NOT NULL, regel TEXT NOT NULL, aantal BIGINT NOT NULL, op TEXT NOT NULL,
    reden TEXT NOT NULL)"""
ONDERDRUKT_DOOR = "CREATE INDEX IF NOT EXISTS onderdrukt_escalatie ON onderdrukt (escalatie_id)"
CIJFERS = """CREATE TABLE IF NOT EXISTS cijfers (
    gemeente TEXT NOT NULL, reeks TEXT NOT NULL, van TEXT NOT NULL, tot TEXT NOT NULL, aantal BIGINT NOT NULL,
    bron TEXT NOT NULL, PRIMARY KEY (gemeente, reeks, van, tot))"""
