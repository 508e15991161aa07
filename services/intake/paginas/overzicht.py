"""`/meldingen`: the list and one melding, for staff."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import ValidationError

from services.intake.application import Inzage, Melding, Vraag
from services.intake.application.bevoegd import eigen_gemeente, eigen_locatie
from services.intake.application.gesprekken import Gesprekken
from services.intake.application.herkenning import Herkenning, Kenmerken
from services.intake.paginas.detail import Detail
from services.intake.paginas.woorden import SOORTEN, STATUSSEN, Woorden
from services.intake.voortgang import stand_voor_lijst
from shared.contracts.intake import Aard
from shared.web import Wie, actie, page_router, pagina, wie
from shared.web.dagen import als_iso
from shared.web.reasons import faults
from shared.web.toegang.wie import mag
from shared.woorden import AARDEN

OP_DE_PAGINA = {"tot": "tm", "locatie": "plek", "gemeente": "plek"}
KOLOMMEN = ("thema", "plaats", "kanaal", "locatie")
FILTERS = ("nummer", "plek", "aard", "soort", "status", "besproken", "vanaf", "tm", "volgorde", "na")
VOLGORDEN = {"gebeurd": "gebeurde", "ontvangen": "binnenkwam"}


def router(
    inzage: Inzage, gesprekken: Gesprekken, herkenning: Herkenning, detail: Detail, woorden: Woorden
) -> APIRouter:
    """Show meldingen and incidents to who may see them."""
    router = page_router()

    @router.get("/meldingen")
    @actie("meldingen.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        gekozen = {naam: waarde for naam in FILTERS if (waarde := request.query_params.get(naam, "").strip())}
        gekozen |= {naam: als_iso(gekozen[naam]) for naam in ("vanaf", "tm") if naam in gekozen}
        vraag, fouten = _vraag(gekozen)
        lezer = wie(request)
        filters = vraag.filter(eigen_locatie(lezer, vraag.locatie), eigen_gemeente(lezer, vraag.gemeente))
        meldingen, na = await inzage.pagina(filters, vraag.per_pagina)
        velden = {
            "velden": gekozen,
            "fouten": fouten,
            "ongelezen": await _ongelezen(gesprekken, lezer, woorden),
            **_te_kiezen(lezer, woorden),
            **_volgorde(gekozen, vraag.volgorde),
            "volgende": f"/meldingen?{urlencode({**gekozen, 'na': na})}" if na else None,
            "rijen": _rijen(meldingen, await herkenning.van(lezer, meldingen), woorden),
        }
        return pagina(request, "intake/meldingen.html", status=400 if fouten else 200, **velden)

    @router.get("/meldingen/{melding_id}")
    @actie("melding.lezen")
    async def een(request: Request, melding_id: UUID) -> HTMLResponse:
        return await detail.toon(request, melding_id)

    return router


async def _ongelezen(gesprekken: Gesprekken, lezer: Wie, woorden: Woorden) -> list[dict[str, object]]:
    if not mag(lezer, "gesprek.lezen"):
        return []
    return [
        {
            "id": een.melding_id,
            "wat": f"{een.aantal} {'bericht' if een.aantal == 1 else 'berichten'}",
            "locatie": woorden.naam("locatie", een.gemeente, een.locatie),
            "sinds": een.sinds,
        }
        for een in await gesprekken.ongelezen(lezer)
    ]


def _volgorde(gekozen: Mapping[str, str], volgorde: str) -> dict[str, object]:
    """Give in which order they stand, and where they stand in another with the same filters: from its beginning."""
    over = {naam: waarde for naam, waarde in gekozen.items() if naam not in ("volgorde", "na")}
    return {
        "volgorde": volgorde,
        "gefilterd": len(over),
        "volgorden": {
            code: (woord, f"/meldingen?{urlencode({**over, 'volgorde': code})}") for code, woord in VOLGORDEN.items()
        },
    }


def _te_kiezen(lezer: Wie, woorden: Woorden) -> dict[str, object]:
    return {
        "locaties": woorden.locaties(lezer.gemeente, lezer.locatie),
        "aarden": [(aard.value, naam) for aard, naam in AARDEN.items()],
        "soorten": list(SOORTEN.items()),
        "statussen": list(STATUSSEN.items()),
        "ja_nee": [("ja", "Ja"), ("nee", "Nee")],
    }


def _rijen(
    meldingen: Sequence[Melding], kenmerken: Mapping[UUID, Kenmerken], woorden: Woorden
) -> list[dict[str, object]]:
    return [_rij(melding, kenmerken[melding.id], woorden) for melding in meldingen]


def _vraag(gekozen: Mapping[str, str]) -> tuple[Vraag, dict[str, str]]:
    """Read the filters; one that cannot be read is named and does not count."""
    gegevens = _gegevens(gekozen)
    try:
        return Vraag.model_validate(gegevens), {}
    except ValidationError as fout:
        gebreken = faults(fout.errors(include_url=False, include_input=False))
    over = {naam: waarde for naam, waarde in gegevens.items() if naam not in {gebrek.veld for gebrek in gebreken}}
    fouten = {OP_DE_PAGINA.get(gebrek.veld, gebrek.veld): gebrek.reden for gebrek in gebreken}
    return Vraag.model_validate(over), fouten


def _gegevens(gekozen: Mapping[str, str]) -> dict[str, str]:
    gemeente, _, locatie = gekozen.get("plek", "").rpartition(":")
    gekozen = {**gekozen, "gemeente": gemeente, "locatie": locatie, "tot": _dag_erna(gekozen.get("tm", ""))}
    return {naam: waarde for naam, waarde in gekozen.items() if waarde and naam not in ("plek", "tm")}


def _dag_erna(dag: str) -> str:
    """On the page a day counts; what is asked ends before the next."""
    try:
        return str(date.fromisoformat(dag) + timedelta(days=1))
    except (ValueError, OverflowError):
        return dag


def _rij(melding: Melding, kenmerken: Kenmerken, woorden: Woorden) -> dict[str, object]:
    inhoud = melding.inhoud
    return {
        "id": melding.id,
        "gebeurd": melding.gebeurd,
        "ontvangen": melding.ontvangen_op,
        "stand": stand_voor_lijst(STATUSSEN[melding.status], kenmerken.overleg),
        "zelfde": kenmerken.zelfde,
        "woorden": kenmerken.woorden,
        "soort": SOORTEN[melding.soort],
        "aard": AARDEN[Aard(inhoud["aard"])],
        "historisch": inhoud["registratie"] == "historisch",
        **{
            veld: woorden.naam(veld, inhoud["gemeente"], inhoud[veld])
            for veld in ("thema", "plaats", "kanaal", "locatie")
        },
    }
