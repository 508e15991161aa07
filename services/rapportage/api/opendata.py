"""Tables for everybody, and publishing them."""

import json
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from services.rapportage.api import csvw
from services.rapportage.api.bestand import BESTANDEN
from services.rapportage.api.wie import voor
from services.rapportage.application import Publicatie, Rapportagedienst, Uitgever
from services.rapportage.beeld import Vorm
from services.rapportage.duiding import bijnaam
from services.rapportage.openbaar import als_werkblad
from shared.klok import Klok
from shared.web import actie, context, wie
from shared.werkblad import bestand_antwoord

Kwartaalcode = Annotated[str, Query(description="Een kwartaal of jaar dat voorbij is, bijvoorbeeld 2026-K3 of 2026")]
CSV = "text/csv; charset=utf-8"


class Verzoek(BaseModel):
    """What is to be published."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, validate_by_name=True)

    locatie: str
    kwartaal: str
    gemeente: str | None = None


class Publicatievorm(Vorm):
    """One published table; `weggelaten` numbers are not shown (`x`), so that no number under the threshold is found."""

    gemeente: str
    locatie: str
    kwartaal: str
    gepubliceerd_op: datetime
    sha256: str
    kleinste_getal: int
    weggelaten: int
    afgerond_op: int | None
    regelversie: str


class Nagerekend(Vorm):
    """Whether a published table, made again from what was known then, is the same byte for byte."""

    gelijk: bool
    sha256: str


class Publicaties(Vorm):
    """Everything that was published."""

    publicaties: list[Publicatievorm]


def open_data(router: APIRouter, dienst: Rapportagedienst, uitgever: Uitgever, klok: Klok) -> None:
    """Add the routes."""

    @router.get("/open-data", tags=["open-data"])
    @actie("open-data.lezen")
    async def lijst(request: Request) -> Publicaties:
        """Geef wat gepubliceerd is, het nieuwste kwartaal eerst."""
        return Publicaties(publicaties=[_vorm(publicatie) for publicatie in await uitgever.alles()])

    @router.get("/open-data/meldingen.csv", tags=["open-data"], responses={200: {"content": {"text/csv": {}}}})
    @actie("open-data.lezen")
    async def meldingen(
        request: Request, locatie: str, kwartaal: Kwartaalcode, gemeente: str | None = None
    ) -> Response:
        """Geef de meldingen per aard, van een kwartaal per maand of van een jaar per kwartaal; x: niet getoond.

        De kop `Link` wijst naar de beschrijving van deze tabel.
        """
        publicatie = await uitgever.een(dienst.plek(locatie, gemeente), kwartaal)
        naam = f"meldingen-{publicatie.locatie}-{publicatie.periode}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{naam}"', "Link": csvw.koppeling(publicatie)}
        return Response(publicatie.tabel, media_type=CSV, headers=headers)

    @router.get(f"/open-data/{csvw.METADATA}", tags=["open-data"])
    @actie("open-data.lezen")
    async def beschrijving(
        request: Request, locatie: str, kwartaal: Kwartaalcode, gemeente: str | None = None
    ) -> Response:
        """Geef wat er bij de CSV hoort: wat de kolommen zijn en wat de getallen niet zeggen (CSV on the Web)."""
        plek = dienst.plek(locatie, gemeente)
        inhoud = csvw.metadata(await uitgever.een(plek, kwartaal), plek)
        return Response(json.dumps(inhoud, ensure_ascii=False, indent=1).encode(), media_type=csvw.MEDIA_TYPE)

    @router.get("/open-data/meldingen.{formaat}", tags=["open-data"], responses=BESTANDEN)
    @actie("open-data.lezen")
    async def bestand(
        request: Request,
        formaat: Literal["ods", "xlsx", "json"],
        locatie: str,
        kwartaal: Kwartaalcode,
        gemeente: str | None = None,
    ) -> Response:
        """Geef dezelfde tabel als werkblad, of als JSON met wat de getallen niet zeggen."""
        plek = dienst.plek(locatie, gemeente)
        publicatie = await uitgever.een(plek, kwartaal)
        titel = f"Meldingen {publicatie.periode}{bijnaam(plek.locatie, publicatie.periode)}"
        blad = als_werkblad(publicatie.tabel, titel, csvw.noten_bij(publicatie, plek))
        return bestand_antwoord(blad, formaat, f"meldingen-{publicatie.locatie}-{publicatie.periode}")

    @router.get("/open-data/_reken-na", tags=["open-data"])
    @actie("open-data.publiceren")
    async def reken_na(
        request: Request, locatie: str, kwartaal: Kwartaalcode, gemeente: str | None = None
    ) -> Nagerekend:
        """Maak een gepubliceerde tabel opnieuw van wat toen bekend was, en zeg of zij gelijk is."""
        plek, _ = voor(request, dienst, locatie, gemeente)
        gelijk = await uitgever.narekenen(plek, kwartaal)
        return Nagerekend(gelijk=gelijk, sha256=(await uitgever.een(plek, kwartaal)).sha256)

    @router.post("/open-data/_publiceer", tags=["open-data"], status_code=201)
    @actie("open-data.publiceren")
    async def publiceer(request: Request, verzoek: Verzoek) -> Publicatievorm:
        """Publiceer een kwartaal of een jaar, één keer en voorgoed."""
        plek, _ = voor(request, dienst, verzoek.locatie, verzoek.gemeente)
        await uitgever.publiceer(plek, verzoek.kwartaal, context(request, klok), door=str(wie(request).rol))
        return _vorm(await uitgever.een(plek, verzoek.kwartaal))


def _vorm(publicatie: Publicatie) -> Publicatievorm:
    return Publicatievorm(
        gemeente=publicatie.gemeente,
        locatie=publicatie.locatie,
        kwartaal=publicatie.periode,
        gepubliceerd_op=publicatie.op,
        sha256=publicatie.sha256,
        kleinste_getal=publicatie.kleinste_getal,
        weggelaten=publicatie.weggelaten,
        afgerond_op=publicatie.afgerond_op,
        regelversie=publicatie.regelversie,
    )
