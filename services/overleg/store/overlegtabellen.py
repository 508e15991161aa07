"""The tables of meetings and agendas, in portable SQL."""

OVERLEGGEN = """CREATE TABLE IF NOT EXISTS overleggen (
    overleg_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, reeks TEXT NOT NULL,
    soort TEXT NOT NULL, aanvang TEXT NOT NULL, einde TEXT, dag TEXT, status TEXT NOT NULL, deelnemers TEXT NOT NULL,
    regel TEXT NOT NULL, voorlopig BIGINT NOT NULL, escalatie_id TEXT, reden TEXT NOT NULL,
    besproken BIGINT, doorgeschoven BIGINT, tekstzegel TEXT, redenzegel TEXT, volgnummer BIGINT NOT NULL,
    verzet_van TEXT, wijziging TEXT, besloten_door TEXT, besloten_op TEXT,
    aanwezig TEXT, afwezig TEXT, geopend_op TEXT, gesloten_op TEXT, bijgewerkt TEXT NOT NULL)"""
AGENDAPUNTEN = """CREATE TABLE IF NOT EXISTS agendapunten (
    overleg_id TEXT NOT NULL, agendapunt_id TEXT NOT NULL, meldingen TEXT NOT NULL, regel TEXT NOT NULL,
    vertrouwelijk BIGINT NOT NULL, escalatie_id TEXT, status TEXT NOT NULL, toegevoegd_op TEXT NOT NULL,
    van_overleg_id TEXT, naar_overleg_id TEXT, soort TEXT NOT NULL, onderwerp TEXT NOT NULL, afspraak_id TEXT,
    maatregel_id TEXT, tekstzegel TEXT, plek BIGINT, bevinding TEXT, bevinding_geheim BIGINT, besluit TEXT,
    besluit_geheim BIGINT, PRIMARY KEY (overleg_id, agendapunt_id))"""
CORRECTIES = """CREATE TABLE IF NOT EXISTS correcties (
    overleg_id TEXT NOT NULL, agendapunt_id TEXT, tekstzegel TEXT NOT NULL, vertrouwelijk BIGINT NOT NULL,
    op TEXT NOT NULL, PRIMARY KEY (overleg_id, tekstzegel))"""
BESLUITEN = """CREATE TABLE IF NOT EXISTS reeksbesluiten (
    besluit_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, reeks TEXT NOT NULL,
    uitkomst TEXT NOT NULL, vanaf TEXT NOT NULL, regel TEXT NOT NULL, op TEXT NOT NULL)"""
GEMIST = """CREATE TABLE IF NOT EXISTS agenda_gemist (
    melding_id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, reeks TEXT NOT NULL,
    uiterlijk TEXT NOT NULL, regel TEXT NOT NULL, overleg_id TEXT)"""
WIJZIGINGEN = """CREATE TABLE IF NOT EXISTS melding_wijzigingen (
    melding_id TEXT NOT NULL, volgnr BIGINT NOT NULL, naam TEXT NOT NULL, velden TEXT NOT NULL, op TEXT NOT NULL,
    PRIMARY KEY (melding_id, volgnr))"""
UITNODIGINGEN = """CREATE TABLE IF NOT EXISTS uitnodigingen (
    overleg_id TEXT NOT NULL, partner TEXT NOT NULL, volgnummer BIGINT NOT NULL, uitkomst TEXT NOT NULL,
    soort TEXT NOT NULL, op TEXT NOT NULL, PRIMARY KEY (overleg_id, partner, volgnummer, uitkomst))"""
AGENDALINKS = """CREATE TABLE IF NOT EXISTS agendalinks (
    hash TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, rol TEXT NOT NULL, locatie TEXT, gemeente TEXT,
    gemaakt TEXT NOT NULL, ingetrokken TEXT)"""
OVERLEG_INDEXES = (
    "CREATE INDEX IF NOT EXISTS overleggen_aanvang ON overleggen (reeks, locatie, aanvang)",
    "CREATE INDEX IF NOT EXISTS overleggen_dag ON overleggen (reeks, locatie, dag)",
)
AGENDA_INDEXES = ("CREATE INDEX IF NOT EXISTS agendapunten_punt ON agendapunten (agendapunt_id)",)

GEKOZEN = """CREATE TABLE IF NOT EXISTS melderzin_gekozen (
    overleg_id TEXT NOT NULL, agendapunt_id TEXT NOT NULL, zin TEXT NOT NULL, tekst TEXT NOT NULL, door TEXT NOT NULL,
    PRIMARY KEY (overleg_id, agendapunt_id))"""
INGELICHT = """CREATE TABLE IF NOT EXISTS melder_ingelicht (
    overleg_id TEXT NOT NULL, agendapunt_id TEXT NOT NULL, zin TEXT NOT NULL, tekst TEXT NOT NULL, op TEXT NOT NULL,
    PRIMARY KEY (overleg_id, agendapunt_id, zin))"""
