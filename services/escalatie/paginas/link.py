"""The page behind the link in a notice. Opening it confirms nothing: mail scanners open links, people press buttons."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from services.escalatie.application import Escalatiedienst, Inzage
from services.escalatie.bericht import waarom
from services.escalatie.paginas.linkbeeld import bevestigpagina
from services.escalatie.paginas.terug import eis_terug_zeker
from services.escalatie.paginas.verlopen import Verlopen
from services.escalatie.verzending import Bevestiglink, LinkOngeldig, LinkVerlopen
from services.escalatie.vormen import Terugname
from services.escalatie.weigeringen import AlGesloten, NietBevestigd, OnbekendeEscalatie
from shared.contracts.escalatie import Stap
from shared.facts import OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, formulier, lees_invoer, limiet, omleiding, pagina

PER_MINUUT, NIEUW_PER_MINUUT = 60, 10
Handeling = Callable[[Request, str], Awaitable[Response]]


@dataclass(frozen=True)
class Linkdeur:
    """What the page needs."""

    dienst: Escalatiedienst
    inzage: Inzage
    ledger: Ledger
    klok: Klok
    link: Bevestiglink

    @property
    def verlopen(self) -> Verlopen:
        """What stands behind a link that expired."""
        return Verlopen(self.dienst, self.inzage, self.ledger, self.klok)

    def voeg_toe(self, router: APIRouter) -> None:
        """Add `/bevestig`: it needs no login, the link is the proof."""

        @router.get("/bevestig")
        @actie("escalatie.bevestigen-met-link")
        @limiet("bevestig", per_minuut=PER_MINUUT)
        async def toon(request: Request, t: str = "") -> Response:
            return await self._achter(request, t, self._toon)

        self._knop(router, "/bevestig", "bevestig", PER_MINUUT, self._bevestig)
        self._knop(router, "/bevestig/neem-terug", "neem-terug", NIEUW_PER_MINUUT, self._neem_terug)
        self._knop(router, "/bevestig/nieuwe-link", "nieuwe-link", NIEUW_PER_MINUUT, self._vraag)

    def _knop(self, router: APIRouter, pad: str, grens: str, per_minuut: int, doe: Handeling) -> None:
        """Add a button of the page: it does something and leads back to the link."""

        @router.post(pad)
        @actie("escalatie.bevestigen-met-link")
        @limiet(grens, per_minuut=per_minuut)
        async def druk(request: Request) -> Response:
            return await self._achter(request, str((await formulier(request)).get("t", "")), doe)

    async def _achter(self, request: Request, token: str, doe: Handeling) -> Response:
        """Do what the link gives the right to; say what to do with one that does not work (any more)."""
        try:
            return await doe(request, token)
        except LinkVerlopen as fout:
            return await self.verlopen.toon(request, fout.bewijs, token)
        except (LinkOngeldig, OnbekendeEscalatie) as fout:
            return pagina(request, "escalatie/link.html", status=400, reden=fout.reden)

    async def _toon(self, request: Request, token: str, fout: OngeldigeInvoer | None = None) -> HTMLResponse:
        bewijs = self.link.lees(token, op=self.klok())
        beeld = bevestigpagina(await self.inzage.dossier(bewijs.escalatie_id), bewijs, op=self.klok())
        stap = beeld.kaart.stap or bewijs.stap
        uitleg = waarom(beeld.zaak.overschreden, beeld.zaak.profiel)
        return pagina(
            request,
            "escalatie/bevestig.html",
            status=400 if fout else 200,
            beeld=beeld,
            token=self.link.voor_stap(token, stap, op=self.klok()),
            waarom=uitleg,
            tweede=stap is not Stap.ONTVANGEN,
            fouten={gebrek.veld: gebrek.reden for gebrek in fout.fouten} if fout else {},
        )

    async def _bevestig(self, request: Request, token: str) -> Response:
        bewijs = self.link.lees(token, op=self.klok())
        with suppress(AlGesloten):  # the page says so
            await self.ledger.run(
                lambda tx: self.dienst.bevestig(tx, bewijs.escalatie_id, door=bewijs.rol, stap=bewijs.stap, weg="link"),
                context(request, self.klok),
            )
        return _terug(token)

    async def _neem_terug(self, request: Request, token: str) -> Response:
        """Take back what this role confirmed: one press too many must not end the reminders (LVS-0.3)."""
        bewijs, velden = self.link.lees(token, op=self.klok()), await formulier(request)
        stap = lees_invoer(Terugname, {"stap": velden.get("stap", "")}).stap
        try:
            eis_terug_zeker(stap, velden)
        except OngeldigeInvoer as fout:
            return await self._toon(request, token, fout)
        with suppress(AlGesloten, NietBevestigd):  # pressed twice, or too late: the page says how it stands
            await self.ledger.run(
                lambda tx: self.dienst.neem_terug(tx, bewijs.escalatie_id, door=bewijs.rol, stap=stap, weg="pagina"),
                context(request, self.klok),
            )
        return _terug(self.link.voor_stap(token, stap, op=self.klok()))

    async def _vraag(self, request: Request, token: str) -> Response:
        try:
            self.link.lees(token, op=self.klok())
        except LinkVerlopen as fout:
            await self.verlopen.vraag(request, fout.bewijs)
        return _terug(token)


def _terug(token: str) -> Response:
    return omleiding(f"/bevestig?t={token}")
