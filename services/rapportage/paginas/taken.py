"""What waits for somebody at rapportage: its part of the start page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from services.rapportage.application import Rapportagedienst, Uitgever, kijker
from services.rapportage.openbaar.kwartaal import Kwartaal
from services.rapportage.paginas.kiezen import waarde
from services.rapportage.plek import Kijker, Plek
from services.rapportage.vandaag import Vandaag
from shared.taken import Soort, Taak
from shared.web import Wie, mag

KWARTALEN = ("eerste", "tweede", "derde", "vierde")
ALLEEN_RECENT = timedelta(days=120)
"""A council is told of figures that are new; older ones stand in the list."""


@dataclass(frozen=True, slots=True)
class Rapportagetaken:
    """Asks what waits, as far as this role does it and may see it."""

    dienst: Rapportagedienst
    uitgever: Uitgever

    async def __call__(self, lezer: Wie, nu: datetime) -> Sequence[Taak]:
        """Give the tasks of this reader."""
        ogen, taken = kijker(lezer), list[Taak]()
        if mag(lezer, "open-data.publiceren"):
            taken += await self._te_publiceren(ogen, nu)
        if mag(lezer, "weekbeeld.lezen"):
            taken += [_gebeurd(dag) for dag in await self.dienst.vandaag(ogen, nu)]
        elif mag(lezer, "raadsverslag.lezen"):
            taken += await self._gepubliceerd(nu)
        return taken

    async def _te_publiceren(self, ogen: Kijker, nu: datetime) -> Iterable[Taak]:
        taken: list[Taak] = []
        for plek in self.dienst.plekken(ogen):
            kwartaal = _vorig(plek, nu)
            if _was_er(plek, kwartaal) and kwartaal.code not in await self.uitgever.bekend(plek, nu):
                wat = f"Publiceer de cijfers van het {_in_woorden(kwartaal.code)}"
                vraag = urlencode({"locatie": waarde(plek), "kwartaal": kwartaal.code})
                naam = plek.locatie.naam
                taken.append(Taak(wat, f"/open-data/publiceren?{vraag}", sinds=kwartaal.tot, toelichting=naam))
        return taken

    async def _gepubliceerd(self, nu: datetime) -> Iterator[Taak]:
        alles = await self.uitgever.alles()
        nieuw = [een for een in alles if een.op > nu - ALLEEN_RECENT]
        return (
            Taak(f"Nieuwe openbare cijfers: {_in_woorden(een.periode)}", "/open-data", soort=Soort.WETEN, sinds=een.op)
            for een in nieuw
        )


def _in_woorden(periode: str) -> str:
    """Say `2026-K3` as `derde kwartaal van 2026`; `2026` is a whole year."""
    jaar, _, nummer = periode.partition("-K")
    return f"{KWARTALEN[int(nummer) - 1]} kwartaal van {jaar}" if nummer else f"heel {jaar}"


def _vorig(plek: Plek, nu: datetime) -> Kwartaal:
    lokaal = nu.astimezone(plek.zone)
    nummer = (lokaal.month - 1) // 3
    return Kwartaal(lokaal.year, nummer, plek.zone) if nummer else Kwartaal(lokaal.year - 1, 4, plek.zone)


def _was_er(plek: Plek, kwartaal: Kwartaal) -> bool:
    """Whether there was a reception location in that quarter: of others nothing is published by quarter."""
    begin = plek.locatie.geopend_op or plek.locatie.eerste_bewoners_op
    is_opvang = plek.locatie.soort == "opvanglocatie"
    return is_opvang and (begin is None or begin < kwartaal.tot.astimezone(plek.zone).date())


def _gebeurd(dag: Vandaag) -> Taak:
    meldingen = f"{dag.meldingen} {'melding' if dag.meldingen == 1 else 'meldingen'}"
    incidenten = f"{dag.incidenten} {'incident' if dag.incidenten == 1 else 'incidenten'}"
    pad = f"/rapportage?{urlencode({'locatie': waarde(dag.plek)})}"
    naam = dag.plek.locatie.naam
    return Taak(f"Vandaag gebeurd: {naam}", pad, soort=Soort.WETEN, toelichting=f"{meldingen} en {incidenten}.")
