"""Reports to the council (KN-inleiding, KN-besluit-2)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from services.rapportage.application.evalueren import Evaluatiedienst
from services.rapportage.application.indicatoren import Indicatorendienst
from services.rapportage.application.publicatie import Publicatie
from services.rapportage.application.uitgeven import Uitgever
from services.rapportage.openbaar import Kwartaal, als_csv, lees_csv, ligging, zoals_nu
from services.rapportage.plek import Kijker, Plek
from services.rapportage.verloop.periode import Periode
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
        kijker: Kijker,
        nu: datetime,
        *,
        soort: r.Soort = "jaar",
        jaar: str | None = None,
        peildatum: str | None = None,
    ) -> r.Raadsverslag:
        """Report on a year or on the policy.

        Who publishes also sees the tables of quarters that are over, as publishing would show them.

        Raises:
            OngeldigeInvoer: see `opzet`; an unreadable peildatum, or one to come.
        """
        moment = lees_peildatum(peildatum, nu, plek.zone)
        opzet = r.opzet(soort, plek.profiel, moment.astimezone(plek.zone).date(), jaar)
        voorbij = await self._voorbij(plek, opzet.periode, moment)
        tabellen = await self._tabellen(plek, kijker, voorbij, moment)
        beeld = await self._indicatoren.indicatoren(
            plek.profiel, nu, hele_getallen=False, peildatum=moment.isoformat(), jaar=opzet.periode.tot.year
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

    async def _voorbij(self, plek: Plek, periode: Periode, moment: datetime) -> list[Kwartaal]:
        sinds = await self._evaluatie.gemeten_sinds(plek, moment)
        kwartalen = r.kwartalen_in(periode, moment, plek.zone)
        return [een for een in kwartalen if sinds and een.tot > begin(sinds, plek.zone)]

    async def _tabellen(
        self, plek: Plek, kijker: Kijker, voorbij: Sequence[Kwartaal], moment: datetime
    ) -> list[r.Kwartaaltabel]:
        bekend = await self._uitgever.bekend(plek, moment)
        if kijker.zicht.publiceert:
            return [await self._voorbeeld(plek, een, bekend, moment) for een in voorbij]
        return [_vorm(plek, een, bekend[een.code]) for een in voorbij if een.code in bekend]

    async def _voorbeeld(
        self, plek: Plek, kwartaal: Kwartaal, bekend: Mapping[str, Publicatie], moment: datetime
    ) -> r.Kwartaaltabel:
        if gepubliceerd := bekend.get(kwartaal.code):
            return _vorm(plek, kwartaal, gepubliceerd)
        tabel = await self._uitgever.voorbeeld(plek, kwartaal.code, moment)
        rijen = tuple(map(tuple, lees_csv(als_csv(tabel))))
        return _tabel(plek, kwartaal, None, plek.profiel.publicatie.afronden_op, rijen)


def _vorm(plek: Plek, kwartaal: Kwartaal, een: Publicatie) -> r.Kwartaaltabel:
    return _tabel(plek, kwartaal, een.op, een.afgerond_op, tuple(map(tuple, lees_csv(zoals_nu(een.tabel)))))


def _tabel(
    plek: Plek, kwartaal: Kwartaal, op: datetime | None, afgerond_op: int | None, rijen: tuple[r.Rij, ...]
) -> r.Kwartaaltabel:
    return r.Kwartaaltabel(
        kwartaal=kwartaal.code,
        opening=ligging(kwartaal.code, plek.locatie.geopend_op),
        gepubliceerd_op=op,
        afgerond_op=afgerond_op,
        rijen=rijen,
    )
