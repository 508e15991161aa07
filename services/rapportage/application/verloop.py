"""How meldingen of a period went on, and what that says."""

from datetime import datetime

from services.rapportage.plek import Kijker, Plek
from services.rapportage.store import Staatvragen, Verloopvragen, Vragen
from services.rapportage.vandaag import bespreekt
from services.rapportage.verloop import kwaliteit as k
from services.rapportage.verloop.doorlooptijden import Blik, Doorlooptijden, verloop
from services.rapportage.verloop.periode import Periode, lees_periode
from services.rapportage.verloop.stappen import KLEINSTE, Verloop
from services.rapportage.week import lees_peildatum
from services.rapportage.woorden import woorden
from shared.ledger import Ledger

BESPREEKREGEL = "LVS-2.4"
"""Where the profile names no series that discusses meldingen: none may fall through all the same."""


class Verloopdienst:
    """The use cases over a period. Dates come in as text: the profile knows their zone."""

    def __init__(self, ledger: Ledger) -> None:
        self._verloop, self._vragen, self._staten = Verloopvragen(ledger), Vragen(ledger), Staatvragen(ledger)

    async def doorlooptijden(
        self,
        plek: Plek,
        kijker: Kijker,
        nu: datetime,
        *,
        van: str | None = None,
        tot: str | None = None,
        peildatum: str | None = None,
    ) -> Doorlooptijden:
        """Tell how long each step took for what was received within a period.

        Raises:
            OngeldigeInvoer: an unreadable date, a peildatum to come, or a period the wrong way round.
        """
        moment = lees_peildatum(peildatum, nu, plek.zone)
        periode = lees_periode(van, tot, moment, plek.zone)
        gelezen = await self._vragen.gelezen()
        meldingen, incidenten = await self.verlopen(plek, kijker, periode, moment)
        return Doorlooptijden(
            **plek.kop(moment, gelezen),
            van=periode.van,
            tot=periode.tot,
            kleinste_aantal=KLEINSTE,
            meldingen=meldingen,
            incidenten=incidenten,
        )

    async def kwaliteit(
        self,
        plek: Plek,
        kijker: Kijker,
        nu: datetime,
        *,
        van: str | None = None,
        tot: str | None = None,
        peildatum: str | None = None,
    ) -> k.Kwaliteit:
        """Tell how good the figures are of what was received within a period; everybody who reads it sees the same.

        Raises:
            OngeldigeInvoer: an unreadable date, a peildatum to come, or a period the wrong way round.
        """
        moment = lees_peildatum(peildatum, nu, plek.zone)
        periode = lees_periode(van, tot, moment, plek.zone)
        gelezen = await self._vragen.gelezen()
        alles = await self._staten.staten(plek.sleutel, periode.begin, periode.einde, moment)
        return k.Kwaliteit(
            **plek.kop(moment, gelezen),
            van=periode.van,
            tot=periode.tot,
            systeem_stil=await self._staten.systeem_stil(plek.sleutel, moment),
            **k.gewogen(alles, woorden(plek.profiel).kanaal, min(moment, periode.einde)),
        )

    async def verlopen(self, plek: Plek, kijker: Kijker, periode: Periode, moment: datetime) -> tuple[Verloop, Verloop]:
        """Return the steps of the meldingen, and those of the incidents."""
        gevallen = await self._verloop.gevallen(plek.sleutel, periode.begin, periode.einde, moment)
        blik = _blik(plek, kijker, moment)
        incidenten = [geval for geval in gevallen if geval.incident]
        return verloop([geval for geval in gevallen if not geval.incident], blik), verloop(incidenten, blik)


def _blik(plek: Plek, kijker: Kijker, moment: datetime) -> Blik:
    codes, _ = bespreekt(plek.profiel, plek.locatie.code)
    regels = sorted({reeks.meldingen_regel for reeks in plek.profiel.reeksen if reeks.code in codes})
    return Blik(plek.profiel, moment, ", ".join(regels) or BESPREEKREGEL, kijker.zicht.overleg)
