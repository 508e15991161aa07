"""The evaluation of the first quarter, ready on the day (LVS-0.5, LVS-1.3)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from services.rapportage.application.verloop import Verloopdienst
from services.rapportage.doelen.bril import ALLES
from services.rapportage.doelen.cijferreeks import reeksen
from services.rapportage.doelen.indicatoren import Reeksbeeld, cijfers
from services.rapportage.kenmerken import cellen, klok
from services.rapportage.plek import Kijker, Plek
from services.rapportage.store import Cijfervragen, Vragen, Weekvragen, Zaakvragen
from services.rapportage.tellen import Cel, is_incident, is_melding
from services.rapportage.verloop.periode import Periode, lees_periode
from services.rapportage.verslagen import evaluatie as e
from services.rapportage.week import lees_peildatum
from services.rapportage.woorden import maatregelnaam, woorden
from shared.ledger import Ledger


class Evaluatiedienst:
    """Makes the evaluation from the views alone: nothing has to be prepared for it."""

    def __init__(self, ledger: Ledger, verloop: Verloopdienst) -> None:
        self._vragen, self._zaken, self._verloop = Vragen(ledger), Zaakvragen(ledger), verloop
        self._cijfers, self._week = Cijfervragen(ledger), Weekvragen(ledger)

    async def evaluatie(self, plek: Plek, kijker: Kijker, nu: datetime, *, peildatum: str | None = None) -> e.Evaluatie:
        """Evaluate the first quarter after arrival; where the profile has no date of arrival the last thirteen weeks.

        Raises:
            OngeldigeInvoer: an unreadable peildatum, or one to come.
        """
        moment = lees_peildatum(peildatum, nu, plek.zone)
        periode = e.eerste_kwartaal(plek) or lees_periode(None, None, moment, plek.zone)
        beeld = await self.over(plek, kijker, periode, moment)
        return e.Evaluatie(**beeld, regels=e.REGELS, aankomst=plek.locatie.eerste_bewoners_op)

    async def over(self, plek: Plek, kijker: Kijker, periode: Periode, moment: datetime) -> dict[str, Any]:
        """Return what every report about a period says: the fields of `Periodeverslag`, without its rules."""
        gelezen = await self._vragen.gelezen()
        alle = await self.cellen(plek, periode, moment)
        lijsten = woorden(plek.profiel)
        weken = e.weken(periode, alle, moment, lijsten)
        sinds = await self.gemeten_sinds(plek, moment)
        heel = e.trendweken(weken, sinds)
        verloop = await self._verloop.verlopen(plek, kijker, periode, moment)
        return {
            **plek.kop(moment, gelezen),
            "van": periode.van,
            "tot": periode.tot,
            "volledig": periode.einde <= moment,
            "gemeten_sinds": sinds,
            "weken": weken,
            "meldingen": e.telbeeld(alle, is_melding, [week.meldingen for week in heel], lijsten),
            "incidenten": e.telbeeld(alle, is_incident, [week.incidenten for week in heel], lijsten),
            "doorlooptijden_meldingen": verloop[0],
            "doorlooptijden_incidenten": verloop[1],
            "afspraken": await self._afspraken(plek, kijker, periode, moment) if kijker.zicht.overleg else None,
            "maatregelen": await self._maatregelen(plek, kijker, periode, moment) if kijker.zicht.maatregelen else None,
            "kanttekening_maatregelen": e.KANTTEKENING,
            "cijfers": await self._van_gemeente(plek, moment) if kijker.zicht.indicatoren else None,
        }

    async def gemeten_sinds(self, plek: Plek, moment: datetime) -> date | None:
        """Say since which day a nought means that nothing happened: since it opened, or the first that was reported."""
        eerste = await self._week.gemeten_sinds(plek.sleutel, moment)
        dagen = (plek.locatie.geopend_op, eerste.astimezone(plek.zone).date() if eerste else None)
        return min((dag for dag in dagen if dag), default=None)

    async def cellen(self, plek: Plek, periode: Periode, moment: datetime) -> list[Cel]:
        """Return what happened within a period, by the weeks and the months that its reports count."""
        uren = await self._vragen.uren(plek.sleutel, periode.begin, periode.einde, moment)
        return cellen(uren, e.grenzen(periode), e.WAARNAAR)

    async def _van_gemeente(self, plek: Plek, moment: datetime) -> tuple[Reeksbeeld, ...]:
        return cijfers(plek.profiel, reeksen(await self._cijfers.cijfers(plek.sleutel[0], moment)), ALLES)

    async def _afspraken(self, plek: Plek, kijker: Kijker, periode: Periode, moment: datetime) -> e.Afsprakenbeeld:
        alle = await self._zaken.afspraken(plek.sleutel[0], kijker.dekt(plek), periode.begin, periode.einde, moment)
        return e.afspraken(alle, moment)

    async def _maatregelen(
        self, plek: Plek, kijker: Kijker, periode: Periode, moment: datetime
    ) -> tuple[e.Maatregelbeeld, ...]:
        alle = await self._zaken.maatregelen(plek.sleutel[0], kijker.dekt(plek), periode.einde, moment)
        gekozen = [maatregel for maatregel in alle if e.telt_mee(maatregel, periode)]
        rondom = await self._rondom(plek, gekozen, moment)
        return tuple(e.rondom(een, maatregelnaam(plek.profiel, een.soort), rondom, moment) for een in gekozen)

    async def _rondom(self, plek: Plek, maatregelen: Sequence[e.Maatregel], moment: datetime) -> Sequence[Cel]:
        if not maatregelen:
            return ()
        van = min(een.ingaande for een in maatregelen) - e.ROND
        tot = min(moment, max((een.einde or moment) for een in maatregelen) + e.ROND)
        return klok(await self._vragen.uren(plek.sleutel, van, tot, moment))
