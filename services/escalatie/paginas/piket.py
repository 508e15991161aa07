"""The pages of the rota: who has duty, and changing it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from services.escalatie.application import Piketbalie, Roosterstand
from services.escalatie.piket import Stuk
from services.escalatie.vormen.piket import (
    Agenda,
    Beurtkeuze,
    Ruilformulier,
    Vervalformulier,
    Vervangformulier,
)
from services.escalatie.woorden import bron_naam, dienst_naam, rol_naam
from shared.facts import OngeldigeInvoer
from shared.klok import Klok
from shared.web import actie, context, formulier, lees_invoer, omleiding, page_router, pagina, wie
from shared.woorden import opsomming

VOORUIT = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Regel:
    """One stretch on the page."""

    van: datetime
    tot: datetime
    wie: str
    hoe: str
    keuze: str
    gat: bool


@dataclass(frozen=True, slots=True)
class Roosterbeeld:
    """One rota on the page."""

    stand: Roosterstand

    @property
    def naam(self) -> str:
        """What this is the rota of."""
        return f"{rol_naam(str(self.stand.rooster.rol))}, {self.stand.profiel.gemeente.naam}"

    @property
    def nu(self) -> Regel:
        """Who has duty now."""
        return _regel(self.stand.nu.van, self.stand.nu.tot, self.stand.nu.dienst, self.stand.nu.bron)

    @property
    def bel(self) -> str:
        """Under which number the duty of now can be called; empty where the profile gives none."""
        dienst = self.stand.rooster.dienst(self.stand.nu.dienst or "")
        return (dienst.bel if dienst else None) or ""

    @property
    def beurten(self) -> list[Regel]:
        """Every stretch that comes."""
        return [_regel(beurt.van, beurt.tot, beurt.dienst, beurt.bron) for beurt in self.stand.beurten]

    @property
    def wijzigingen(self) -> list[tuple[UUID, Regel]]:
        """What was changed, and can be taken back."""
        return [(een.id, _regel(een.van, een.tot, een.dienst, een.soort)) for een in self.stand.wijzigingen]

    @property
    def diensten(self) -> list[tuple[str, str]]:
        """The seats to choose from."""
        return [(dienst.code, dienst_naam(dienst.code)) for dienst in self.stand.rooster.diensten]

    @property
    def vervanger(self) -> str:
        """Who hears it when nobody of this role can be reached."""
        return opsomming([rol_naam(str(rol)) for rol in self.stand.rooster.terugval])


def router(balie: Piketbalie, klok: Klok) -> APIRouter:
    """Add the page and what is sent to it."""
    router = page_router()

    async def toon(request: Request, status: int = 200, fouten: dict[str, str] | None = None) -> HTMLResponse:
        velden = await formulier(request) if request.method == "POST" else dict(request.query_params)
        standen = await balie.standen(klok(), klok() + VOORUIT, wie(request).gemeente)
        beelden = [Roosterbeeld(stand) for stand in standen if _gevraagd(stand, velden)]
        daad = request.path_params.get("daad", "")
        wat = {"roosters": beelden, "velden": velden, "fouten": fouten or {}, "daad": daad}
        return pagina(request, "escalatie/piket.html", status=status, **wat)

    @router.get("/piket")
    @actie("piket.lezen")
    async def lees(request: Request) -> HTMLResponse:
        return await toon(request)

    @router.post("/piket/{daad}")
    @actie("piket.wijzigen")
    async def doe(request: Request, daad: str) -> Response:
        try:
            await _doe(request, daad, balie, klok)
        except OngeldigeInvoer as fout:
            return await toon(request, 400, {een.veld: een.reden for een in fout.fouten})
        return omleiding("/piket")

    return router


async def _doe(request: Request, daad: str, balie: Piketbalie, klok: Klok) -> None:
    velden, door, nu = await formulier(request), str(wie(request).rol), context(request, klok)
    profiel = balie.profiel(str(velden.pop("gemeente", "")) or wie(request).gemeente)
    match daad:
        case "vervang":
            vervanging = lees_invoer(Vervangformulier, velden)
            van, tot = _op(vervanging.van, profiel.zone), _op(vervanging.tot, profiel.zone)
            await balie.wijzig(profiel, vervanging.rol, Stuk(vervanging.dienst, van, tot), nu, door=door)
        case "ruil":
            ruil = lees_invoer(Ruilformulier, velden)
            await balie.ruil(profiel, ruil.rol, _stuk(ruil.een), _stuk(ruil.ander), nu, door=door)
        case "importeer":
            agenda = lees_invoer(Agenda, velden)
            await balie.importeer(profiel, agenda.rol, agenda.agenda.encode(), nu, door=door)
        case _:
            verval = lees_invoer(Vervalformulier, velden)
            await balie.laat_vervallen(profiel, verval.rol, verval.wijziging_id, nu, door=door)


def _gevraagd(stand: Roosterstand, velden: Mapping[str, object]) -> bool:
    gemeente, rol = velden.get("gemeente"), velden.get("rol")
    return gemeente in (None, stand.profiel.gemeente.code) and rol in (None, str(stand.rooster.rol))


def _regel(van: datetime, tot: datetime, dienst: str | None, bron: str) -> Regel:
    keuze = f"{dienst}|{van.isoformat()}|{tot.isoformat()}"
    return Regel(van, tot, dienst_naam(dienst) if dienst else "Niemand", bron_naam(bron), keuze, dienst is None)


def _op(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _stuk(keuze: Beurtkeuze) -> Stuk:
    dienst, van, tot = keuze.split("|")
    return Stuk(dienst, datetime.fromisoformat(van), datetime.fromisoformat(tot))
