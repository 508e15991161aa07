"""Retention: what is over its term is erased, and a fact says what and how much. The melding stays, and counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from services.intake.application.contacten import Contacten
from services.intake.application.quarantaine import Quarantaine
from services.intake.application.schoonmaak import schrob_straks
from services.intake.application.verbergen import UseCase, wis_tekst
from services.intake.bewaartermijn import Termijn, termijn
from services.intake.kluis import Kluis
from services.intake.store import ALLE_CONTACTEN, verlopen
from services.intake.store.tekstregister import GESPREK, REDEN, TOELICHTING
from shared.contracts.elk import GegevensVernietigd
from shared.facts import Context
from shared.ledger import Ledger, Timer, Transaction, iso, timer_set
from shared.logs import logboek
from shared.profiel import Profiel, Profielen
from shared.profiel.schema.melder import Bewaarsoort

BEWAREN = "bewaren"
PER_KEER = 100
ELKE = timedelta(days=1)
WEES_NA = timedelta(hours=1)
"""A contact without a melding is one that is being taken now, or one whose taking was cut off."""
REDEN_TERMIJN = "de bewaartermijn is voorbij"
log = logboek(__name__)


@dataclass(frozen=True, slots=True)
class Bronnen:
    """Where data of people stands."""

    ledger: Ledger
    kluis: Kluis
    contacten: Contacten
    quarantaine: Quarantaine


class Bewaarder:
    """Looks once a day, and at once after a stop."""

    def __init__(self, bronnen: Bronnen, profielen: Profielen) -> None:
        self._bij, self._profielen = bronnen, profielen

    async def begin(self, context: Context) -> None:
        """See that there is a next time."""
        await self._bij.ledger.run(_eerste_keer, context)

    async def ruim_op(self, _: Timer, context: Context) -> None:
        """Erase all that is over; the next look is set when it is done.

        Raises:
            StoreUnavailable: not finished; the timer stays.
        """
        gewist = await self.wis(context)
        for soort, aantal in gewist.items():
            log.info("gewist na de bewaartermijn", soort=soort, aantal=aantal)
        await self._bij.ledger.run(_volgende_keer, context)

    async def wis(self, context: Context) -> dict[str, int]:
        """Erase all that is over and return how much of each kind."""
        gewist: dict[str, int] = {}
        for profiel in self._profielen.alle():
            for soort, aantal in (
                ("contact", await self._contacten(profiel, context)),
                ("toelichting", await self._teksten(profiel, "toelichting", (TOELICHTING, REDEN), context)),
                ("gesprek", await self._teksten(profiel, "gesprek", (GESPREK, GESPREK), context)),
                ("volgcode", await self._volgcodes(profiel, context)),
            ):
                gewist[soort] = gewist.get(soort, 0) + aantal
        gewist["quarantaine"] = await self._quarantaine(context)
        gewist["wees"] = await self._wezen(context)
        return {soort: aantal for soort, aantal in gewist.items() if aantal}

    async def _contacten(self, profiel: Profiel, context: Context) -> int:
        vraag = _grenzen(profiel, "contact", context.op)
        gewist = 0
        while rijen := await self._bij.ledger.query(verlopen.CONTACT, (*vraag, PER_KEER)):
            for (melding_id,) in rijen:
                await self._bij.contacten.wis(UUID(melding_id), reden=REDEN_TERMIJN, context=context)
            gewist += len(rijen)
        return gewist

    async def _teksten(self, profiel: Profiel, soort: Bewaarsoort, hierbij: tuple[str, str], context: Context) -> int:
        gemeente, *grenzen = _grenzen(profiel, soort, context.op)
        regel, gewist = termijn(profiel, soort).regel, 0
        while rijen := await self._bij.ledger.query(verlopen.TEKST, (gemeente, *hierbij, *grenzen, PER_KEER)):
            await self._bij.ledger.run(_wis_teksten(rijen, regel), context)
            gewist += len(rijen)
        return gewist

    async def _volgcodes(self, profiel: Profiel, context: Context) -> int:
        vraag, gewist = _grenzen(profiel, "volgcode", context.op), 0
        regel = termijn(profiel, "volgcode").regel
        while rijen := await self._bij.ledger.query(verlopen.VOLGCODE, (*vraag, PER_KEER)):
            zegels = [zegel for (zegel,) in rijen]
            await self._bij.ledger.run(_wis_volgcodes(zegels, profiel.gemeente.code, regel), context)
            gewist += len(rijen)
        return gewist

    async def _quarantaine(self, context: Context) -> int:
        """A message of a municipality that nobody serves is kept for the shortest term."""
        kortst = min(termijn(profiel, "quarantaine").duur for profiel in self._profielen.alle())
        vraag, gewist = (iso(context.op - kortst), PER_KEER), 0
        while rijen := await self._bij.ledger.query(verlopen.QUARANTAINE, vraag):
            for (apart_id,) in rijen:
                await self._bij.ledger.run(self._bij.quarantaine.vernietig(UUID(apart_id)), context)
            await self._bij.ledger.run(schrob_straks, context)
            gewist += len(rijen)
        return gewist

    async def _wezen(self, context: Context) -> int:
        oud = await self._bij.kluis.nummers(context.op - WEES_NA)
        bekend = {UUID(nummer) for (nummer,) in await self._bij.ledger.query(ALLE_CONTACTEN)}
        wezen = [nummer for nummer in oud if nummer not in bekend]
        for nummer in wezen:
            await self._bij.kluis.vernietig(nummer, context, schrob=False)
        if wezen:
            await self._bij.ledger.run(schrob_straks, context)
        return len(wezen)


def _grenzen(profiel: Profiel, soort: Bewaarsoort, op: datetime) -> tuple[str, str, str]:
    gevonden: Termijn = termijn(profiel, soort)
    einde = gevonden.beeindigd_voor(op)
    return profiel.gemeente.code, iso(gevonden.ontvangen_voor(op)), iso(einde) if einde else ""


def _wis_teksten(rijen: Sequence[tuple[str, str]], regel: str) -> UseCase:
    def use_case(tx: Transaction) -> None:
        for zegel, melding_id in rijen:
            wis_tekst(tx, UUID(melding_id), zegel, reden=REDEN_TERMIJN, regel=regel)

    return use_case


def _wis_volgcodes(zegels: Sequence[str], gemeente: str, regel: str) -> UseCase:
    def use_case(tx: Transaction) -> None:
        for zegel in zegels:
            tx.execute("DELETE FROM volgcodes WHERE zegel = ?", (zegel,))
        feit = GegevensVernietigd(
            gemeente=gemeente, soort="volgcode", reden=REDEN_TERMIJN, aantal=len(zegels), regel=regel
        )
        tx.append(uuid4(), feit)
        schrob_straks(tx)

    return use_case


def _eerste_keer(tx: Transaction) -> None:
    if not tx.query("SELECT id FROM timers WHERE id = ?", (BEWAREN,)):
        tx.execute(*timer_set(BEWAREN, BEWAREN, tx.op, {}, los=True))


def _volgende_keer(tx: Transaction) -> None:
    tx.execute(*timer_set(BEWAREN, BEWAREN, tx.op + ELKE, {}, los=True))
