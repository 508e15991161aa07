"""By what staff recognise a melding in a list: how far it is, what it belongs to, its first words. For a page at once.

So many queries for a page, however many meldingen stand on it: never one for each.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.intake.application.bevoegd import leest_incident, mag_zien
from services.intake.application.inzage import Melding
from services.intake.store.tekstregister import TOELICHTING
from services.intake.voortgang import Gehoord, laatst_uit_overleg
from shared.contracts.intake import Koppeling
from shared.ledger import Ledger, from_iso
from shared.teksten import haal_alle
from shared.web import Wie, mag

WOORDEN, TEKENS = 8, 80
"""So much of a text stands in a list."""
_UIT_OVERLEG = "SELECT melding_id, soort, op FROM uit_overleg WHERE melding_id IN ({deze})"
_HELFT = (
    "SELECT k.{van}, k.{naar}, m.gemeente, m.locatie FROM koppelingen k JOIN meldingen m ON m.id = k.{naar}"
    " WHERE k.soort = ? AND k.{van} IN ({{deze}})"
)
_ZELFDE = f"{_HELFT.format(van='melding_id', naar='aan')} UNION {_HELFT.format(van='aan', naar='melding_id')}"
_TEKSTEN = (
    "SELECT r.melding_id, r.soort, t.tekst FROM tekstregister r JOIN teksten t ON t.id = r.zegel"
    " WHERE r.gewist = 0 AND r.melding_id IN ({deze}) ORDER BY r.vastgelegd_op, r.zegel"
)
_VOOR_HEN = "SELECT melding_id FROM doorzettingen WHERE rol = ? AND melding_id IN ({deze})"


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """`overleg`: what a meeting did last with one that is open. `woorden`: empty for who may not read the text.

    A melding that was opened again is not discussed before a meeting takes it up: until then the last meeting counts
    here. Its own page reads its facts, and knows.
    """

    overleg: str = ""
    zelfde: tuple[UUID, ...] = ()
    woorden: str = ""


class Herkenning:
    """Reads committed rows; never changes anything."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def van(self, lezer: Wie, meldingen: Sequence[Melding]) -> Mapping[UUID, Kenmerken]:
        """Give them for meldingen that this reader sees in a list."""
        if not meldingen:
            return {}
        deze = [str(melding.id) for melding in meldingen]
        overleg, zelfde = await self._uit_overleg(deze), await self._zelfde(lezer, deze)
        woorden = await self._woorden(lezer, meldingen)
        return {
            een.id: Kenmerken(
                laatst_uit_overleg(een.status, (), overleg.get(een.id, ())),
                tuple(zelfde.get(een.id, ())),
                woorden.get(een.id, ""),
            )
            for een in meldingen
        }

    async def teksten(self, lezer: Wie, meldingen: Sequence[Melding]) -> Mapping[UUID, list[str]]:
        """Give the masked texts that this reader may read, what was reported first; empty where that has no text.

        Who does not talk with reporters reads nothing of what was said later.
        """
        deze = [str(een.id) for een in await self._leesbaar(lezer, meldingen)]
        alles, gevonden = mag(lezer, "gesprek.lezen"), dict[UUID, list[str]]()
        for melding_id, soort, tekst in await self._ledger.query(_in(_TEKSTEN, deze), tuple(deze)) if deze else ():
            if tekst and (alles or soort == TOELICHTING):
                gevonden.setdefault(UUID(melding_id), [] if soort == TOELICHTING else [""]).append(tekst)
        return gevonden

    async def _uit_overleg(self, deze: Sequence[str]) -> Mapping[UUID, list[Gehoord]]:
        gehoord: dict[UUID, list[Gehoord]] = {}
        for melding_id, soort, op in await self._ledger.query(_in(_UIT_OVERLEG, deze), tuple(deze)):
            gehoord.setdefault(UUID(melding_id), []).append(Gehoord(from_iso(op), soort))
        return gehoord

    async def _zelfde(self, lezer: Wie, deze: Sequence[str]) -> Mapping[UUID, list[UUID]]:
        """Find which are about the same event, as far as they may see those as well: a link opens nothing."""
        helft, gevonden = (Koppeling.ZELFDE_VOORVAL.value, *deze), dict[UUID, list[UUID]]()
        rijen = await self._ledger.query(_in(_ZELFDE, deze), (*helft, *helft))
        for van, naar, gemeente, locatie in sorted(rijen):
            if mag_zien(lezer, gemeente=gemeente, locatie=locatie):
                gevonden.setdefault(UUID(van), []).append(UUID(naar))
        return gevonden

    async def _woorden(self, lezer: Wie, meldingen: Sequence[Melding]) -> Mapping[UUID, str]:
        zegels = {een.id: een.inhoud.get("tekstzegel") for een in await self._leesbaar(lezer, meldingen)}
        teksten = await haal_alle(self._ledger, zegels.values())
        return {melding_id: begin(teksten[zegel]) for melding_id, zegel in zegels.items() if zegel in teksten}

    async def _leesbaar(self, lezer: Wie, meldingen: Sequence[Melding]) -> Iterable[Melding]:
        """Leave those whose text they may read on the page of each: see `Verband.leest_tekst`."""
        if mag(lezer, "toelichting.lezen") or not meldingen:
            return meldingen
        deze = [str(melding.id) for melding in meldingen]
        rijen = await self._ledger.query(_in(_VOOR_HEN, deze), (str(lezer.rol), *deze))
        voor_hen = {UUID(melding_id) for (melding_id,) in rijen}
        return [een for een in meldingen if een.id in voor_hen or leest_incident(lezer, een)]


def begin(tekst: str) -> str:
    """Give the first words of a text, with a sign where there are more."""
    woorden = tekst.split()
    kort = " ".join(woorden[:WOORDEN])
    heel = len(woorden) <= WOORDEN and len(kort) <= TEKENS
    return kort if heel else f"{kort[:TEKENS].rstrip(' .,;:')} …"


def _in(sql: str, deze: Sequence[str]) -> str:
    return sql.replace("{deze}", ", ".join("?" * len(deze)))
