"""What waits for somebody at overleg: its part of the start page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.overleg.application import Inzage, Naslag
from services.overleg.application.overzicht import Afspraakvraag, Overzicht
from services.overleg.application.zicht import Zicht
from services.overleg.beelden import Overlegbeeld
from services.overleg.overleg import TE_HOUDEN, Status
from services.overleg.store.filters import Maatregelvraag, Vraag
from services.overleg.vormen.bevoegd import beslisser, ziet
from services.overleg.vormen.partij import REGIE, eigen
from services.overleg.werkbeelden import Afspraakbeeld, Berichtbeeld
from shared.profiel import Profielen
from shared.taken import Soort, Taak, geteld
from shared.web import Wie, mag

EEN_WEEK = timedelta(days=7)
LOOPT_AF = timedelta(days=14)
ZONDER = 100
"""More meldingen without a meeting are not counted for the start page."""


@dataclass(frozen=True, slots=True)
class Overlegtaken:
    """Asks what waits, as far as this role does it and may see it."""

    profielen: Profielen
    inzage: Inzage
    overzicht: Overzicht
    naslag: Naslag

    async def __call__(self, lezer: Wie, nu: datetime) -> Sequence[Taak]:
        """Give the tasks of this reader."""
        zicht, taken = ziet(self.profielen, lezer), list[Taak]()
        if mag(lezer, "overleg.lezen"):
            taken += await self._overleggen(lezer, zicht, nu)
        if mag(lezer, "overleg.sluiten"):
            taken += await self._te_sluiten(zicht, nu)
        if mag(lezer, "afspraak.afronden"):
            taken += await self._afspraken(lezer, zicht, nu)
        if mag(lezer, "berichten.lezen"):
            taken += await self._berichten(lezer, zicht)
        if mag(lezer, "maatregel.opleggen"):
            taken += await self._maatregelen(lezer, zicht, nu)
        return taken

    async def _overleggen(self, lezer: Wie, zicht: Zicht, nu: datetime) -> Iterable[Taak]:
        komend = await self.inzage.overleggen(Vraag(vanaf=nu, tot=nu + EEN_WEEK), zicht)
        beslist = [each for each in komend if self._beslist(lezer, each)]
        bereidt_voor = mag(lezer, "overleg.voorbereiden")
        eerste = await self.inzage.geteld(_eerste(komend), zicht)
        voorstellen = [_voorstel(overleg) for overleg in beslist]
        return [*voorstellen, *(_overleg(each, bereidt_voor=bereidt_voor) for each in eerste if each not in beslist)]

    def _beslist(self, lezer: Wie, overleg: Overlegbeeld) -> bool:
        """Whether it waits for this reader to say if it goes on (LVS-1.6)."""
        if overleg.status is not Status.VOORGESTELD or not mag(lezer, "voorstel.beslissen"):
            return False
        return lezer.rol is beslisser(self.profielen, overleg)

    async def _te_sluiten(self, zicht: Zicht, nu: datetime) -> Iterable[Taak]:
        voorbij = await self.inzage.overleggen(Vraag(te_sluiten=nu, met_punten=True), zicht)
        zonder = await self.inzage.zonder_overleg(zicht, hoogstens=ZONDER)
        pad = f"/overleg/{voorbij[0].overleg_id}" if len(voorbij) == 1 else "/overleg"
        uitleg = "Wat op de agenda staat, wacht tot iemand het overleg sluit."
        sinds = min((een.aanvang for een in voorbij if een.aanvang <= nu), default=None)
        return (
            *geteld(
                len(voorbij), "Sluit een overleg dat al begon", pad, soort=Soort.NU, sinds=sinds, toelichting=uitleg
            ),
            *geteld(len(zonder), "Zoek een overleg voor meldingen zonder overleg", "/overleg"),
        )

    async def _afspraken(self, lezer: Wie, zicht: Zicht, nu: datetime) -> Iterable[Taak]:
        codes = eigen(self.profielen, lezer)
        gevonden = [
            afspraak
            for status in ("te-laat", "open")
            for afspraak in await self.overzicht.afspraken(Afspraakvraag(status=status), zicht, codes, nu)
            if afspraak.wie in codes or lezer.rol in REGIE
        ]
        laat = [afspraak for afspraak in gevonden if afspraak.status == "te-laat"]
        straks = [a for a in gevonden if a.status == "open" and a.uiterlijk <= nu + EEN_WEEK and a.wie in codes]
        wat = "Kijk naar afspraken die te laat zijn" if lezer.rol in REGIE else "Kom een afspraak na die te laat is"
        return (
            *_afspraken(laat, wat, "te-laat", Soort.NU),
            *_afspraken(straks, "Kom uw afspraken van deze week na", "open", Soort.DOEN),
        )

    async def _berichten(self, lezer: Wie, zicht: Zicht) -> Iterable[Taak]:
        ook_concepten = not mag(lezer, "bericht.raadplegen")
        return [
            taak
            for bericht in await self.overzicht.berichten(zicht, ook_concepten=ook_concepten)
            for taak in _bericht(bericht, lezer)
        ]

    async def _maatregelen(self, lezer: Wie, zicht: Zicht, nu: datetime) -> Iterable[Taak]:
        lopend = await self.naslag.maatregelen(Maatregelvraag(loopt_op=nu), zicht)
        return [
            Taak(
                f"Beslis over een maatregel die afloopt: {een.naam}",
                f"/maatregelen/{een.maatregel_id}",
                uiterlijk=een.eindigt,
                gebeurt_dan="Loopt af",
            )
            for een in lopend
            if een.eindigt is not None and een.eindigt <= nu + LOOPT_AF and een.bevoegd_gezag == lezer.rol
        ]


def _eerste(komend: Iterable[Overlegbeeld]) -> Iterator[Overlegbeeld]:
    """Of each series at each place the first: the next one is for next week."""
    gezien: set[tuple[str, str, str]] = set()
    for overleg in komend:
        reeks = (overleg.gemeente, overleg.reeks, overleg.locatie)
        if overleg.status in TE_HOUDEN and reeks not in gezien:
            gezien.add(reeks)
            yield overleg


def _voorstel(overleg: Overlegbeeld) -> Taak:
    wat, pad = f"Beslis of dit doorgaat: {overleg.naam}", f"/overleg/{overleg.overleg_id}"
    return Taak(wat, pad, uiterlijk=overleg.aanvang, gebeurt_dan="Begint", toelichting=overleg.reden)


def _overleg(overleg: Overlegbeeld, *, bereidt_voor: bool) -> Taak:
    aantal = {0: "Nog geen punten", 1: "1 punt"}.get(overleg.open_punten, f"{overleg.open_punten} punten")
    wat = f"Bereid voor: {overleg.naam}" if bereidt_voor else f"Lees de agenda: {overleg.naam}"
    soort = Soort.DOEN if bereidt_voor else Soort.WETEN
    pad, punten = f"/overleg/{overleg.overleg_id}", f"{aantal} op de agenda."
    return Taak(wat, pad, soort=soort, uiterlijk=overleg.aanvang, gebeurt_dan="Begint", toelichting=punten)


def _afspraken(afspraken: Sequence[Afspraakbeeld], wat: str, status: str, soort: Soort) -> Sequence[Taak]:
    if len(afspraken) == 1:
        een = afspraken[0]
        return (Taak(wat, f"/afspraken/{een.afspraak_id}", 1, soort, uiterlijk=een.uiterlijk, toelichting=een.wat),)
    eerst = min((afspraak.uiterlijk for afspraak in afspraken), default=None)
    return geteld(len(afspraken), wat, f"/afspraken?status={status}", soort=soort, uiterlijk=eerst)


def _bericht(bericht: Berichtbeeld, lezer: Wie) -> Iterator[Taak]:
    """Whose turn it is with a message (LVS-4)."""
    pad, wat = f"/berichten/{bericht.bericht_id}", bericht.onderwerp
    wacht = set(bericht.nog_niet_gehoord)
    match bericht.stap:
        case "voorgelegd" if str(lezer.rol) in wacht and mag(lezer, "bericht.raadplegen"):
            yield Taak("Zeg of een bericht zo naar buiten kan", pad, sinds=bericht.voorgelegd_op, toelichting=wat)
        case "voorgelegd" if not wacht and mag(lezer, "bericht.goedkeuren"):
            yield Taak("Keur een bericht goed", pad, sinds=bericht.voorgelegd_op, toelichting=wat)
        case "goedgekeurd" if mag(lezer, "bericht.publiceren"):
            yield Taak("Publiceer een bericht", pad, sinds=bericht.goedgekeurd_op, toelichting=wat)
        case "concept" if mag(lezer, "bericht.opstellen"):
            yield Taak("Leg een bericht voor", pad, sinds=bericht.opgesteld_op, toelichting=wat)
        case _:
            return
