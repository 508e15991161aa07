"""Goals, indicators and figures in words and tables: the same ones on pages and in papers."""

from collections.abc import Iterable, Sequence
from typing import Any

from services.rapportage.doelen.bril import Jaarwaarde
from services.rapportage.doelen.cijferreeks import AANTAL
from services.rapportage.doelen.eenheden import NAMEN, waarde_in_woorden
from services.rapportage.doelen.indicatoren import Indicatoren, Meter, Reeksbeeld, Speerpuntbeeld
from services.rapportage.paginas.stukdelen import Deel, Tabel, deel, tabel
from shared.web.opmaak import datum

SOORTEN = {"objectief": "Geregistreerd", "subjectief": "Wat inwoners vinden", "niet-benoemd": "Niet in het profiel"}
JAREN_NAAST_ELKAAR = 6
VORMEN = {"groen": "●", "oranje": "▲", "rood": "■", "geen": "○"}
"""The same shapes as on the page: a colour never stands alone."""
TE_KLEIN = "x"
NAAST = "Geregistreerde cijfers en wat inwoners vinden zeggen elk iets anders. Daarom staan ze naast elkaar."
ALLEEN_GEREGISTREERD = "Er zijn nog geen cijfers ingevoerd over wat inwoners vinden, zoals rapportcijfers."
VAN_HELE_GEMEENTE = "Deze onderwerpen komen uit het veiligheidsbeleid van de hele gemeente."
NIET_GEKOZEN = "Bij ‘nog vast te stellen’ koos de gemeente nog geen cijfer. Er is dan nergens iets gemeten."
UITLEG_KLEIN = "Een x is een getal dat wij niet tonen: kleiner dan {}."


def meter_in_woorden(meter: Meter) -> dict[str, Any]:
    """Say how a goal stands, why, and what is expected."""
    jaren = [[str(jaar.jaar), _cel(meter.eenheid, jaar), jaar.bron] for jaar in meter.jaren]
    koppen = ["Jaar", NAMEN.get(meter.eenheid, meter.eenheid).capitalize(), "Bron"]
    return {
        "naam": meter.naam,
        "kleur": meter.kleur,
        "stand": meter.stand_in_woorden,
        "uitleg": meter.uitleg,
        "vooruit": _vooruit(meter),
        "tabellen": [tabel(f"{meter.naam}. Cijfers per jaar", koppen, jaren)] if jaren else [],
        "regel": meter.regel,
        "herkomst": _herkomst(meter),
    }


def speerpunten_in_woorden(uit: Indicatoren) -> list[dict[str, Any]]:
    """Give each priority, with its indicator where there is one."""
    return [
        {
            "naam": punt.naam,
            "regel": punt.regel,
            "vastgesteld": punt.vastgesteld,
            "meter": meter_in_woorden(punt.indicator) if punt.indicator else None,
        }
        for punt in uit.speerpunten
    ]


def naast_elkaar(cijfers: Sequence[Reeksbeeld]) -> list[Tabel]:
    """Put registered figures and what people answered in one table (TB-1.2, LV-2); none where there are no figures.

    The newest year comes first: on a telephone the last columns lie beside the screen.
    """
    alle = sorted({jaar.jaar for reeks in cijfers for jaar in reeks.jaren}, reverse=True)[:JAREN_NAAST_ELKAAR]
    met_cijfers = [reeks for reeks in cijfers if any(jaar.jaar in alle for jaar in reeks.jaren)]
    if not alle:
        return []
    rijen = [[_naam(reeks), *_over(reeks, alle), SOORTEN[reeks.soort], _bronnen(reeks, alle)] for reeks in met_cijfers]
    beide = "Geregistreerde cijfers naast wat inwoners vinden" if _vraagt(met_cijfers) else "Geregistreerde cijfers"
    return [tabel(beide, ["Cijfer", *map(str, alle), "Soort", "Bron"], rijen)]


def _vraagt(cijfers: Iterable[Reeksbeeld]) -> bool:
    return any(reeks.soort == "subjectief" for reeks in cijfers)


def cijferdeel(cijfers: Sequence[Reeksbeeld], kleinste: int | None) -> Deel:
    """Write the part of a paper that holds that table."""
    tabellen = naast_elkaar(cijfers)
    zinnen = [NAAST if _vraagt(cijfers) else ALLEEN_GEREGISTREERD, "Het zijn cijfers van de hele gemeente."]
    if not tabellen:
        zinnen = ["Er zijn nog geen cijfers van de gemeente ingevoerd."]
    elif kleinste and _heeft_klein(cijfers):
        zinnen.append(UITLEG_KLEIN.format(kleinste))
    return deel("Cijfers van de gemeente", tabellen, zinnen)


