"""`/beheer/toegang`: sign-in links, sessions and keys: make them, see them, end them."""

import asyncio
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated, Protocol, TypeVar
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.responses import Response

from shared.facts import Fout, NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.profiel import Profielen, Rol
from shared.profiel.namen import pleknaam
from shared.web import Toegang, Wie, actie, context, formulier, lees_invoer, omleiding, page_router, pagina, wie
from shared.web.audit.opname import noem
from shared.web.audit.regel import gegeven
from shared.web.opmaak import ZONE
from shared.web.toegang.overzicht import DRIEHOEK, WEG
from shared.woorden import rolnaam

PAD = "/beheer/toegang"
ALLES = "alles"
"""The place of who may see everything that its giver may see."""
UREN = (("1", "1 uur"), ("24", "1 dag"), ("168", "1 week"))


class Geplaatst(Protocol):
    """What belongs to a municipality, or to all."""

    @property
    def gemeente(self) -> str | None:
        """Its code; None: all."""

    @property
    def locatie(self) -> str | None:
        """The code of the only location; None: all."""


G = TypeVar("G", bound=Geplaatst)


class Linkvraag(BaseModel):
    """What a new link is for. `plek`: `gemeente`, `gemeente:locatie`, or all."""

    model_config = ConfigDict(extra="forbid")

    rol: Rol
    plek: str = ""
    uren: Annotated[int, Field(ge=1, le=168)] = 24


class Sleutelvraag(BaseModel):
    """What a new key is for. It ends, on a day."""

    model_config = ConfigDict(extra="forbid")

    naam: Annotated[str, StringConstraints(min_length=2, max_length=60, strip_whitespace=True)]
    sleutelrol: Rol
    sleutelplek: str = ""
    geldig_tot: date
    alleen_lezen: bool = False


def router(
    toegang: Toegang, profielen: Profielen, klok: Klok, basis: str, accounts: frozenset[Rol] = frozenset()
) -> APIRouter:
    """Offer it to who supervises; who supervises one municipality sees and gives no more than that.

    `accounts`: the roles that come from the municipality's own accounts.
    """
    router = page_router()

    blad = partial(_blad, toegang, profielen, klok)

    @router.get(PAD)
    @actie("beheer.sleutels")
    async def toon(request: Request) -> HTMLResponse:
        return await blad(request)

    @router.post(f"{PAD}/link")
    @actie("beheer.sleutels")
    async def maak_link(request: Request) -> HTMLResponse:
        velden = await formulier(request)
        try:
            vraag = lees_invoer(Linkvraag, velden)
            _eis_geen_account(vraag.rol, accounts)
            gemeente, locatie = _plek(profielen, wie(request), vraag.plek)
            pad = await asyncio.to_thread(
                toegang.maak_link, vraag.rol, locatie=locatie, gemeente=gemeente, geldig=timedelta(hours=vraag.uren)
            )
        except OngeldigeInvoer as fout:
            return await blad(request, velden=velden, fouten=_fouten(fout), formulier="link")
        voor = f"{rolnaam(vraag.rol)}, {pleknaam(profielen, gemeente, locatie)}"
        nog = dict(UREN).get(str(vraag.uren), f"{vraag.uren} uur")
        kenmerk = await asyncio.to_thread(toegang.kenmerk, pad)
        noem(request, gegeven(vraag.rol, gemeente, locatie, kenmerk))
        return await blad(request, nieuwe_link=basis + pad, voor=voor, nog=nog, kenmerk=kenmerk)

    @router.post(f"{PAD}/sleutel")
    @actie("beheer.sleutels")
    async def maak_sleutel(request: Request) -> HTMLResponse:
        velden = await formulier(request)
        try:
            vraag = lees_invoer(Sleutelvraag, velden)
            gemeente, locatie = _plek(profielen, wie(request), vraag.sleutelplek)
            waar = {"locatie": locatie, "gemeente": gemeente}
            tot = _einde(vraag.geldig_tot, klok())
            sleutel = await asyncio.to_thread(
                lambda: toegang.maak_sleutel(
                    vraag.sleutelrol, label=vraag.naam, geldig_tot=tot, alleen_lezen=vraag.alleen_lezen, **waar
                )
            )
        except OngeldigeInvoer as fout:
            return await blad(request, velden=velden, fouten=_fouten(fout, "sleutel"), formulier="sleutel")
        noem(
            request, gegeven(vraag.sleutelrol, gemeente, locatie, await asyncio.to_thread(toegang.sleutel_id, sleutel))
        )
        return await blad(request, nieuwe_sleutel=sleutel)

    _einden(router, toegang, klok)
    return router


