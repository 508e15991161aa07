"""Bringing one message along a route: every address, then the spare ones, then who stands in."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from services.escalatie.application import Route
from services.escalatie.bezorging import Poging
from services.escalatie.bundel import Post, schrijf
from shared.klok import Klok
from shared.verzending.bewaarkanaal import met_map
from shared.verzending.kanalen import Kanalen


class Postbode:
    """Knows the channels, and where a notice is kept that goes nowhere."""

    def __init__(self, kanalen: Kanalen, berichten: Path, klok: Klok) -> None:
        self._kanalen, self._berichten, self._klok = kanalen, berichten, klok

    async def bezorg(self, route: Route, posten: Sequence[Post]) -> tuple[Poging, ...]:
        """Try until something works; give what each channel did."""
        pogingen = await self._langs(route.adressen, posten) if route.adressen else [_geen_adres(route)]
        if _mislukt(pogingen) and route.reserve:
            pogingen += await self._langs(route.reserve, posten)
        for rol, adressen in route.terugval:
            if _mislukt(pogingen):
                pogingen += await self._langs(adressen, _namens(posten), rol)
        return tuple(pogingen)

    async def _langs(
        self, adressen: Sequence[str], posten: Sequence[Post], terugval: str | None = None
    ) -> list[Poging]:
        alarm = posten[0].alarm
        naam = f"{self._klok():%Y%m%dT%H%M%S}-{terugval or alarm.rol}-{alarm.escalatie_id.hex[:8]}"
        hele = [met_map(adres, self._berichten, naam) for adres in adressen]
        return [Poging(uit.kanaal, uit.fout, terugval) for uit in await self._kanalen.verzend(hele, schrijf(posten))]


def _geen_adres(route: Route) -> Poging:
    return Poging(None, route.opmerking or "geen kanaal ingesteld voor deze rol")


def _mislukt(pogingen: Sequence[Poging]) -> bool:
    return all(poging.fout for poging in pogingen)


def _namens(posten: Sequence[Post]) -> list[Post]:
    return [replace(post, omstandigheid=replace(post.omstandigheid, vervangt=post.alarm.rol)) for post in posten]
