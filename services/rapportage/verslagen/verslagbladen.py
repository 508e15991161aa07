"""Reports, goals and indicators as one table each: a row per number, so that any program can filter it. Pure."""

from collections.abc import Iterable, Iterator, Mapping

from services.rapportage.doelen.indicatoren import Indicatoren, Meter
from services.rapportage.openbaar.opening import Ligging
from services.rapportage.openbaar.opmaak import NIET_GETOOND
from services.rapportage.verslagen.bladen import KOPPEN, Rij, cijferrijen, kop, perioderijen
from services.rapportage.verslagen.raad import Kwartaaltabel, Raadsverslag
from services.rapportage.verslagen.verslag import Verslag
from shared.werkblad.blad import Cel, Werkblad

OPENING: Mapping[Ligging, str] = {
    "voor": "vóór de opening van de opvang",
    "over": "met de opening van de opvang",
    "na": "de opvang was open",
}


def verslagblad(uit: Verslag) -> Werkblad:
    """A quarter or a year: per month, and everything that a report about a period has."""
    rijen = [*kop(uit, uit.van, uit.tot), *_maanden(uit), *perioderijen(uit)]
    if uit.indicatoren:
        rijen += [*_doelen(uit.indicatoren)]
    return Werkblad(f"Verslag {uit.periode}", KOPPEN, rijen)


def raadblad(uit: Raadsverslag) -> Werkblad:
    """What the council gets; `x`: a number that is not shown."""
    rijen = [*kop(uit, uit.van, uit.tot), *_doelen(uit.indicatoren), *cijferrijen(uit.indicatoren.cijfers)]
    rijen += [rij for tabel in uit.kwartalen for rij in _kwartaal(tabel)]
    rijen += [("niet gepubliceerd", code, "", "", None) for code in uit.niet_gepubliceerd]
    return Werkblad(f"Raad {uit.soort}", KOPPEN, rijen)


def indicatorblad(uit: Indicatoren) -> Werkblad:
    """Priorities, goals and figures of a municipality."""
    basis: list[Rij] = [
        ("gemeente", uit.gemeente, uit.gemeente_naam, "bekend op", uit.peildatum.isoformat()),
        ("profielversie", "", "", "versie", uit.profielversie),
    ]
    return Werkblad("Doelen en indicatoren", KOPPEN, [*basis, *_doelen(uit), *cijferrijen(uit.cijfers)])


def _maanden(uit: Verslag) -> Iterator[Rij]:
    for maand in uit.maanden:
        yield "per maand", maand.maand, maand.naam, "meldingen", maand.meldingen
        yield "per maand", maand.maand, maand.naam, "incidenten", maand.incidenten
        for een in maand.per_aard:
            yield "per maand", maand.maand, maand.naam, een.code, een.aantal
    if uit.ervoor:
        yield "periode ervoor", uit.ervoor.periode, "", "meldingen", uit.ervoor.meldingen
        yield "periode ervoor", uit.ervoor.periode, "", "incidenten", uit.ervoor.incidenten


def _doelen(uit: Indicatoren) -> Iterator[Rij]:
    for punt in uit.speerpunten:
        yield "speerpunten", punt.code, punt.naam, "indicator", punt.vastgesteld
    yield from _meters("indicatoren", (punt.indicator for punt in uit.speerpunten if punt.indicator))
    yield from _meters("doelen", uit.doelen)


def _meters(onderdeel: str, meters: Iterable[Meter]) -> Iterator[Rij]:
    for meter in meters:
        wat: list[tuple[str, Cel]] = [("stand", meter.stand.value), ("norm", meter.norm), ("uitleg", meter.uitleg)]
        if meter.verwachting:
            wat += [(maat, getattr(meter.verwachting, maat)) for maat in ("jaar", "verwacht", "laag", "hoog")]
        for maat, waarde in wat:
            yield onderdeel, meter.code, meter.naam, maat, waarde


def _kwartaal(tabel: Kwartaaltabel) -> Iterator[Rij]:
    yield "openbare cijfers", tabel.kwartaal, "", "opening", OPENING[tabel.opening]
    (_, *maanden), *rijen = tabel.rijen
    for soort, *getallen in rijen:
        for maand, getal in zip(maanden, getallen, strict=True):
            waarde = getal if getal == NIET_GETOOND else int(getal)
            yield "openbare cijfers", tabel.kwartaal, soort, maand, waarde