async def _blad(toegang: Toegang, profielen: Profielen, klok: Klok, request: Request, **anders: object) -> HTMLResponse:
    links, sessies, sleutels = await asyncio.to_thread(lambda: (toegang.links(), toegang.sessies(), toegang.sleutels()))
    door = wie(request)
    getoond = {
        "velden": {},
        "fouten": {},
        "formulier": "",
        "nieuwe_link": "",
        "nieuwe_sleutel": "",
        "voor": "",
        "nog": "",
        "kenmerk": "",
        **anders,
    }
    return pagina(
        request,
        "toegang.html",
        status=400 if getoond["fouten"] else 200,
        links=[een for een in links if _van(door, een)],
        sessies=[een for een in sessies if _van(door, een)],
        sleutels=[een for een in sleutels if _van(door, een)],
        rollen=[(str(rol), rolnaam(rol)) for rol in Rol],
        plekken=[(ALLES, "Alles wat u zelf mag"), *_plekken(profielen, door)],
        plek_van=partial(_waar, profielen),
        uren=UREN,
        nu=klok(),
        **getoond,
    )


def _einden(router: APIRouter, toegang: Toegang, klok: Klok) -> None:
    @router.post(f"{PAD}/sleutel/{{sleutel_id}}/trek-in")
    @actie("beheer.sleutels")
    async def trek_sleutel_in(request: Request, sleutel_id: UUID) -> Response:
        een = _eis(wie(request), {een.id: een for een in await asyncio.to_thread(toegang.sleutels)}, str(sleutel_id))
        noem(request, gegeven(een.rol, een.gemeente, een.locatie, een.id))
        await asyncio.to_thread(toegang.trek_in, str(sleutel_id))
        return omleiding(PAD)

    @router.post(f"{PAD}/link/{{link_id}}/trek-in")
    @actie("beheer.sleutels")
    async def trek_link_in(request: Request, link_id: UUID) -> Response:
        een = _eis(wie(request), {een.id: een for een in await asyncio.to_thread(toegang.links)}, str(link_id))
        noem(request, gegeven(een.rol, een.gemeente, een.locatie, een.kenmerk))
        await asyncio.to_thread(toegang.trek_link_in, link_id)
        return omleiding(PAD)

    @router.post(f"{PAD}/account/{{account_id}}/meld-af")
    @actie("beheer.sleutels")
    async def meld_af(request: Request, account_id: str) -> Response:
        een = _eis(wie(request), {een.account: een for een in await asyncio.to_thread(toegang.sessies)}, account_id)
        noem(request, gegeven(een.rol, een.gemeente, een.locatie, een.kenmerk))
        await toegang.meld_overal_af(account_id, context(request, klok))
        return omleiding(PAD if account_id != wie(request).account else "/")


def _van(door: Wie, een: Geplaatst) -> bool:
    return door.gemeente in (None, een.gemeente)


def _eis(door: Wie, bekend: Mapping[str, G], nummer: str) -> G:
    if nummer not in bekend or not _van(door, bekend[nummer]):
        raise NietGevonden(WEG)
    return bekend[nummer]


def _eis_geen_account(rol: Rol, accounts: frozenset[Rol]) -> None:
    """Refuse a link beside the account that the municipality itself gives, for who confirms, decides or imposes."""
    if rol in DRIEHOEK and rol in accounts:
        reden = f"voor de rol {rolnaam(rol)} maakt u hier geen link: wie die rol heeft, meldt zich aan met een account"
        raise OngeldigeInvoer(Fout("rol", reden))


def _waar(profielen: Profielen, een: Geplaatst) -> str:
    return pleknaam(profielen, een.gemeente, een.locatie)


def _plekken(profielen: Profielen, door: Wie) -> list[tuple[str, str]]:
    return [
        plek
        for profiel in profielen.alle()
        if door.gemeente in (None, profiel.gemeente.code)
        for plek in (
            (profiel.gemeente.code, f"Heel {profiel.gemeente.naam}"),
            *((f"{profiel.gemeente.code}:{een.code}", f"Alleen {een.naam}") for een in profiel.locaties),
        )
    ]


def _plek(profielen: Profielen, door: Wie, gekozen: str) -> tuple[str | None, str | None]:
    """Give municipality and location; nobody gives away more than they have."""
    if gekozen == ALLES:
        return door.gemeente, None
    if gekozen not in dict(_plekken(profielen, door)):
        raise OngeldigeInvoer(Fout("plek", "kies voor welke plek"))
    gemeente, _, locatie = gekozen.partition(":")
    return gemeente, locatie or None


def _einde(dag: date, nu: datetime) -> datetime:
    einde = datetime(dag.year, dag.month, dag.day, tzinfo=ZONE)
    if not nu < einde < nu + timedelta(days=730):
        raise OngeldigeInvoer(Fout("geldig_tot", "kies een dag na vandaag, en binnen twee jaar"))
    return einde


def _fouten(fout: OngeldigeInvoer, voor: str = "") -> dict[str, str]:
    """Give the reasons by field of the form; `voor`: how its fields of a place begin."""
    namen = {"locatie": f"{voor}plek", "plek": f"{voor}plek"}
    return {namen.get(een.veld, een.veld): een.reden for een in fout.fouten}
