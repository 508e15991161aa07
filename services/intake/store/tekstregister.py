"""Which text belongs to which melding, since when, and what stands in its place now: a function of the facts."""

from collections.abc import Iterable
from uuid import UUID

from shared.contracts import Fact
from shared.contracts import intake as feiten
from shared.contracts.elk import GegevensVernietigd
from shared.facts import Recorded
from shared.ledger import Row, View, iso
from shared.wisregister import DEEL

TOELICHTING, GESPREK, REDEN = "toelichting", "gesprek", "reden"
_SOORTEN: dict[type[Fact], str] = {
    feiten.MeldingOntvangen: TOELICHTING,
    feiten.IncidentGemeld: TOELICHTING,
    feiten.VraagGesteld: GESPREK,
    feiten.AanvullingOntvangen: GESPREK,
    feiten.MeldingGeclassificeerd: REDEN,
    feiten.MeldingGecorrigeerd: REDEN,
}
_INSERT = (
    "INSERT INTO tekstregister (zegel, melding_id, gemeente, locatie, soort, vastgelegd_op) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (zegel) DO NOTHING"
)


def _register(recorded: Recorded) -> Iterable[Row]:
    feit = recorded.fact
    if isinstance(feit, GegevensVernietigd):
        if feit.zegel is not None:
            yield _vervangen(feit)
    elif soort := _SOORTEN.get(type(feit)):
        velden = vars(feit)  # a Pydantic model takes long to say that it lacks one
        zegel = velden.get("tekstzegel") or velden.get("redenzegel")
        if zegel is not None:
            melding_id: UUID = velden.get("melding_id", recorded.stream)
            yield _INSERT, (zegel, str(melding_id), feit.gemeente, feit.locatie, soort, iso(recorded.tijd))


def _vervangen(feit: GegevensVernietigd) -> Row:
    sql = "UPDATE tekstregister SET nieuw_zegel = ?, gewist = ? WHERE zegel = ?"
    return sql, (feit.nieuw_zegel, int(feit.soort != DEEL), feit.zegel)


TEKSTREGISTER = View(
    "tekstregister",
    ("tekstregister",),
    (
        "CREATE TABLE IF NOT EXISTS tekstregister (zegel TEXT PRIMARY KEY, melding_id TEXT NOT NULL,"
        " gemeente TEXT NOT NULL, locatie TEXT NOT NULL, soort TEXT NOT NULL, vastgelegd_op TEXT NOT NULL,"
        " nieuw_zegel TEXT, gewist BIGINT NOT NULL DEFAULT 0)",
        "CREATE INDEX IF NOT EXISTS tekstregister_op ON tekstregister (gewist, vastgelegd_op)",
        "CREATE INDEX IF NOT EXISTS tekstregister_melding ON tekstregister (melding_id)",
    ),
    _register,
)
VERVANGEN = "SELECT zegel, nieuw_zegel FROM tekstregister WHERE nieuw_zegel IS NOT NULL"
EEN_TEKST = "SELECT melding_id, soort, gewist FROM tekstregister WHERE zegel = ?"
STAND_VAN_TEKST = "SELECT gewist, nieuw_zegel FROM tekstregister WHERE zegel = ?"
VAN_MELDING = (
    "SELECT r.zegel, r.soort, r.vastgelegd_op, t.tekst FROM tekstregister r JOIN teksten t ON t.id = r.zegel"
    " WHERE r.melding_id = ? AND r.gewist = 0 ORDER BY r.vastgelegd_op, r.zegel"
)
