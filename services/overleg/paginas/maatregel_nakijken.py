"""A last look at a measure, before it stands: in words what was filled in, and what is remarkable about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.overleg.grenzen import Kanttekening
from services.overleg.paginas.maatregelformulier import WOORDEN, Maatregelformulier
from services.overleg.paginas.zinnen import moment
from shared.profiel import Maatregelsoort, Profiel
from shared.web import pagina, terug_kan
from shared.web.opmaak import tijdstip

VASTLEGGEN, WIJZIGEN = "vastleggen", "wijzigen"


@dataclass(frozen=True, slots=True)
class Gezien:
    """What stands out, and whether nothing was imposed at this case number before."""

    bekijk: Sequence[Kanttekening]
    eerste: bool


def nakijken(
    request: Request,
    profiel: Profiel,
    soort: Maatregelsoort,
    invoer: Maatregelformulier,
    gezien: Gezien,
    velden: Mapping[str, object],
) -> HTMLResponse:
    """Show what would be imposed; the form carries everything on, and changes nothing yet."""
    blad = pagina(
        request,
        "overleg/maatregel_nakijken.html",
        soort=soort,
        antwoorden=list(_antwoorden(profiel, soort, invoer)),
        bekijk=gezien.bekijk,
        eerste=gezien.eerste,
        toegelicht=bool(invoer.toelichting),
        weert_iemand=invoer.gericht_op == "persoon" and bool(invoer.gebied),
        velden=[(naam, each) for naam, waarde in velden.items() for each in _elk(waarde)],
    )
    return terug_kan(blad)


def _antwoorden(profiel: Profiel, soort: Maatregelsoort, invoer: Maatregelformulier) -> Iterator[tuple[str, str]]:
    gronden = [each.naam for each in soort.voorwaarden if each.code in invoer.voorwaarden]
    gebieden = {gebied.code: gebied.naam for plek in profiel.locaties for gebied in plek.gebieden}
    for veld, waarde in {
        "voorwaarden": "; ".join(gronden),
        "dossier": invoer.dossier,
        "gebied": gebieden.get(invoer.gebied or "", ""),
        "ingaande": _op(invoer.ingaande, profiel),
        "eindigt": _op(invoer.eindigt, profiel) or "Geen einde",
        "omGeraadpleegdOp": _op(invoer.om_geraadpleegd_op, profiel),
        "driehoekOp": _op(invoer.driehoek_op, profiel),
        "toelichting": invoer.toelichting,
    }.items():
        if waarde:
            yield WOORDEN[veld], waarde


def _op(klok: datetime | None, profiel: Profiel) -> str:
    op = moment(klok, profiel.zone)
    return tijdstip(op) if op else ""


def _elk(waarde: object) -> Sequence[object]:
    return waarde if isinstance(waarde, list) else [waarde]
