"""The start page: what waits for this role, as each service says itself."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from shared.facts import NietGevonden
from shared.klok import Klok
from shared.taken import Deel, Soort, Taak
from shared.web.navraag import vraag
from shared.web.pages import pagina, taal_van
from shared.web.request import facilities
from shared.web.routing import actie, page_router
from shared.web.toegang.wie import Wie, wie
from shared.web.vaak import vaak_voor

GEDULD_SECONDS = 3.0
"""So long a service may think about its part: the others do not wait for it."""
LAATST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Dag:
    """Everything that the page shows; parts by title."""

    taken: Sequence[Taak] = ()
    onleesbaar: Sequence[str] = ()
    oud: Sequence[str] = ()
    elders: Sequence[Deel] = ()

    def van(self, soort: str) -> list[Taak]:
        """Give the tasks of one kind: what must be done first on top, what waits longest above what is new."""
        return sorted((taak for taak in self.taken if taak.soort == soort), key=_volgorde)

    @property
    def te_doen(self) -> list[Taak]:
        """Give what waits for this reader, in the order of the page."""
        return [*self.van(Soort.NU), *self.van(Soort.DOEN)]

    @property
    def leeg(self) -> bool:
        """Whether it is sure that nothing waits."""
        return not (self.onleesbaar or self.elders or self.te_doen)


async def van_vandaag(request: Request, nu: datetime) -> Dag:
    """Give what the start page shows to who asks: a page that says how all is may not say otherwise."""
    return await verzamel(facilities(request).vandaag, wie(request), nu)


async def verzamel(delen: Iterable[Deel], lezer: Wie, nu: datetime) -> Dag:
    """Ask every service at once. One that does not answer is named, and takes nothing away from the others."""
    alle = list(delen)
    hier = [(deel, deel.taken) for deel in alle if deel.taken]
    gevonden = await asyncio.gather(*(vraag(taken(lezer, nu), GEDULD_SECONDS) for _, taken in hier))
    return Dag(
        taken=[taak for taken in gevonden for taak in taken or ()],
        onleesbaar=[deel.titel for (deel, _), taken in zip(hier, gevonden, strict=True) if taken is None],
        oud=[deel.titel for (deel, _), taken in zip(hier, gevonden, strict=True) if taken is not None and deel.stil()],
        elders=[deel for deel in alle if not deel.taken],
    )


def router(delen: Sequence[Deel], klok: Klok) -> APIRouter:
    """Give the start page, and the part of one service for an installation in which each runs by itself."""
    router = page_router()

    @router.get("/")
    @actie("vandaag.lezen")
    async def vandaag(request: Request) -> HTMLResponse:
        if not wie(request).aangemeld:
            return pagina(request, "begin.html", t=taal_van(request, "begin"))
        return await _toon(request, delen, klok())

    @router.get("/vandaag/{dienst}")
    @actie("vandaag.eigen-deel")
    async def deel(request: Request, dienst: str) -> HTMLResponse:
        eigen = [deel for deel in delen if deel.naam == dienst and deel.taken]
        if not eigen:
            raise NietGevonden("Dit deel van Vandaag is hier niet. Ga terug naar Vandaag.")
        return await _toon(request, eigen, klok())

    return router


async def _toon(request: Request, delen: Sequence[Deel], nu: datetime) -> HTMLResponse:
    lezer = wie(request)
    return pagina(
        request,
        "vandaag.html",
        dag=await verzamel(delen, lezer, nu),
        nu=nu,
        vaak=vaak_voor(lezer, facilities(request).overleg),
        hulp=f"/hulp/{lezer.rol}",
    )


def _volgorde(taak: Taak) -> tuple[datetime, datetime, str]:
    return taak.uiterlijk or LAATST, taak.sinds or LAATST, taak.wat
