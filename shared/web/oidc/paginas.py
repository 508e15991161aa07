"""Out to the provider and back.

What must be the same at the return is in a signed cookie of ten minutes: nothing is stored for who only knocks, and a
return that another browser began is refused.
"""

from dataclasses import asdict
from hmac import compare_digest

from fastapi import APIRouter
from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from shared.klok import Klok
from shared.web.oidc.aanbieder import AFGEMELD, TERUG, Aanbieder, Poging
from shared.web.oidc.rollen import bereik_van
from shared.web.pages import omleiding, pagina
from shared.web.routing import actie, limiet, page_router
from shared.web.toegang import Toegang, wie
from shared.web.toegang.cookie import remember
from shared.web.toegang.wie import SCOPE_KEY
from shared.web.trace import context
from shared.web.weigering import GeenToegang, Onbereikbaar

COOKIE = "__Host-meldketen-oidc"
TIEN_MINUTEN = 600
OPNIEUW = "Dit aanmelden hoort niet bij deze browser, of duurde te lang. Begin opnieuw op de pagina Aanmelden."


def router(aanbieder: Aanbieder, toegang: Toegang, klok: Klok) -> APIRouter:
    """Give the two addresses, and the page after signing out."""
    router, zegel = page_router(), URLSafeTimedSerializer(aanbieder.geheim, salt="meldketen.oidc.poging.v1")

    @router.get("/aanmelden/oidc")
    @actie("aanmelden.extern")
    @limiet("aanmelden", per_minuut=20)
    async def heen(request: Request) -> Response:
        poging = Poging()
        antwoord = RedirectResponse(await aanbieder.begin(poging), 302)
        inhoud = zegel.dumps(asdict(poging))
        assert isinstance(inhoud, str)  # noqa: S101  this serializer writes text
        antwoord.set_cookie(COOKIE, inhoud, TIEN_MINUTEN, path="/", secure=True, httponly=True, samesite="lax")
        return antwoord

    @router.get(TERUG)
    @actie("aanmelden.extern")
    @limiet("aanmelden", per_minuut=20)
    async def terug(request: Request, state: str = "", code: str = "") -> Response:
        poging = _poging(zegel, request.cookies.get(COOKIE, ""), state)
        if not code:
            raise GeenToegang("U bent niet aangemeld. Uw organisatie gaf geen toestemming, of u brak het af.")
        claims, voor = await aanbieder.rond_af(code, poging), wie(request)
        bereik = bereik_van(claims, aanbieder.indelingen)
        if bereik is None:
            raise GeenToegang("Uw account heeft hier geen rol. Vraag de beheerder om toegang.")
        sessie = await toegang.begin_sessie(bereik, aanbieder.pseudoniem(claims), context(request, klok))
        if voor.csrf:
            await toegang.meld_af(voor, context(request, klok))
        request.scope[SCOPE_KEY] = await toegang.by_session(sessie) or voor
        antwoord = omleiding("/")
        remember(antwoord, sessie)
        antwoord.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
        return antwoord

    @router.get(AFGEMELD)
    @actie("uitleg.lezen")
    async def afgemeld(request: Request) -> HTMLResponse:
        try:
            adres = await aanbieder.afmeldadres()
        except Onbereikbaar:  # logged where it was found out; here somebody has signed out, and must read so
            adres = ""
        return pagina(request, "afgemeld.html", adres=adres)

    return router


def _poging(zegel: URLSafeTimedSerializer, cookie: str, state: str) -> Poging:
    try:
        poging = Poging(**zegel.loads(cookie, max_age=TIEN_MINUTEN))
    except (BadData, TypeError):
        raise GeenToegang(OPNIEUW) from None
    if not compare_digest(poging.state.encode(), state.encode()):
        raise GeenToegang(OPNIEUW)
    return poging
