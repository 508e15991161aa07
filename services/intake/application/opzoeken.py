"""Looking for meldingen by number or word. Plain LIKE on the one place where texts stand: no index keeps a copy."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from services.intake.store.tekstregister import TOELICHTING
from shared.ledger import Ledger, iso
from shared.web import Wie, mag
from shared.zoeken import HOOGSTENS, een_van, patronen

ONLANGS, LANG_GELEDEN = timedelta(days=30), timedelta(days=2 * 365)
"""First the newest; what is older than two years is looked through by nobody, and the search stays quick."""
TOEKOMST = "9999"
Waar = tuple[str, tuple[object, ...]]
"""A condition of SQL and its values."""
Codes = Mapping[str, Sequence[tuple[str, str]]]
"""By field of a melding: with which codes, of which municipality, a word is meant."""

_VAN_HEN = "EXISTS (SELECT 1 FROM doorzettingen d WHERE d.melding_id = m.id AND d.rol = ?)"
_MET_GEVOLGEN = "m.gevolgen_openbare_orde = 1"
_INCIDENT = "m.soort = 'incident'"
_TEKSTEN = "FROM tekstregister r JOIN teksten t ON t.id = r.zegel WHERE r.melding_id = m.id AND r.gewist = 0 AND {waar}"
_PER_MELDING = f"(SELECT COUNT(*) {_TEKSTEN}) > 0"
_IN_EENS = f"EXISTS (SELECT 1 {_TEKSTEN})"
"""Of `EXISTS` PostgreSQL makes a join that reads every text: quickest for all of them, slowest for the newest few."""
_GEVONDEN = "SELECT m.id FROM meldingen m WHERE {waar} ORDER BY m.ontvangen_op DESC, m.id LIMIT ?"
_BEGIN, _STAART = "m.id LIKE ?", "SUBSTR(m.id, 29) = ?"


class Opzoeker:
    """Reads committed rows; never changes anything."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def op_nummer(self, lezer: Wie, begin: str) -> list[UUID]:
        """Find meldingen whose number begins so, of those that this reader may see."""
        return await self._vind(_ziet(lezer), (_BEGIN, (f"{begin}%",)))

    async def op_staart(self, lezer: Wie, einde: str) -> list[UUID]:
        """Find meldingen whose number ends so: what a short number says."""
        return await self._vind(_ziet(lezer), (_STAART, (einde,)))

    async def op_woorden(self, lezer: Wie, woorden: Mapping[str, Codes], nu: datetime) -> list[UUID]:
        """Find meldingen to which every word belongs: it says how a field was filled in, or stands in a text.

        In a text it counts for who may read that; `woorden` gives what each says of the fields.
        """
        gevonden, stappen = list[UUID](), ((nu - ONLANGS, _PER_MELDING), (nu - LANG_GELEDEN, _IN_EENS))
        tot = TOEKOMST
        for vanaf, in_tekst in ((iso(moment), hoe) for moment, hoe in stappen):
            eisen = [_een_woord(lezer, *een, in_tekst) for een in woorden.items()]
            tijd = ("m.ontvangen_op >= ? AND m.ontvangen_op < ?", (vanaf, tot))
            gevonden += await self._vind(tijd, _ziet(lezer), *eisen)
            if len(gevonden) >= HOOGSTENS:
                break
            tot = vanaf
        return gevonden[:HOOGSTENS]

    async def _vind(self, *eisen: Waar) -> list[UUID]:
        sql, waarden = _samen(eisen, " AND ")
        rijen = await self._ledger.query(_GEVONDEN.format(waar=sql), (*waarden, HOOGSTENS))
        return [UUID(rij[0]) for rij in rijen]


def _een_woord(lezer: Wie, woord: str, codes: Codes, waar: str) -> Waar:
    velden = [_met_code(veld, code) for veld, reeks in codes.items() for code in reeks]
    leest, van_hen = _open(lezer, mag(lezer, "toelichting.lezen"))
    ((in_tekst, waarden),) = een_van("t.tekst", (patronen(woord),))
    if not mag(lezer, "gesprek.lezen"):
        in_tekst = f"r.soort = '{TOELICHTING}' AND {in_tekst}"
    return _samen([*velden, (f"{leest} AND {waar.format(waar=in_tekst)}", (*van_hen, *waarden))], " OR ")


def _met_code(veld: str, code: tuple[str, str]) -> Waar:
    """Write that a field holds this code; the channel is no column, and stands in the fact."""
    if veld == "kanaal":
        return "m.gemeente = ? AND m.inhoud LIKE ?", (code[0], f'%"kanaal":"{code[1]}"%')
    return f"m.gemeente = ? AND m.{veld} = ?", code


def _samen(eisen: Sequence[Waar], tussen: str) -> Waar:
    sql = tussen.join(f"({eis})" for eis, _ in eisen)
    return sql, tuple(waarde for _, waarden in eisen for waarde in waarden)


def _ziet(lezer: Wie) -> Waar:
    """Write which meldingen are theirs to see: of their place, and all of them or what opens itself to them."""
    plek = {"gemeente": lezer.gemeente, "locatie": lezer.locatie}
    binnen: list[Waar] = [(f"m.{kolom} = ?", (waarde,)) for kolom, waarde in plek.items() if waarde]
    return _samen([*binnen, _open(lezer, mag(lezer, "meldingen.lezen"))], " AND ")


def _open(lezer: Wie, alles: bool) -> Waar:
    if alles:
        return "1 = 1", ()
    return f"({' OR '.join((_VAN_HEN, *_zonder_doorzetten(lezer)))})", (str(lezer.rol),)


def _zonder_doorzetten(lezer: Wie) -> Sequence[str]:
    """Write as SQL what needs no handing over: incidents as `bevoegd.leest_incident` says."""
    per_actie = {"alarmtekst.lezen": _MET_GEVOLGEN, "incidenttekst.lezen": _INCIDENT}
    return [eis for actie, eis in per_actie.items() if mag(lezer, actie)]
