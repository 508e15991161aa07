"""Looking up measures, and the series as they stand today."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from services.overleg import reeks as series
from services.overleg.application.rijen import van
from services.overleg.application.zicht import Zicht
from services.overleg.beelden import Maatregelbeeld, Reeksbeeld
from services.overleg.maatregel import MaatregelOnbekend, afgeschermd
from services.overleg.reeks import Cyclus
from services.overleg.store.filters import Deel, Maatregelvraag, samen
from shared.klok import Klok
from shared.ledger import Ledger, iso
from shared.profiel import Profielen

MAATREGEL = {
    **van("m", "maatregel_id", "gemeente", "locatie", "soort", "grondslag", "bevoegd_gezag", "ingaande", "eindigt"),
    **van("m", "gericht_op", "gebied", "betrokkene", "om_geraadpleegd_op", "driehoek_op", "overleg_id", "steunt_op"),
    **van("m", "agendapunt_id", "meldingen", "voorwaarden", "regel", "opgelegd_op", "verlengd", "ingetrokken_op"),
    "toelichting": "t.tekst",
}
BRON = "(SELECT * FROM maatregelen WHERE {}) m LEFT JOIN teksten t ON t.id = m.motivering"


class Naslag:
    """Reads committed rows and the profiles; never changes anything."""

    def __init__(self, ledger: Ledger, profielen: Profielen, klok: Klok) -> None:
        self._ledger, self._profielen, self._klok = ledger, profielen, klok

    async def maatregelen(
        self, vraag: Maatregelvraag, zicht: Zicht, *, hoogstens: int = 100, sla_over: int = 0
    ) -> list[Maatregelbeeld]:
        """Measures, the newest first."""
        waar, waarden = samen([*vraag.delen(), *zicht.plek(), *self._afgeschermd(zicht)])
        kolommen = ", ".join(MAATREGEL.values())
        sql = (
            f"SELECT {kolommen} FROM {BRON.format(waar)} "  # noqa: S608  our own names
            "ORDER BY m.opgelegd_op DESC, m.maatregel_id LIMIT ? OFFSET ?"
        )
        return [self._maatregel(rij) for rij in await self._ledger.query(sql, (*waarden, hoogstens, sla_over))]

    async def maatregel(self, maatregel_id: UUID, zicht: Zicht) -> Maatregelbeeld:
        """One measure.

        Raises:
            MaatregelOnbekend: there is none, or not for this reader.
        """
        for beeld in await self.maatregelen(Maatregelvraag(maatregel_id=maatregel_id), zicht):
            return beeld
        raise MaatregelOnbekend("Deze maatregel bestaat niet. Kijk in de lijst van maatregelen.")

    def reeksen(self, zicht: Zicht) -> list[Reeksbeeld]:
        """The series of the profiles, with the phase that each is in today."""
        alle = [cyclus for profiel in self._profielen.alle() for cyclus in series.cycli(profiel)]
        return [_reeks(cyclus, self._klok()) for cyclus in alle if zicht.mag(cyclus)]

    def _maatregel(self, rij: Sequence[Any]) -> Maatregelbeeld:
        velden = dict(zip(MAATREGEL, rij, strict=True))
        meer = {
            "meldingen": json.loads(velden["meldingen"]),
            "voorwaarden": json.loads(velden["voorwaarden"]),
            "naam": self._naam(velden),
            "status": self._status(velden),
        }
        return Maatregelbeeld.model_validate({**velden, **meer})

    def _afgeschermd(self, zicht: Zicht) -> list[Deel]:
        """What touches health or home only burgemeester and oov see (LVS-3.1)."""
        codes = sorted({code for profiel in self._profielen.alle() for code in afgeschermd(profiel)})
        return [] if zicht.vertrouwelijk else [(f"soort NOT IN ({', '.join('?' * len(codes))})", tuple(codes))]

    def _status(self, velden: dict[str, Any]) -> str:
        nu = iso(self._klok())
        if velden["ingetrokken_op"] is not None:
            return "ingetrokken"
        if velden["eindigt"] is not None and velden["eindigt"] <= nu:
            return "verlopen"
        return "loopt" if velden["ingaande"] <= nu else "komt-nog"

    def _naam(self, velden: dict[str, Any]) -> str:
        gemeente = velden["gemeente"]
        soort = self._profielen.van(gemeente).maatregel(velden["soort"]) if gemeente in self._profielen else None
        return soort.naam if soort else str(velden["soort"])


def _reeks(cyclus: Cyclus, nu: datetime) -> Reeksbeeld:
    dag, reeks = nu.astimezone(cyclus.zone).date(), cyclus.reeks
    fase = series.fase_op(cyclus, dag)
    return Reeksbeeld(
        reeks=reeks.code,
        soort=reeks.soort,
        naam=reeks.naam,
        gemeente=cyclus.gemeente,
        locatie=cyclus.locatie.code,
        deelnemers=list(reeks.deelnemers),
        bespreekt_meldingen=reeks.bespreekt_meldingen,
        weekdag=reeks.weekdag,
        tijd=f"{reeks.tijd:%H:%M}" if reeks.tijd else None,
        fase=fase.naam if fase else None,
        ritme=_ritme(cyclus, dag),
        herhaling=series.ritme_op((cyclus.kop or cyclus), dag),
        voorlopig=bool(fase and fase.voorlopig),
        regel=fase.regel if fase else reeks.regel,
    )


def _ritme(cyclus: Cyclus, dag: date) -> str:
    if cyclus.reeks.maanden_na_aankomst:
        return "eenmalig"
    regel = series.ritme_op(cyclus.kop or cyclus, dag)
    if regel is None:
        return "ad-hoc"
    return "wekelijks" if "FREQ=WEEKLY" in regel and "INTERVAL" not in regel else "vast"
