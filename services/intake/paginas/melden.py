"""`/melden`: one calm form, for everyone. Nothing is kept until it is sent."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Intakedienst, Ontvangst
from services.intake.application.bevoegd import afzender, eis_binnen, eis_registreren
from services.intake.melding import AndereInhoud
from services.intake.opgave import TEKST_HOOGSTENS
from services.intake.paginas.formulier import Velden, lees_formulier, per_veld
from services.intake.paginas.woorden import AANGIFTE, AARD_VRAGEN, GERICHT_TEGEN, WEET_NIET, Woorden
from shared.facts import Fout, OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.web import actie, context, formulier, limiet, page_router, pagina, wie

OPNIEUW = (
    "U heeft dit formulier al eerder verstuurd, met andere antwoorden. Die eerste melding staat. Is dit een nieuwe"
    " melding? Verstuur haar dan nog een keer."
)


def router(dienst: Intakedienst, ledger: Ledger, klok: Klok, profielen: Profielen, woorden: Woorden) -> APIRouter:
    """Show the form, and take what is sent."""
    router = page_router()

    @router.get("/melden")
    @actie("melding.doen")
    async def toon(request: Request) -> HTMLResponse:
        eis_registreren(wie(request))
        return _formulier(request, woorden, {}, {})

    @router.post("/melden")
    @actie("melding.doen")
    @limiet("melden", per_minuut=60)
    async def meld(request: Request) -> HTMLResponse:
        eis_registreren(wie(request))
        velden = await formulier(request)
        try:
            return _ontvangen(request, await neem(request, velden))
        except OngeldigeInvoer as fout:
            return _formulier(request, woorden, velden, per_veld(fout.fouten), status=400)
        except AndereInhoud:
            velden = {naam: waarde for naam, waarde in velden.items() if naam != "sleutel"}
            return _formulier(request, woorden, velden, {"formulier": OPNIEUW}, status=409)

    async def neem(request: Request, velden: Velden) -> Ontvangst:
        antwoorden = {naam: waarde for naam, waarde in velden.items() if naam != "sleutel"}
        gelezen = lees_formulier(antwoorden, profielen)
        eis_binnen(wie(request), gelezen.opgave)
        use_case = dienst.ontvang(gelezen, afzender(wie(request)), verzoek=("formulier", _sleutel(velden)))
        return await ledger.run(use_case, context(request, klok))

    return router


def _sleutel(velden: Velden) -> str:
    """Name this filling-in of the form: sent twice, it is one melding."""
    try:
        return str(UUID(str(velden.get("sleutel"))))
    except ValueError:
        raise OngeldigeInvoer(Fout("formulier", "Open het formulier opnieuw en vul het nog een keer in")) from None


def _formulier(
    request: Request, woorden: Woorden, velden: Velden, fouten: Mapping[str, str], *, status: int = 200
) -> HTMLResponse:
    melder = wie(request)
    return pagina(
        request,
        "intake/melden.html",
        status=status,
        velden=velden,
        fouten=fouten,
        sleutel=velden.get("sleutel") or str(uuid4()),
        locaties=woorden.locaties(melder.gemeente, melder.locatie),
        aarden=AARD_VRAGEN if melder.aangemeld else [*AARD_VRAGEN, WEET_NIET],
        plaatsen=woorden.keuzes("plaatsen"),
        plaats_verplicht=woorden.plaats_verplicht(),
        themas=woorden.keuzes("themas"),
        kanalen=woorden.keuzes("kanalen"),
        gebieden=woorden.gebieden(),
        gericht_tegen=[(code.value, naam) for code, naam in GERICHT_TEGEN.items()],
        aangiften=[(code.value, naam) for code, naam in AANGIFTE.items()],
        hoogstens=TEKST_HOOGSTENS,
    )


def _ontvangen(request: Request, ontvangst: Ontvangst) -> HTMLResponse:
    return pagina(request, "intake/ontvangen.html", ontvangst=ontvangst)
