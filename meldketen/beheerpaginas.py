"""`/beheer/gezondheid` and `/beheer/profiel`: how it runs, and by which rules, in words."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from shared.contracts.elk import ProfielVastgesteld
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profiel
from shared.profiel.namen import deelnaam
from shared.profiel.schema.basis import Deel, MetRegel
from shared.profiel.vaststellen import profielstroom
from shared.taken import Soort
from shared.web import actie, page_router, pagina
from shared.web.shell import Gereedheid
from shared.web.vandaag import van_vandaag
from shared.woorden import dienstnaam

WACHTEN = {
    "wachtrij": "Wacht op opslaan",
    "te_publiceren": "Nog niet doorgegeven aan de andere diensten",
    "te_verwerken": "Nog niet verwerkt",
    "te_overnemen": "Berichten van het COA die nog niet zijn overgenomen",
}
ONDERDELEN = {
    "meldingen": "Meldingen",
    "reeksen": "Overleg",
    "bespreken": "Overleg: op tijd bespreken",
    "drempels": "Drempel",
    "ladders": "Ladder",
    "roosters": "Piket",
    "dienstnummers": "Dienstnummer",
    "stilte": "Stille uren",
    "hartslag": "Stilte van een locatie",
    "maatregelen": "Maatregel",
    "verzoeken": "Verzoek",
    "afspraken": "Afspraken",
    "berichten": "Berichten",
    "doorzetten": "Doorzetten",
    "bewaren": "Bewaren",
    "terugkoppelen": "Terugkoppelen",
    "publicatie": "Publicatie",
    "doelen": "Doel",
    "speerpunten": "Speerpunt",
    "dossierkluis": "Dossierkluis",
}
"""What each part of a profile is about; one without a word here is called as the profile calls it."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule in force: about what, under which code in the file, its id, and who said so when."""

    onderdeel: str
    naam: str
    code: str
    regel: str
    herkomst: str
    ingesteld_op: date | None


def paginas(
    ledger: Ledger, profielen: Sequence[Profiel], gereed: Callable[[], Awaitable[Gereedheid]], klok: Klok
) -> APIRouter:
    """Give both pages. `ledger`: of any service, for each records which profile is in force."""
    router = page_router()

    @router.get("/beheer/gezondheid")
    @actie("beheer.lezen")
    async def gezondheid(request: Request) -> HTMLResponse:
        stand = await gereed()
        niet = [(dienstnaam(wie), reden) for wie, reden in stand.niet.items()]
        nu, standen = klok(), list(_standen(stand.stand))
        niemand = [taak for taak in (await van_vandaag(request, nu)).van(Soort.NU) if taak.pad == "/kanalen"]
        return pagina(request, "beheer/gezondheid.html", niet=niet, standen=standen, niemand=niemand, nu=nu)

    @router.get("/beheer/profiel")
    @actie("beheer.lezen")
    async def profiel(request: Request) -> HTMLResponse:
        van_elk = [(een, await _sinds(ledger, een), list(regels(een))) for een in profielen]
        return pagina(request, "beheer/profiel.html", profielen=van_elk)

    return router


def _standen(stand: Mapping[str, str | int | float]) -> Iterator[tuple[str, str, str | int | float]]:
    for sleutel, waarde in stand.items():
        dienst, _, wat = sleutel.partition(".")
        if wat in WACHTEN:
            yield dienstnaam(dienst), WACHTEN[wat], waarde


async def _sinds(ledger: Ledger, profiel: Profiel) -> datetime | None:
    feiten = [recorded.fact for recorded in await ledger.load(profielstroom(profiel.gemeente.code))]
    geldend = [feit for feit in feiten if isinstance(feit, ProfielVastgesteld) and feit.sha256 == profiel.sha256]
    return geldend[-1].geldig_vanaf if geldend else None


def regels(profiel: Profiel) -> Iterator[Regel]:
    """Give every rule of a profile, in its order."""
    for veld in type(profiel).model_fields:
        waarde = getattr(profiel, veld)
        for deel in waarde if isinstance(waarde, tuple) else (waarde,):
            if isinstance(deel, Deel):
                yield from _van(profiel, deel, ONDERDELEN.get(veld, veld.capitalize()))


def _van(profiel: Profiel, deel: Deel, onderdeel: str) -> Iterator[Regel]:
    if isinstance(deel, MetRegel):
        code = str(getattr(deel, "code", ""))
        yield Regel(onderdeel, deelnaam(profiel, deel), code, str(deel.regel), str(deel.herkomst), deel.ingesteld_op)
    for veld in type(deel).model_fields:
        waarde = getattr(deel, veld)
        for binnen in waarde if isinstance(waarde, tuple) else (waarde,):
            if isinstance(binnen, Deel):
                yield from _van(profiel, binnen, onderdeel)
