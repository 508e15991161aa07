"""How long a measure may last."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from services.overleg.maatregel import GEBIEDSVERBODEN, Aanvraag, Catalogus, Maatregel, MaatregelGeweigerd
from shared.profiel.schema import Maatregelsoort

TWEE_DAGEN = 48


def toets(soort: Maatregelsoort, aanvraag: Aanvraag, catalogus: Catalogus) -> None:
    """No longer than the catalogue says, counted on the municipality's clocks and calendar.

    Raises:
        MaatregelGeweigerd: too long, without the end that is needed, or over before it begins.
    """
    begin, eind, zone = aanvraag.ingaande, aanvraag.eindigt, catalogus.zone
    if eind is not None and eind <= begin:
        raise MaatregelGeweigerd("Het einde moet na het begin liggen.", soort.regel)
    if eind is None and soort.einde_verplicht:
        raise MaatregelGeweigerd(
            f"Vul in wanneer '{soort.naam}' eindigt: niet later dan nodig is voor de openbare orde.", soort.regel
        )
    for uiterlijk, hoelang in _grenzen(soort, begin, zone):
        if eind is None:
            raise MaatregelGeweigerd(f"Vul in wanneer '{soort.naam}' eindigt: na hoogstens {hoelang}.", soort.regel)
        if eind > uiterlijk:
            raise MaatregelGeweigerd(
                f"'{soort.naam}' mag hoogstens {hoelang} duren: uiterlijk tot "
                f"{uiterlijk.astimezone(zone):%d-%m-%Y %H.%M} uur.{_langer(soort, begin, eind, catalogus)}",
                soort.regel,
            )


def toets_aaneengesloten(soort: Maatregelsoort, aanvraag: Aanvraag, andere: Iterable[Maatregel]) -> None:
    """Measures that follow each other without a break in one area count as one (TB-3.3).

    Raises:
        MaatregelGeweigerd: together they last too long.
    """
    hoogstens, eind = soort.termijn_hoogstens, aanvraag.eindigt
    if not soort.aaneengesloten or hoogstens is None or eind is None:
        return
    begin = aanvraag.ingaande
    zelfde = [ander for ander in andere if ander.soort == soort.code and ander.gebied == aanvraag.gebied]
    for ander in sorted(zelfde, key=lambda each: each.ingaande, reverse=True):
        if ander.eindigt is not None and ander.ingaande <= begin <= ander.eindigt:
            begin = ander.ingaande
    for ander in sorted(zelfde, key=lambda each: each.ingaande):
        if ander.eindigt is not None and begin <= ander.ingaande <= eind:
            eind = max(eind, ander.eindigt)
    if eind - begin > hoogstens:
        raise MaatregelGeweigerd(
            f"'{soort.naam}' mag hoogstens {duur(hoogstens)} achtereen duren. "
            "In dit gebied sluit dit aan op een eerdere of latere, en samen is dat te lang.",
            soort.regel,
        )


def maanden_later(begin: datetime, maanden: int, zone: ZoneInfo) -> datetime:
    """The same day and hour so many months later, on the clocks of the municipality."""
    return begin.astimezone(zone) + relativedelta(months=maanden)


def duur(duur: timedelta) -> str:
    """A length of time in words: hours up to two days, then days."""
    uren = duur.total_seconds() / 3600
    return f"{uren:g} uur" if uren <= TWEE_DAGEN else f"{uren / 24:g} dagen"


def _langer(soort: Maatregelsoort, begin: datetime, eind: datetime, catalogus: Catalogus) -> str:
    """Name the other area bans of the profile whose own longest term holds the end that was asked."""
    for ander in catalogus.soorten.values() if soort.code in GEBIEDSVERBODEN else ():
        grenzen = list(_grenzen(ander, begin, catalogus.zone)) if ander.code in GEBIEDSVERBODEN else []
        if grenzen and all(eind <= uiterlijk for uiterlijk, _ in grenzen):
            return f" Langer kan met '{ander.naam}': hoogstens {grenzen[0][1]}, als aan de voorwaarden is voldaan."
    return ""


def _grenzen(soort: Maatregelsoort, begin: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, str]]:
    if soort.termijn_hoogstens is not None:
        yield begin + soort.termijn_hoogstens, duur(soort.termijn_hoogstens)
    if soort.maanden_hoogstens is not None:
        yield maanden_later(begin, soort.maanden_hoogstens, zone), f"{soort.maanden_hoogstens} maanden"
