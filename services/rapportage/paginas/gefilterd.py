"""A page that answers one question: the form with the question above, the answer below."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.rapportage.application import Rapportagedienst, kijker
from services.rapportage.paginas.kiezen import kies_plek, waarde
from services.rapportage.paginas.tijdkeuzes import tijdkeuzes
from services.rapportage.plek import Kijker, Plek
from shared.facts import OngeldigeInvoer
from shared.web import pagina, wie

Vraag = Callable[..., Awaitable[Any]]
"""Takes the location, with whose eyes, now, and the fields of the form."""
Erbij = Callable[[Any, Plek], Mapping[str, object]]
"""What the template needs of an answer."""


@dataclass(frozen=True)
class Filter:
    """What stands in the form; empty is what most want: the first location, now."""

    locatie: str
    velden: dict[str, str]

    def vraag(self) -> dict[str, str | None]:
        """Return the fields as the application takes them."""
        return {veld: tekst or None for veld, tekst in self.velden.items()}


async def toon(
    request: Request, dienst: Rapportagedienst, nu: datetime, gekozen: Filter, vraag: Vraag, sjabloon: str, erbij: Erbij
) -> HTMLResponse:
    """Show the answer; where the form has a mistake it says so, above the answer to an empty form."""
    wie_kijkt = kijker(wie(request))
    plekken = dienst.plekken(wie_kijkt)
    plek = kies_plek(plekken, gekozen.locatie)
    antwoord, fouten = await _antwoord(vraag, plek, wie_kijkt, nu, gekozen)
    return pagina(
        request,
        sjabloon,
        status=400 if fouten else 200,
        locaties=[(waarde(een), een.locatie.naam) for een in plekken],
        velden={"locatie": waarde(plek), **gekozen.velden},
        tijden=tijdkeuzes(plek, nu, gekozen.velden),
        fouten=fouten,
        **erbij(antwoord, plek),
    )


async def _antwoord(
    vraag: Vraag, plek: Plek, wie_kijkt: Kijker, nu: datetime, gekozen: Filter
) -> tuple[object, dict[str, str]]:
    try:
        return await vraag(plek, wie_kijkt, nu, **gekozen.vraag()), {}
    except OngeldigeInvoer as fout:
        return await vraag(plek, wie_kijkt, nu), {een.veld: een.reden for een in fout.fouten}
