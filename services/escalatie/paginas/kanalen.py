"""The page of the channels: how they do, and the test button."""

import asyncio
from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from services.escalatie.application import (
    Bereik,
    Kanaalproef,
    Kanaalstand,
    Onbereikt,
    Piketbalie,
    Proefloop,
    kanaalstanden,
)
from services.escalatie.vormen.piket import Kanaaltest
from services.escalatie.woorden import dienst_naam, kanaal_naam, rol_naam, rol_namen
from shared.facts import OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.verzending.vormen import BEWAAR, Uitslag
from shared.web import actie, context, formulier, lees_invoer, page_router, pagina, wie

GEDULD_SECONDS = 2.0
"""What has no answer by then is told on the page of the channels, once it is there."""
NERGENS = "er is geen adres ingesteld, dus berichten gaan nergens heen"
GEEN_KANAAL = "er is geen kanaal ingesteld"


def router(balie: Piketbalie, proef: Kanaalproef, bereik: Bereik, ledger: Ledger, klok: Klok) -> APIRouter:
    """Add the page and the button."""
    router = page_router()

    async def toon(request: Request, status: int = 200, **velden: object) -> HTMLResponse:
        standen = await kanaalstanden(ledger, wie(request).gemeente)
        rijen = [(stand, rol_naam(stand.rol), kanaal_naam(stand.kanaal), _etiket(stand)) for stand in standen]
        onbereikt = await bereik.onbereikt(klok(), wie(request).gemeente)
        wat = {"standen": rijen, "onbereikt": _zonder(onbereikt), "keuzes": _keuzes(bereik.profielen)}
        wat["lopend"] = sorted(map(_voor, proef.lopend(wie(request).gemeente)))
        wat |= {"uitslagen": [], "fouten": {}, **velden}
        return pagina(request, "escalatie/kanalen.html", status=status, **wat)

    @router.get("/kanalen")
    @actie("kanalen.lezen")
    async def lees(request: Request) -> HTMLResponse:
        return await toon(request)

    @router.post("/kanalen/test")
    @actie("kanalen.testen")
    async def test(request: Request) -> Response:
        try:
            loop = await _begin(request, balie, proef, klok)
        except OngeldigeInvoer:
            return await toon(request, 400, fouten={"aan": "kies aan wie u het bericht stuurt"})
        except Rejected as fout:
            return await toon(request, 409, fouten={"aan": fout.reden})
        klaar, _ = await asyncio.wait((loop.taak,), timeout=GEDULD_SECONDS)
        return (
            await toon(request, uitslagen=_woorden(loop, await loop.taak))
            if klaar
            else RedirectResponse("/kanalen", 303)
        )

    return router


async def _begin(request: Request, balie: Piketbalie, proef: Kanaalproef, klok: Klok) -> Proefloop:
    velden = await formulier(request)
    gemeente, _, aan = str(velden.get("aan", "")).partition("/")
    rol, _, dienst = aan.partition("/")
    gekozen = {"rol": rol, **({"dienst": dienst} if dienst else {}), **({"gemeente": gemeente} if gemeente else {})}
    test = lees_invoer(Kanaaltest, gekozen)
    return proef.begin(
        balie.profiel(test.gemeente), test.rol, context(request, klok), door=str(wie(request).rol), dienst=test.dienst
    )


def _woorden(loop: Proefloop, uitslagen: Sequence[Uitslag]) -> list[str]:
    return [_uitslag(_voor(loop), uit) for uit in uitslagen]


def _voor(loop: Proefloop) -> str:
    return dienst_naam(loop.dienst) if loop.dienst else rol_naam(loop.rol)


def _uitslag(wie: str, uit: Uitslag) -> str:
    """Say in a sentence what came of a test: a notice that is only kept on the server reached nobody."""
    wie = wie[:1].upper() + wie[1:]
    if uit.fout:
        return f"{wie} kreeg dit niet {kanaal_naam(uit.kanaal)}. De reden: {uit.fout}."
    if uit.kanaal == BEWAAR:
        return f"{wie} kreeg dit niet: er is geen adres ingesteld. Het bericht staat alleen op de server."
    return f"Het bericht voor {wie[:1].lower()}{wie[1:]} is {kanaal_naam(uit.kanaal)} aangenomen."


def _etiket(stand: Kanaalstand) -> tuple[str, str]:
    """Words and colour of how a channel does."""
    if not stand.werkt:
        keer = "keer achter elkaar" if stand.achtereen > 1 else "keer"
        return f"Mislukt, {stand.achtereen} {keer}: {stand.reden}", "fout"
    return ("Bereikt niemand", "fout") if stand.alleen_bewaard else ("Werkt", "goed")


def _zonder(onbereikt: Sequence[Onbereikt]) -> list[str]:
    """Say for which roles nobody hears, and why: the roles with the same reason in one sentence."""
    rollen: dict[str, list[str]] = {}
    for een in onbereikt:
        rollen.setdefault(NERGENS if een.bewaard else GEEN_KANAAL, []).append(een.rol)
    return [f"{rol_namen(wie)}: {waarom}" for waarom, wie in rollen.items()]


def _keuzes(profielen: Profielen) -> list[tuple[str, str]]:
    """Every role with a channel, and every seat of a rota."""
    keuzes = []
    for profiel in profielen.alle():
        plek = profiel.gemeente
        keuzes += [(f"{plek.code}/{kanaal.rol}", f"{rol_naam(kanaal.rol)}, {plek.naam}") for kanaal in profiel.kanalen]
        keuzes += [
            (f"{plek.code}/{rooster.rol}/{dienst.code}", f"{dienst_naam(dienst.code)}, {plek.naam}")
            for rooster in profiel.roosters
            for dienst in rooster.diensten
        ]
    return [(code, woorden[:1].upper() + woorden[1:]) for code, woorden in keuzes]
