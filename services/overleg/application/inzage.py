"""Looking things up: meetings, agendas, and the meldingen that no meeting discusses."""

import asyncio
import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from services.overleg.application import agendabeeld
from services.overleg.application.aanloop import vanzelf
from services.overleg.application.overzicht import kernen
from services.overleg.application.zicht import Zicht
from services.overleg.beelden import Agenda, Correctie, Meldingbeeld, Overlegbeeld, Puntbeeld, Wijzigingsbeeld
from services.overleg.overleg import AFGELOPEN, TE_HOUDEN, OverlegOnbekend, Status
from services.overleg.store import zoeken
from services.overleg.store.filters import Deel, Vraag, samen
from shared.klok import Klok
from shared.ledger import Ledger, iso
from shared.profiel import Profiel, Profielen
from shared.teksten import haal_alle

OVERLEG = (
    *("overleg_id", "gemeente", "locatie", "reeks", "soort", "aanvang", "status", "deelnemers", "regel", "voorlopig"),
    *("reden", "escalatie_id", "besproken", "doorgeschoven", "tekstzegel", "einde", "volgnummer", "verzet_van"),
    *("wijziging", "besloten_door", "besloten_op", "aanwezig", "afwezig", "geopend_op", "gesloten_op", "bijgewerkt"),
)
MELDING = (
    *("melding_id", "gemeente", "soort", "aard", "plaats", "locatie", "thema", "gericht_tegen", "voorgevallen_op"),
    *("ontvangen_op", "gevolgen_openbare_orde", "ernst", "dagdeel", "wapen", "nog_gaande"),
)
ESCALATIE = ("melding_id", "escalatie_id", "drempel", "regel", "op")
GEKOZEN = ("agendapunt_id", "zin", "tekst")
INGELICHT = ("agendapunt_id", "zin", "tekst", "op")
OPEN = "SELECT COUNT(*) FROM agendapunten p WHERE p.overleg_id = overleggen.overleg_id AND p.status = 'open'"
ZEGELS = "SELECT tekstzegel, wijziging, redenzegel FROM overleggen WHERE overleg_id = ?"
UITKOMST = "SELECT status, COUNT(*) FROM agendapunten WHERE overleg_id = ? GROUP BY status"
EERST = "SELECT MIN(toegevoegd_op) FROM agendapunten WHERE agendapunt_id = ?"
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
        return await self._overleggen([*vraag.delen(), *zicht.delen()], zicht, einde)

    async def geteld(self, overleggen: Iterable[Overlegbeeld], zicht: Zicht) -> list[Overlegbeeld]:
        """The same meetings; `open_punten` also counts what the agenda of a coming one finds by itself."""
        paren = [(overleg, len(await self._vanzelf(overleg, zicht))) for overleg in overleggen]
        return [each.model_copy(update={"open_punten": each.open_punten + meer}) for each, meer in paren]

    async def agenda(self, overleg_id: UUID, zicht: Zicht) -> Agenda:
        """A meeting with its agenda.

        Raises:
            OverlegOnbekend: there is none, or not for this reader.
        """
        een: Deel = ("overleg_id = ?", (str(overleg_id),))
        for overleg in await self._overleggen([een, *zicht.delen()], zicht):
            punten = await self._punten(overleg, zicht)
            ((bevindingen, wijziging, reden),) = await self._ledger.query(ZEGELS, (str(overleg_id),))
            eigen = await haal_alle(self._ledger, [bevindingen, wijziging, reden])
            return Agenda(
                overleg=overleg,
                agendapunten=punten,
                bevindingen=eigen.get(bevindingen),
                telling=agendabeeld.telling(punten),
                uitkomst=dict(await self._ledger.query(UITKOMST, (str(overleg_id),))),
                correcties=await self._correcties(een, zicht),
                toelichting=eigen.get(wijziging),
                reden_sluiten=eigen.get(reden),
            )
        raise OverlegOnbekend("Dit overleg bestaat niet. Kijk in de lijst van overleggen.")

    async def punt(self, gemeente: str, punt_id: UUID, zicht: Zicht) -> tuple[Overlegbeeld, Puntbeeld] | None:
        """An item, where it stands or stood last; None where there is none for this reader."""
        for overleg_id, _, _ in await self._ledger.query(*zoeken.agendapunt(gemeente, punt_id)):
            agenda = await self.agenda(UUID(overleg_id), zicht)
            punt = next((each for each in agenda.agendapunten if each.agendapunt_id == punt_id), None)
            return (agenda.overleg, punt) if punt else None
        return None

    async def gemaakt_bij(self, overleg_id: UUID) -> dict[UUID, list[str]]:
        """What was made at each item of a meeting, for who closes it: agreements, measures, requests."""
        gevonden: dict[UUID, list[str]] = {}
        for punt_id, wat in await self._ledger.query(*zoeken.gemaakt_bij(overleg_id)):
            gevonden.setdefault(UUID(punt_id), []).append(wat)
        return gevonden

    async def bij_escalatie(self, escalatie_id: UUID, zicht: Zicht) -> UUID:
        """The meeting that was proposed because of an escalation.

        Raises:
            OverlegOnbekend: there is none, or not for this reader.
        """
        van: Deel = ("escalatie_id = ?", (str(escalatie_id),))
        for overleg in await self._overleggen([van, *zicht.delen()], zicht):
            return overleg.overleg_id
        raise OverlegOnbekend("Bij deze escalatie staat nog geen overleg klaar. Probeer het over een minuut opnieuw.")

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

    async def _punten(self, overleg: Overlegbeeld, zicht: Zicht) -> list[Puntbeeld]:
        een: Deel = ("overleg_id = ?", (str(overleg.overleg_id),))
        rijen = await self._zoek("agendapunten", agendabeeld.PUNT, [een])
        gezien = [rij for rij in rijen if zicht.vertrouwelijk or not rij["vertrouwelijk"]]
        gezien += await self._vanzelf(overleg, zicht)
        ingelicht = await self._zoek("melder_ingelicht", INGELICHT, [een], "ORDER BY op, zin")
        gekozen = {rij["agendapunt_id"]: rij for rij in await self._zoek("melderzin_gekozen", GEKOZEN, [een])}
        afspraken = await kernen(self._ledger, {str(rij["afspraak_id"]) for rij in gezien if rij["afspraak_id"]}, zicht)
        for rij in gezien:
            rij["afspraak"] = afspraken.get(str(rij["afspraak_id"]))
            rij["gekozen"] = gekozen.get(rij["agendapunt_id"])
            rij["eerst_op"] = await self._eerst_op(rij) if rij["escalatie_id"] else None
            rij["ingelicht"] = [each for each in ingelicht if each["agendapunt_id"] == rij["agendapunt_id"]]
        ids = {id_ for rij in gezien for id_ in json.loads(rij["meldingen"])}
        teksten = await haal_alle(self._ledger, agendabeeld.zegels(gezien, geheim=zicht.vertrouwelijk))
        return agendabeeld.punten(gezien, await self._gehoord(ids), teksten, self._profiel(overleg.gemeente))

    async def _gehoord(self, ids: Collection[str]) -> agendabeeld.Gehoord:
        escalaties: dict[str, list[dict[str, Any]]] = {}
        for rij in await self._per_melding("escalatie_bij_melding", ESCALATIE, ids):
            escalaties.setdefault(rij["melding_id"], []).append(rij)
        return agendabeeld.Gehoord(await self._bekend(ids), await self._wijzigingen(ids), escalaties)

    async def _eerst_op(self, rij: dict[str, Any]) -> str:
        """When an item came on an agenda first: of an escalation, as good as when that was opened."""
        ((eerst,),) = await self._ledger.query(EERST, (rij["agendapunt_id"],))
        return str(eerst)

    async def _vanzelf(self, overleg: Overlegbeeld, zicht: Zicht) -> list[dict[str, Any]]:
        """What the agenda of a coming meeting finds by itself; once it is opened, those are facts."""
        profiel = self._profiel(overleg.gemeente)
        reeks = profiel.reeks(overleg.reeks) if profiel else None
        if profiel is None or reeks is None or overleg.status not in TE_HOUDEN:
            return []
        plek = (profiel, reeks, overleg.overleg_id, overleg.locatie, overleg.aanvang)
        gevonden = await asyncio.to_thread(vanzelf, self._ledger.query_sync, *plek)
        gezien = [punt for punt in gevonden if zicht.vertrouwelijk or not punt.vertrouwelijk]
        return [agendabeeld.rij_van(punt, overleg.overleg_id, iso(self._klok())) for punt in gezien]

    async def _correcties(self, een: Deel, zicht: Zicht) -> list[Correctie]:
        delen = [een] if zicht.vertrouwelijk else [een, ("vertrouwelijk = 0", ())]
        rijen = await self._zoek("correcties", ("agendapunt_id", "op", "tekstzegel"), delen, "ORDER BY op")
        teksten = await haal_alle(self._ledger, [rij["tekstzegel"] for rij in rijen])
        return [
            Correctie(agendapunt_id=rij["agendapunt_id"], op=rij["op"], tekst=teksten.get(rij["tekstzegel"], ""))
            for rij in rijen
        ]

    async def _wijzigingen(self, ids: Iterable[str]) -> dict[str, list[Wijzigingsbeeld]]:
        gevonden: dict[str, list[Wijzigingsbeeld]] = {}
        for rij in await self._per_melding(
            "melding_wijzigingen", ("melding_id", "naam", "velden", "op", "volgnr"), ids
        ):
            wat = {"naam": rij["naam"], "op": rij["op"], "velden": json.loads(rij["velden"])}
            gevonden.setdefault(rij["melding_id"], []).append(Wijzigingsbeeld.model_validate(wat))
        return gevonden

    async def _bekend(self, ids: Iterable[str]) -> dict[str, Meldingbeeld]:
        rijen = await self._per_melding("meldingen_bekend", MELDING, ids)
        return {rij["melding_id"]: Meldingbeeld.model_validate(rij) for rij in rijen}

    async def _per_melding(self, tabel: str, kolommen: Sequence[str], ids: Iterable[str]) -> list[dict[str, Any]]:
        alle, gevonden = sorted(ids), list[dict[str, Any]]()
        einde = "ORDER BY volgnr" if "volgnr" in kolommen else ""
        for begin in range(0, len(alle), STUK):
            stuk = tuple(alle[begin : begin + STUK])
            een_van: Deel = (f"melding_id IN ({', '.join('?' * len(stuk))})", stuk)
            gevonden += await self._zoek(tabel, kolommen, [een_van], einde)
        return gevonden

    async def _zoek(
        self, tabel: str, kolommen: Sequence[str], delen: Sequence[Deel], einde: str = ""
    ) -> list[dict[str, Any]]:
        waar, waarden = samen(delen)
        sql = f"SELECT {', '.join(kolommen)} FROM {tabel} WHERE {waar} {einde}"  # noqa: S608  our own names
        return [dict(zip(kolommen, rij, strict=True)) for rij in await self._ledger.query(sql, waarden)]

    async def _overleggen(self, delen: Sequence[Deel], zicht: Zicht, einde: str = "") -> list[Overlegbeeld]:
        punten = f"({OPEN}{'' if zicht.vertrouwelijk else ' AND p.vertrouwelijk = 0'}) AS open_punten"
        rijen = await self._zoek("overleggen", (*OVERLEG, punten), delen, einde)
        return [self._overleg({**rij, "open_punten": rij[punten]}) for rij in rijen]

    def _overleg(self, rij: dict[str, Any]) -> Overlegbeeld:
        wie = {wat: json.loads(rij[wat]) if rij[wat] else None for wat in ("aanwezig", "afwezig")}
        meer = {"deelnemers": json.loads(rij["deelnemers"]), "naam": self._naam(rij)}
        beeld = Overlegbeeld.model_validate({**rij, **wie, **meer})
        begonnen = beeld.status is Status.GEOPEND or beeld.aanvang <= self._klok()
        return beeld.model_copy(update={"nog_te_sluiten": begonnen and beeld.status not in AFGELOPEN})

    def _naam(self, rij: dict[str, Any]) -> str:
        profiel = self._profiel(rij["gemeente"])
        reeks = profiel.reeks(rij["reeks"]) if profiel else None
        return reeks.naam if reeks else str(rij["reeks"])

    def _profiel(self, gemeente: str) -> Profiel | None:
        return self._profielen.van(gemeente) if gemeente in self._profielen else None
