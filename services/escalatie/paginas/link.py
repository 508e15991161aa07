"""The page behind the link in a notice. Opening it confirms nothing: mail scanners open links, people press buttons."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from services.escalatie.application import Escalatiedienst, Inzage
from services.escalatie.bericht import waarom
from services.escalatie.paginas.beeld import bevestigpagina
from services.escalatie.verzending import Bevestiglink, Bewijs, LinkOngeldig, LinkVerlopen
from services.escalatie.weigeringen import AlGesloten, OnbekendeEscalatie
from shared.contracts.escalatie import Stap
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, formulier, limiet, omleiding, pagina

PER_MINUUT = 60
_Kapot = (LinkOngeldig, LinkVerlopen, OnbekendeEscalatie)


@dataclass(frozen=True)
class Linkdeur:
    """What the page needs."""

    dienst: Escalatiedienst
    inzage: Inzage
    ledger: Ledger
    klok: Klok
    link: Bevestiglink

    def voeg_toe(self, router: APIRouter) -> None:
        """Add `/bevestig`: it needs no login, the link is the proof."""

        @router.get("/bevestig")
        @actie("escalatie.bevestigen-met-link")
        @limiet("bevestig", per_minuut=PER_MINUUT)
        async def toon(request: Request, t: str = "") -> HTMLResponse:
            try:
                return await self._toon(request, t)
            except _Kapot as fout:
                return _klopt_niet(request, fout)

        @router.post("/bevestig")
        @actie("escalatie.bevestigen-met-link")
        @limiet("bevestig", per_minuut=PER_MINUUT)
        async def bevestig(request: Request) -> Response:
            token = str((await formulier(request)).get("t", ""))
            try:
                await self._bevestig(request, token)
            except _Kapot as fout:
                return _klopt_niet(request, fout)
            return omleiding(f"/bevestig?t={token}")

    async def _toon(self, request: Request, token: str) -> HTMLResponse:
        bewijs = self.link.lees(token, op=self.klok())
        beeld = bevestigpagina(await self.inzage.dossier(bewijs.escalatie_id), bewijs.rol, bewijs.stap)
        nu = Bewijs(bewijs.escalatie_id, bewijs.rol, bewijs.trede, beeld.kaart.stap or bewijs.stap)
        volgend = token if nu == bewijs else self.link.teken(nu, op=self.klok())
        uitleg = waarom(beeld.zaak.overschreden)
        return pagina(
            request,
            "escalatie/bevestig.html",
            beeld=beeld,
            token=volgend,
            waarom=uitleg,
            wat=beeld.zaak.overschreden.toelichting,
            tweede=nu.stap is not Stap.ONTVANGEN,
        )

    async def _bevestig(self, request: Request, token: str) -> None:
        bewijs = self.link.lees(token, op=self.klok())
        try:
            await self.ledger.run(
                lambda tx: self.dienst.bevestig(tx, bewijs.escalatie_id, door=bewijs.rol, stap=bewijs.stap, weg="link"),
                context(request, self.klok),
            )
        except AlGesloten:
            return  # the page says so


def _klopt_niet(request: Request, fout: LinkOngeldig | LinkVerlopen | OnbekendeEscalatie) -> HTMLResponse:
    """Say what to do with a link that does not work (any more)."""
    status = 410 if isinstance(fout, LinkVerlopen) else 400
    return pagina(request, "escalatie/link.html", status=status, reden=fout.reden)