def _heeft_klein(cijfers: Iterable[Reeksbeeld]) -> bool:
    return any(jaar.te_klein for reeks in cijfers for jaar in reeks.jaren)


def _naam(reeks: Reeksbeeld) -> str:
    """Counts and percentages show what they are; a mark must say so."""
    zegt_het = reeks.eenheid in (AANTAL, "procent") or reeks.eenheid in reeks.naam.lower()
    return reeks.naam if zegt_het else f"{reeks.naam} ({reeks.eenheid})"


def _over(reeks: Reeksbeeld, alle: Iterable[int]) -> list[str]:
    per_jaar = {jaar.jaar: jaar for jaar in reeks.jaren}
    return [_cel(reeks.eenheid, per_jaar[jaar]) if jaar in per_jaar else "geen cijfer" for jaar in alle]


def _bronnen(reeks: Reeksbeeld, alle: Sequence[int]) -> str:
    bronnen = dict.fromkeys(jaar.bron for jaar in reeks.jaren if jaar.jaar in alle)
    return "; ".join(bronnen)


def _cel(eenheid: str, jaar: Jaarwaarde) -> str:
    if jaar.waarde is None:
        return TE_KLEIN
    return waarde_in_woorden(eenheid, jaar.waarde) + ("" if jaar.heel else " (tot nu toe)")


def _vooruit(meter: Meter) -> str:
    uit = meter.verwachting
    if uit is None:
        return meter.geen_verwachting
    waarden = [waarde_in_woorden(meter.eenheid, waarde) for waarde in (uit.verwacht, uit.laag, uit.hoog)]
    return (
        f"Verwachting voor {uit.jaar}: {waarden[0]}, met een interval van 90% van {waarden[1]} tot {waarden[2]}. "
        f"{uit.methode}"
    )


def _herkomst(meter: Meter) -> str:
    if meter.herkomst == "document":
        return "zo staat het in het beleid"
    return f"vastgesteld door de gemeente op {datum(meter.ingesteld_op)}" if meter.ingesteld_op else meter.herkomst


def doeldelen(uit: Indicatoren) -> list[Deel]:
    """Write the part of a paper about the goals of the municipality."""
    if not uit.doelen:
        return [deel("Doelen", zinnen=["Het beleid van deze gemeente noemt geen doel met een getal."])]
    rijen = [[doel.naam, _stand(doel), _waarom(doel), f"{doel.regel}, {_herkomst(doel)}"] for doel in uit.doelen]
    stand = tabel("Hoe het met elk doel staat", ["Doel", "Stand", "Waarom", "Regel"], rijen)
    return [deel("Doelen", [stand, *_tabellen(uit.doelen)])]


def speerpuntdelen(uit: Indicatoren, locatie: str) -> list[Deel]:
    """Write the part about the priorities of the whole policy, apart from what was counted at one location."""
    if not uit.speerpunten:
        return []
    koppen = ["Speerpunt", "Indicator", "Stand", "Waarom", "Regel"]
    alle = tabel("Speerpunten en hun indicator", koppen, [_speerpuntrij(punt) for punt in uit.speerpunten])
    meters = [punt.indicator for punt in uit.speerpunten if punt.indicator]
    zinnen = [f"{VAN_HELE_GEMEENTE} Bij {locatie} is hiervan niets gemeten."]
    zinnen += [NIET_GEKOZEN] if len(meters) < len(uit.speerpunten) else []
    return [deel("Los hiervan: speerpunten van de hele gemeente", [alle, *_tabellen(meters)], zinnen)]


def _speerpuntrij(punt: Speerpuntbeeld) -> list[str]:
    meter = punt.indicator
    if meter is None:
        return [punt.naam, punt.vastgesteld, "○ niet gemeten", "De gemeente koos nog geen cijfer.", punt.regel]
    return [punt.naam, meter.naam, _stand(meter), _waarom(meter), f"{meter.regel}, {_herkomst(meter)}"]


def _stand(meter: Meter) -> str:
    return f"{VORMEN[meter.kleur]} {meter.stand_in_woorden}"


def _waarom(meter: Meter) -> str:
    vooruit = _vooruit(meter)
    return meter.uitleg if vooruit == meter.uitleg else f"{meter.uitleg} {vooruit}"


def _tabellen(meters: Iterable[Meter]) -> list[Tabel]:
    return [tabel_ for meter in meters for tabel_ in meter_in_woorden(meter)["tabellen"]]
