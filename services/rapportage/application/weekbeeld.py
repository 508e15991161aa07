"""Making the picture of a week from the views (LVS-2.1)."""

from asyncio import gather
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.rapportage import tellen, toestand
from services.rapportage.application.overlegbeeld import Overlegbeeld
from services.rapportage.beeld import LopendeMaatregel, OpenEscalatie
from services.rapportage.kenmerken import Uren, cellen, verdeel, waar
from services.rapportage.plek import Kijker, Plek
from services.rapportage.store import Vragen, Weekvragen
from services.rapportage.tellen import Geteld
from services.rapportage.week import Week, lees_peildatum, lees_week, week_van
from services.rapportage.weekbeelden.drempelstand import LANGST, Drempelstand, drempelstanden, grenzen, kijken_naar
from services.rapportage.weekbeelden.uitsnede import lees_uitsnede
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from services.rapportage.weekbeelden.weekrijen import weken
from services.rapportage.woorden import maatregelnaam, woorden
from shared.ledger import Ledger


@dataclass(frozen=True)
class _Vraag:
    plek: Plek
    kijker: Kijker
    week: Week
    moment: datetime


class Weekmaker:
    """Makes it. Dates come in as text: the profile knows their zone."""

    def __init__(self, ledger: Ledger) -> None:
        self._vragen, self._week, self._overleg = Vragen(ledger), Weekvragen(ledger), Overlegbeeld(ledger)

    async def weekbeeld(
        self,
        plek: Plek,
        kijker: Kijker,
        nu: datetime,
        *,
        peildatum: str | None = None,
        week: str | None = None,
        **uitsnede: str | None,
    ) -> Weekbeeld:
        """Make the picture of the week of `peildatum`, or of `week` with what was known at `peildatum` (LVS-2.1).

        `uitsnede`: what the counts are limited to; what is open, in force or agreed is told whole.

        Raises:
            OngeldigeInvoer: an unreadable date, week or choice, or a date to come.
        """
        moment = lees_peildatum(peildatum, nu, plek.zone)
        gekozen = lees_week(week, plek.zone, moment) if week else week_van(moment, plek.zone)
        snede = lees_uitsnede(uitsnede, woorden(plek.profiel), plek.gebieden)
        vraag = _Vraag(plek, kijker, gekozen, moment)
        gelezen = await self._vragen.gelezen()  # first: what it names is in the picture, whatever arrives meanwhile
        uren, sinds, open_, maatregelen, overleg = await gather(  # the store answers them beside each other
            self._uren(vraag),
            self._week.gemeten_sinds(plek.sleutel, moment),
            self._escalaties(vraag),
            self._maatregelen(vraag),
            self._overleg.stand(plek, kijker, gekozen, moment),
        )
        geteld = verdeel(gekozen, waar(uren, snede.past) if snede.gekozen() else uren, sinds)
        return Weekbeeld(
            **plek.kop(moment, gelezen),
            uitsnede=snede,
            **_tellingen(geteld, plek, moment),
            escalaties=open_,
            drempels=await self._drempels(vraag, uren, open_) if kijker.zicht.drempels else None,
            maatregelen=maatregelen,
            **overleg,
        )

    async def escalaties(self, plek: Plek, kijker: Kijker, moment: datetime) -> tuple[OpenEscalatie, ...]:
        """Return the escalations that are open, the longest open first."""
        open_ = toestand.escalaties(await self._vragen.escalatiemomenten(plek.sleutel[0], kijker.dekt(plek), moment))
        return tuple(zaak.model_copy(update={"naam": plek.profiel.drempelnaam(zaak.drempel)}) for zaak in open_)

    async def maatregelen(self, plek: Plek, kijker: Kijker, moment: datetime) -> tuple[LopendeMaatregel, ...]:
        """Return the measures in force, the first to end on top."""
        lopend = toestand.lopend(await self._vragen.maatregelen(plek.sleutel[0], kijker.dekt(plek), moment), moment)
        return tuple(m.model_copy(update={"naam": maatregelnaam(plek.profiel, m.soort)}) for m in lopend)

    async def _escalaties(self, vraag: _Vraag) -> tuple[OpenEscalatie, ...] | None:
        mag = vraag.kijker.zicht.escalaties
        return await self.escalaties(vraag.plek, vraag.kijker, vraag.moment) if mag else None

    async def _maatregelen(self, vraag: _Vraag) -> tuple[LopendeMaatregel, ...] | None:
        mag = vraag.kijker.zicht.maatregelen
        return await self.maatregelen(vraag.plek, vraag.kijker, vraag.moment) if mag else None

    async def _uren(self, vraag: _Vraag) -> Uren:
        """Read the weeks that are compared: this one with those before it, and the one of a year ago."""
        week, plek = vraag.week, vraag.plek.sleutel
        toen, eerste = week.jaar_eerder(), tellen.weken_ervoor(week)[-1]
        lang_geleden, pas = await gather(
            self._vragen.uren(plek, toen.van, toen.tot, vraag.moment),
            self._vragen.uren(plek, eerste.van, week.tot, vraag.moment),
        )
        return [*lang_geleden, *pas]

    async def _drempels(
        self, vraag: _Vraag, gelezen: Uren, open_: Sequence[OpenEscalatie] | None
    ) -> tuple[Drempelstand, ...]:
        """Count up to the peildatum: of the week that runs then, what is needed was read already."""
        plek, moment = vraag.plek, vraag.moment
        nu_getoond = vraag.week.van <= moment < vraag.week.tot
        uren = gelezen if nu_getoond else await self._vragen.uren(plek.sleutel, moment - LANGST, moment, moment)
        codes = None if open_ is None else {zaak.drempel for zaak in open_}
        drempels = plek.profiel.drempels
        geteld = cellen(uren, grenzen(drempels, moment), kijken_naar(drempels))
        return drempelstanden(drempels, plek.locatie.code, geteld, moment, codes)


def _tellingen(geteld: Geteld, plek: Plek, moment: datetime) -> dict[str, Any]:
    lijsten, week, gebieden = woorden(plek.profiel), geteld.week, plek.gebieden
    return {
        "deze_week": tellen.weekvak(week, moment),
        "vorige_week": tellen.weekvak(week.vorige(), moment),
        **weken(geteld, moment),
        "meldingen": tellen.meldingen(geteld, lijsten, gebieden),
        "incidenten": tellen.incidenten(geteld, lijsten, gebieden),
        "per_dag": tellen.per_dag(geteld),
        "per_uur": tellen.per_uur(geteld),
        "zonder_uur": tellen.zonder_uur(geteld),
    }
