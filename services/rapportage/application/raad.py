"""Reports to the council (KN-inleiding, KN-besluit-2)."""

from datetime import datetime

from services.rapportage.application.evalueren import Evaluatiedienst
from services.rapportage.application.indicatoren import Indicatorendienst
from services.rapportage.application.publicatie import Publicatie
from services.rapportage.application.uitgeven import Uitgever
from services.rapportage.openbaar import Kwartaal, als_csv, lees_csv
from services.rapportage.plek import Plek
from services.rapportage.verslagen import raad as r
from services.rapportage.verslagen.verslag import regels_van
from services.rapportage.week import begin, lees_peildatum


class Raadsdienst:
    """Makes them from what was published, and from imported figures."""

    def __init__(self, uitgever: Uitgever, indicatoren: Indicatorendienst, evaluatie: Evaluatiedienst) -> None:
        self._uitgever, self._indicatoren, self._evaluatie = uitgever, indicatoren, evaluatie

    async def verslag(
        self,
        plek: Plek,
        nu: datetime,
        *,
        soort: r.Soort = "jaar",
        jaar: str | None = None,
        peildatum: str | None = None,
        ook_ongepubliceerd: bool = False,
    ) -> r.Raadsverslag:
        """Report on a year or on the policy.

        `ook_ongepubliceerd`: for who publishes: with the tables of quarters that are over, as publishing would show.

        Raises:
            OngeldigeInvoer: see `opzet`; an unreadable peildatum, or one to come.
        """
        moment = lees_peildatum(peildatum, nu, plek.zone)
        opzet = r.opzet(soort, plek.profiel, moment.astimezone(plek.zone).date(), jaar)
        sinds = await self._evaluatie.gemeten_sinds(plek, moment)
        voorbij = [
            een
            for een in r.kwartalen_in(opzet.periode, moment, plek.zone)
            if sinds and een.tot > begin(sinds, plek.zone)
        ]
        tabellen = [tabel for een in voorbij if (tabel := await self._tabel(plek, een, moment, ook_ongepubliceerd))]
        beeld = await self._indicatoren.indicatoren(
            plek.profiel, nu, afgeschermd=True, peildatum=moment.isoformat(), jaar=opzet.periode.tot.year
        )
        getoond = {tabel.kwartaal for tabel in tabellen}
        return r.Raadsverslag(
            **plek.kop(moment, beeld.gelezen),
            gemeente_naam=plek.profiel.gemeente.naam,
            soort=soort,
            titel=opzet.titel,
            regels=regels_van(plek.profiel),
            van=opzet.periode.van,
            tot=opzet.periode.tot,
            volledig=opzet.periode.einde <= moment,
            gepland_op=opzet.gepland_op,
            kleinste_getal=plek.profiel.publicatie.kleinste_getal,
            kwartalen=tuple(tabellen),
            per_kwartaal=r.naast_elkaar(tabellen),
            niet_gepubliceerd=tuple(een.code for een in voorbij if een.code not in getoond),
            indicatoren=beeld,
        )

    async def _tabel(
        self, plek: Plek, kwartaal: Kwartaal, moment: datetime, ook_ongepubliceerd: bool
    ) -> r.Kwartaaltabel | None:
        gepubliceerd = await self._gepubliceerd(plek, kwartaal, moment)
        if gepubliceerd:
            return _vorm(kwartaal, gepubliceerd.op, gepubliceerd.afgerond_op, gepubliceerd.rijen)
        if not ook_ongepubliceerd:
            return None
        tabel = await self._uitgever.voorbeeld(plek, kwartaal.code, moment)
        return _vorm(kwartaal, None, plek.profiel.publicatie.afronden_op, lees_csv(als_csv(tabel)))

    async def _gepubliceerd(self, plek: Plek, kwartaal: Kwartaal, moment: datetime) -> Publicatie | None:
        for een in await self._uitgever.alles():
            if (een.gemeente, een.locatie) == plek.sleutel and een.periode == kwartaal.code and een.op <= moment:
                return een
        return None


def _vorm(kwartaal: Kwartaal, op: datetime | None, afgerond_op: int | None, rijen: list[list[str]]) -> r.Kwartaaltabel:
    vast = tuple(tuple(rij) for rij in rijen)
    return r.Kwartaaltabel(kwartaal=kwartaal.code, gepubliceerd_op=op, afgerond_op=afgerond_op, rijen=vast)
