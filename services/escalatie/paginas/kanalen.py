"""The page of the channels: how they do, and the test button."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.escalatie.application import Kanaalproef, Piketbalie, kanaalstanden
from services.escalatie.vormen.piket import Kanaaltest
from services.escalatie.woorden import dienst_naam, kanaal_naam, rol_naam
from shared.facts import OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.web import actie, context, formulier, lees_invoer, page_router, pagina, wie


def router(balie: Piketbalie, proef: Kanaalproef, profielen: Profielen, ledger: Ledger, klok: Klok) -> APIRouter:
    """Add the page and the button."""
    router = page_router()

    async def toon(request: Request, status: int = 200, **velden: object) -> HTMLResponse:
        standen = await kanaalstanden(ledger, wie(request).gemeente)
        rijen = [(stand, rol_naam(stand.rol), kanaal_naam(stand.kanaal)) for stand in standen]
        wat = {"standen": rijen, "keuzes": _keuzes(profielen), "uitslagen": [], "fouten": {}, **velden}
        return pagina(request, "escalatie/kanalen.html", status=status, **wat)

    @router.get("/kanalen")
    @actie("kanalen.lezen")
    async def lees(request: Request) -> HTMLResponse:
        return await toon(request)

    @router.post("/kanalen/test")
    @actie("kanalen.testen")
    async def test(request: Request) -> HTMLResponse:
        try:
            uitslagen = await _test(request, balie, proef, klok)
        except OngeldigeInvoer as fout:
            return await toon(request, 400, fouten={een.veld: een.reden for een in fout.fouten})
        except Rejected as fout:
            return await toon(request, 409, fouten={"aan": fout.reden})
        return await toon(request, uitslagen=uitslagen)

    return router


async def _test(request: Request, balie: Piketbalie, proef: Kanaalproef, klok: Klok) -> list[tuple[str, str]]:
    velden = await formulier(request)
    gemeente, _, aan = str(velden.get("aan", "")).partition("/")
    rol, _, dienst = aan.partition("/")
    gekozen = {"rol": rol, **({"dienst": dienst} if dienst else {}), **({"gemeente": gemeente} if gemeente else {})}
    test = lees_invoer(Kanaaltest, gekozen)
    uitslagen = await proef.test(
        balie.profiel(test.gemeente), test.rol, context(request, klok), door=str(wie(request).rol), dienst=test.dienst
    )
    return [(kanaal_naam(uit.kanaal), uit.fout) for uit in uitslagen]


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
