"""The report over a quarter or a year (LV-2, KN-inleiding)."""

from datetime import datetime

from services.rapportage.application.evalueren import Evaluatiedienst
from services.rapportage.application.indicatoren import Indicatorendienst
from services.rapportage.doelen.indicatoren import Indicatoren
from services.rapportage.plek import Kijker, Plek
from services.rapportage.tellen import is_incident, is_melding
from services.rapportage.verloop.periode import Periode
from services.rapportage.verslagen import verslag as v
from services.rapportage.verslagen.evaluatie import som
from services.rapportage.week import lees_peildatum
from services.rapportage.woorden import woorden


class Verslagdienst:
    """Makes it from the views alone, as the evaluation is."""

    def __init__(self, evaluatie: Evaluatiedienst, indicatoren: Indicatorendienst) -> None:
        self._evaluatie, self._indicatoren = evaluatie, indicatoren

    async def verslag(
        self,
        plek: Plek,
        kijker: Kijker,
        nu: datetime,
        *,
        soort: v.Soort = "kwartaal",
        periode: str | None = None,
        peildatum: str | None = None,
    ) -> v.Verslag:
        """Report on a quarter or a year.

        Raises:
            OngeldigeInvoer: an unreadable peildatum or period, or one to come.
        """
        moment = lees_peildatum(peildatum, nu, plek.zone)
        code, dagen = v.lees_verslagperiode(soort, periode, moment, plek.zone)
        beeld = await self._evaluatie.over(plek, kijker, dagen, moment)
        cellen = await self._evaluatie.cellen(plek, dagen, moment)
        met_indicatoren = soort == "jaar" and kijker.zicht.indicatoren
        return v.Verslag(
            **beeld,
            regels=v.regels_van(plek.profiel),
            soort=soort,
            periode=code,
            maanden=v.maanden(dagen, cellen, moment, woorden(plek.profiel), beeld["gemeten_sinds"]),
            ervoor=await self._ervoor(plek, soort, dagen, moment),
            indicatoren=await self._van_gemeente(plek, nu, moment) if met_indicatoren else None,
        )

    async def _ervoor(self, plek: Plek, soort: v.Soort, dagen: Periode, moment: datetime) -> v.Ervoor | None:
        code, eerder = v.ervoor(soort, dagen)
        cellen = await self._evaluatie.cellen(plek, eerder, moment)
        meldingen = som(cel for cel in cellen if is_melding(cel))
        incidenten = som(cel for cel in cellen if is_incident(cel))
        return v.Ervoor(periode=code, meldingen=meldingen, incidenten=incidenten) if cellen else None

    async def _van_gemeente(self, plek: Plek, nu: datetime, moment: datetime) -> Indicatoren:
        peildatum = moment.isoformat()
        return await self._indicatoren.indicatoren(plek.profiel, nu, hele_getallen=True, peildatum=peildatum)
