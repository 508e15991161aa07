"""Finding meetings, agreements and measures, as far as one may see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.overleg.application import Inzage, Naslag
from services.overleg.application.overzicht import Afspraakvraag, Overzicht
from services.overleg.application.zicht import Zicht
from services.overleg.paginas.woorden import AFSPRAKEN, MAATREGELEN, Woorden
from services.overleg.store.filters import Maatregelvraag, Vraag
from services.overleg.vormen.bevoegd import ziet
from services.overleg.vormen.partij import eigen
from shared.profiel import Profielen
from shared.web import Wie, mag
from shared.web.opmaak import datum
from shared.zoeken import HOOGSTENS, Vondst, Zoekvraag

RONDOM = timedelta(weeks=13)
"""How far back and ahead meetings are looked for: each comes back every week or so."""


@dataclass(frozen=True, slots=True)
class Overlegzoeker:
    """Looks through what stands at overleg."""

    profielen: Profielen
    inzage: Inzage
    overzicht: Overzicht
    naslag: Naslag
    woorden: Woorden

    async def __call__(self, lezer: Wie, vraag: Zoekvraag, nu: datetime) -> Sequence[Vondst]:
        """Give what this reader may see of it."""
        zicht, gevonden = ziet(self.profielen, lezer), list[Vondst]()
        if mag(lezer, "overleg.lezen"):
            gevonden += await self._overleggen(zicht, vraag, nu)
        if mag(lezer, "afspraken.lezen"):
            gevonden += await self._afspraken(lezer, zicht, vraag, nu)
        if mag(lezer, "maatregelen.lezen"):
            gevonden += await self._maatregelen(zicht, vraag)
        return gevonden[:HOOGSTENS]

    async def _overleggen(self, zicht: Zicht, vraag: Zoekvraag, nu: datetime) -> Iterable[Vondst]:
        rondom = Vraag(vanaf=nu - RONDOM, tot=nu + RONDOM, nieuwste_eerst=True)
        return [
            Vondst("Overleg", overleg.naam, f"/overleg/{overleg.overleg_id}", overleg.aanvang)
            for overleg in await self.inzage.overleggen(rondom, zicht, hoogstens=500)
            if vraag.staat_in(f"{overleg.naam} {overleg.reeks} {datum(overleg.aanvang)}")
        ]

    async def _afspraken(self, lezer: Wie, zicht: Zicht, vraag: Zoekvraag, nu: datetime) -> Iterable[Vondst]:
        gevraagd = Afspraakvraag(bevat=vraag.patronen, sorteer="gemaakt")
        codes = eigen(self.profielen, lezer)
        gevonden = await self.overzicht.afspraken(gevraagd, zicht, codes, nu, hoogstens=HOOGSTENS)
        return [
            Vondst("Afspraak", een.wat[:120], f"/afspraken/{een.afspraak_id}", toelichting=AFSPRAKEN[een.status])
            for een in gevonden
        ]

    async def _maatregelen(self, zicht: Zicht, vraag: Zoekvraag) -> Iterable[Vondst]:
        gevonden = await self.naslag.maatregelen(Maatregelvraag(), zicht, hoogstens=500)
        return [
            Vondst("Maatregel", een.naam, f"/maatregelen/{een.maatregel_id}", een.ingaande, MAATREGELEN[een.status])
            for een in gevonden
            if vraag.staat_in(f"{een.naam} {self.woorden.naam('gebied', een.gemeente, een.gebied)}")
            or (vraag.nummer and str(een.maatregel_id).startswith(vraag.nummer))
        ]
