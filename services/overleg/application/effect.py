"""Meldingen in the area of a measure before, during and after it: a picture, never a proof."""

from datetime import datetime, timedelta

from services.overleg.beelden import Maatregelbeeld
from services.overleg.store.filters import Deel, samen
from services.overleg.werkbeelden import Effect, Periode
from shared.klok import Klok
from shared.ledger import Ledger, iso

WEEK = timedelta(days=7)


class Effecten:
    """Counts committed rows; never changes anything."""

    def __init__(self, ledger: Ledger, klok: Klok) -> None:
        self._ledger, self._klok = ledger, klok

    async def effect(self, maatregel: Maatregelbeeld) -> Effect:
        """As long before as during, and as long after as has passed, at most as long as during."""
        begin, nu = maatregel.ingaande, self._klok()
        eind = min(maatregel.ingetrokken_op or nu, maatregel.eindigt or nu, nu)
        duur = max(eind - begin, timedelta())
        na = min(nu, eind + duur)
        voorbij = maatregel.status in {"verlopen", "ingetrokken"}
        return Effect(
            maatregel_id=maatregel.maatregel_id,
            gebied=maatregel.gebied,
            locatie=maatregel.locatie,
            voor=await self._periode(maatregel, begin - duur, begin, compleet=True),
            tijdens=await self._periode(maatregel, begin, eind, compleet=voorbij),
            na=await self._periode(maatregel, eind, na, compleet=na == eind + duur),
        )

    async def _periode(
        self, maatregel: Maatregelbeeld, van: datetime, tot: datetime, *, compleet: bool
    ) -> Periode | None:
        if tot <= van:
            return None
        waar, waarden = samen(
            [*_plek(maatregel), ("voorgevallen_op >= ? AND voorgevallen_op < ?", (iso(van), iso(tot)))]
        )
        sql = f"SELECT COUNT(*) FROM meldingen_per_gebied WHERE ingetrokken = 0 AND {waar}"  # noqa: S608  our own names
        aantal = int((await self._ledger.query(sql, waarden))[0][0])
        per_week = round(aantal / ((tot - van) / WEEK), 1)
        return Periode(van=van, tot=tot, meldingen=aantal, compleet=compleet, per_week=per_week)


def _plek(maatregel: Maatregelbeeld) -> list[Deel]:
    """The area; where the measure has none its location; else the municipality."""
    delen: list[Deel] = [("gemeente = ?", (maatregel.gemeente,))]
    if maatregel.gebied is not None:
        delen.append(("gebied = ?", (maatregel.gebied,)))
    elif maatregel.locatie != "alle":
        delen.append(("locatie = ?", (maatregel.locatie,)))
    return delen
