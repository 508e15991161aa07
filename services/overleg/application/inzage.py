"""Looking things up: meetings, agendas, and the meldingen that no meeting discusses."""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from services.overleg.application.zicht import Zicht
from services.overleg.beelden import Agenda, Meldingbeeld, Overlegbeeld, Puntbeeld
from services.overleg.overleg import AFGELOPEN, TE_HOUDEN, OverlegOnbekend, Status
from services.overleg.store.filters import Deel, Vraag, samen
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.teksten import haal

OVERLEG = (
    *("overleg_id", "gemeente", "locatie", "reeks", "soort", "aanvang", "status", "deelnemers", "regel", "voorlopig"),
    *("reden", "escalatie_id", "besproken", "doorgeschoven", "tekstzegel"),
)
PUNT = (
    *("agendapunt_id", "overleg_id", "status", "regel", "escalatie_id", "van_overleg_id", "naar_overleg_id"),
    *("toegevoegd_op", "meldingen"),
)
MELDING = (
    *("melding_id", "gemeente", "soort", "aard", "plaats", "locatie", "thema", "gericht_tegen", "voorgevallen_op"),
    *("ontvangen_op", "gevolgen_openbare_orde", "ernst"),
)
OPEN = "(SELECT COUNT(*) FROM agendapunten p WHERE p.overleg_id = overleggen.overleg_id AND p.status = 'open')"
STUK = 500
"""Ids in one statement; a database takes some thousands."""
ZOVEEL = 1_000


class Inzage:
    """Reads committed rows; never changes anything."""

    def __init__(self, ledger: Ledger, profielen: Profielen, klok: Klok) -> None:
        self._ledger, self._profielen, self._klok = ledger, profielen, klok

    async def overleggen(
        self, vraag: Vraag, zicht: Zicht, *, hoogstens: int = 100, sla_over: int = 0
    ) -> list[Overlegbeeld]:
        """Meetings in the order of their beginning."""
        volgorde = "DESC" if vraag.nieuwste_eerst else "ASC"
        einde = f"ORDER BY aanvang {volgorde}, overleg_id LIMIT {hoogstens:d} OFFSET {sla_over:d}"
        rijen = await self._zoek("overleggen", (*OVERLEG, OPEN), [*vraag.delen(), *zicht.delen()], einde)
        return [self._overleg(rij) for rij in rijen]

    async def agenda(self, overleg_id: UUID, zicht: Zicht) -> Agenda:
        """A meeting with its agenda.

        Raises:
            OverlegOnbekend: there is none, or not for this reader.
        """
        een: Deel = ("overleg_id = ?", (str(overleg_id),))
        for rij in await self._zoek("overleggen", (*OVERLEG, OPEN), [een, *zicht.delen()]):
            bevindingen = await haal(self._ledger, rij["tekstzegel"])
            punten = await self._punten([een] if zicht.vertrouwelijk else [een, ("vertrouwelijk = 0", ())])
            return Agenda(overleg=self._overleg(rij), agendapunten=punten, bevindingen=bevindingen)
        raise OverlegOnbekend("Dit overleg bestaat niet. Kijk in de lijst van overleggen.")

    async def volgende(self, vraag: Vraag, zicht: Zicht) -> list[Agenda]:
        """Of each series at each location the next meeting, with its agenda."""
        eerste: dict[tuple[str, str, str], UUID] = {}
        for overleg in await self.overleggen(vraag, zicht, hoogstens=ZOVEEL):
            if overleg.aanvang > self._klok() and overleg.status in TE_HOUDEN:
                eerste.setdefault((overleg.gemeente, overleg.reeks, overleg.locatie), overleg.overleg_id)
        return [await self.agenda(overleg_id, zicht) for overleg_id in eerste.values()]

    async def zonder_overleg(self, zicht: Zicht, *, hoogstens: int = 100, sla_over: int = 0) -> list[Meldingbeeld]:
        """Meldingen that no series of the profile discusses: visible, so that somebody acts (LVS-2.4)."""
        nergens = "NOT EXISTS (SELECT 1 FROM agendapunten p WHERE p.agendapunt_id = meldingen_bekend.agendapunt_id)"
        einde = f"ORDER BY ontvangen_op DESC, melding_id LIMIT {hoogstens:d} OFFSET {sla_over:d}"
        rijen = await self._zoek("meldingen_bekend", MELDING, [(nergens, ()), *zicht.plek()], einde)
        return [Meldingbeeld.model_validate(rij) for rij in rijen]

    async def _punten(self, delen: Sequence[Deel]) -> list[Puntbeeld]:
        rijen = await self._zoek("agendapunten", PUNT, delen, "ORDER BY toegevoegd_op, agendapunt_id")
        meldingen = {rij["agendapunt_id"]: json.loads(rij["meldingen"]) for rij in rijen}
        bekend = await self._bekend({id_ for ids in meldingen.values() for id_ in ids})
        return [_punt(rij, meldingen[rij["agendapunt_id"]], bekend) for rij in rijen]

    async def _bekend(self, ids: Iterable[str]) -> dict[str, Meldingbeeld]:
        alle, gevonden = sorted(ids), []
        for begin in range(0, len(alle), STUK):
            stuk = tuple(alle[begin : begin + STUK])
            een_van: Deel = (f"melding_id IN ({', '.join('?' * len(stuk))})", stuk)
            gevonden += await self._zoek("meldingen_bekend", MELDING, [een_van])
        return {rij["melding_id"]: Meldingbeeld.model_validate(rij) for rij in gevonden}

    async def _zoek(
        self, tabel: str, kolommen: Sequence[str], delen: Sequence[Deel], einde: str = ""
    ) -> list[dict[str, Any]]:
        waar, waarden = samen(delen)
        sql = f"SELECT {', '.join(kolommen)} FROM {tabel} WHERE {waar} {einde}"  # noqa: S608  our own names
        return [dict(zip(kolommen, rij, strict=True)) for rij in await self._ledger.query(sql, waarden)]

    def _overleg(self, rij: dict[str, Any]) -> Overlegbeeld:
        beeld = Overlegbeeld.model_validate(
            {**rij, "deelnemers": json.loads(rij["deelnemers"]), "naam": self._naam(rij), "open_punten": rij[OPEN]}
        )
        begonnen = beeld.status is Status.GEOPEND or beeld.aanvang <= self._klok()
        return beeld.model_copy(update={"nog_te_sluiten": begonnen and beeld.status not in AFGELOPEN})

    def _naam(self, rij: dict[str, Any]) -> str:
        reeks = self._profielen.van(rij["gemeente"]).reeks(rij["reeks"]) if rij["gemeente"] in self._profielen else None
        return reeks.naam if reeks else str(rij["reeks"])


def _punt(rij: dict[str, Any], ids: Sequence[str], bekend: dict[str, Meldingbeeld]) -> Puntbeeld:
    meldingen = [bekend[id_] for id_ in ids if id_ in bekend]
    return Puntbeeld.model_validate({**rij, "meldingen": ids, "bekend": meldingen})
