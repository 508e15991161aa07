"""Yearly norms, live: on what is reported here, or on a municipal series that somebody imports (LV-3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID, uuid5

from services.escalatie.application.groeien import gemeten_sinds
from services.escalatie.application.openen import NAMESPACE, Zaken, zaak_id
from services.escalatie.drempels.jaarnorm import gaat_erover, metingen_uit_dagen
from services.escalatie.drempels.teller import Teller
from services.escalatie.drempels.telling import Overschrijding, Telmoment
from services.escalatie.drempels.uitleg import verwachting_in_woorden
from services.escalatie.opening import Waar
from services.escalatie.voorval import GEMEENTE, dag_van
from shared.contracts import Fact
from shared.contracts.escalatie import CijfersIngevoerd, Jaarverwachting, Meetwaarde, Periodecijfer
from shared.jaarverwachting import metingen_uit_cijfers, verwachting
from shared.profiel import Drempel, Profiel


@dataclass(frozen=True, slots=True)
class _HeleGemeente:
    gemeente: str
    locatie: str = GEMEENTE


def weeg_norm(zaken: Zaken, drempel: Drempel, teller: Teller, nieuw: Telmoment, waar: Waar) -> None:
    """Forecast the year from what was reported, once a year at most one alarm; what is history never warns."""
    jaar = datetime.fromordinal(vandaag := dag_van(zaken.tx.op, zaken.profiel)).year
    begin = date(jaar, 1, 1).toordinal()
    dagen = zaken.dagen(teller, begin, vandaag)
    sinds = gemeten_sinds(zaken, teller, vandaag)
    verwacht = verwachting(jaar, metingen_uit_dagen(jaar, dagen.alles, sinds, vandaag))
    if verwacht is None or not gaat_erover(drempel.grens, verwacht):
        return
    if nieuw.historisch:
        zaken.meld_historisch(teller, drempel, (nieuw,), f"historisch/jaar/{jaar}")
    else:
        waar = _HeleGemeente(teller.gemeente, teller.locatie)
        _waarschuw(zaken, drempel, teller, waar, verwacht, (nieuw,))


def voer_in(
    zaken: Zaken,
    reeks: str,
    bron: str,
    perioden: Sequence[Periodecijfer],
    *,
    eenheid: str = "aantal",
    metingen: Sequence[Meetwaarde] = (),
) -> list[Jaarverwachting]:
    """Record figures of a series and hold counts against the norms of this year; give what was forecast.

    What does not count, such as a mark, comes as `metingen` in its own `eenheid`.
    """
    gemeente = zaken.profiel.gemeente.code
    stroom = cijferstroom(gemeente, reeks)
    zaken.tx.facts(stroom)
    feit = CijfersIngevoerd(
        gemeente=gemeente,
        locatie=GEMEENTE,
        reeks=reeks,
        bron=bron,
        perioden=tuple(perioden),
        eenheid=eenheid,
        metingen=tuple(metingen),
    )
    zaken.tx.append(stroom, feit)
    jaar = date.fromordinal(dag_van(zaken.tx.op, zaken.profiel)).year
    verwacht = verwachting(jaar, metingen_uit_cijfers(jaar, alle_perioden(zaken.tx.facts(stroom))))
    for drempel in normen_van(zaken.profiel, reeks):
        if verwacht and gaat_erover(drempel.grens, verwacht):
            _waarschuw(zaken, drempel, Teller(gemeente, GEMEENTE, drempel.code), _HeleGemeente(gemeente), verwacht, ())
    return [verwacht] if verwacht else []


def normen_van(profiel: Profiel, reeks: str) -> list[Drempel]:
    """Which thresholds look at this series."""
    return [drempel for drempel in profiel.drempels if drempel.soort == "jaarnorm" and drempel.reeks == reeks]


def cijferstroom(gemeente: str, reeks: str) -> UUID:
    """Where the figures of one series stand."""
    return uuid5(NAMESPACE, f"cijfers/{gemeente}/{reeks}")


def alle_perioden(feiten: Sequence[Fact]) -> list[Periodecijfer]:
    """Put the imports together: of the same days the last figure holds."""
    samen = {
        (deel.van, deel.tot): deel for feit in feiten if isinstance(feit, CijfersIngevoerd) for deel in feit.perioden
    }
    return list(samen.values())


def _waarschuw(
    zaken: Zaken,
    drempel: Drempel,
    teller: Teller,
    waar: Waar,
    verwacht: Jaarverwachting,
    momenten: tuple[Telmoment, ...],
) -> None:
    """Open one escalation a year; a later figure of the same year joins it as long as it goes on."""
    waarvan = f"jaar/{verwacht.jaar}"
    if zaken.tx.facts(zaak_id(teller, waarvan)):
        if momenten and (gaande := zaken.gaande(teller)):
            zaken.voed(drempel, waar, gaande, momenten[0])
        return
    vol = Overschrijding(
        datetime.combine(date(verwacht.jaar, 1, 1), time.min, zaken.profiel.zone).astimezone(UTC),
        zaken.tx.op,
        momenten,
        hoeveel=verwacht.tot_nu_toe,
        toelichting=verwachting_in_woorden(drempel.grens, verwacht),
        verwachting=verwacht,
    )
    zaken.open_of_onderdruk(teller, drempel, waar, vol, waarvan)
