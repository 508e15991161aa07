"""The legal limits of measures (TB-3): who may impose them, on what, for how long, after what, beside what."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from uuid import RFC_4122
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from services.overleg.maatregel import Aanvraag, Catalogus, Maatregel, MaatregelGeweigerd
from shared.contracts.overleg import GerichtOp
from shared.profiel.schema import Maatregelsoort, Rol

WILLEKEURIG = 4
"""The version of a UUID that is random: nothing about a person can be hidden in it."""
TWEE_DAGEN = 48


def toets(
    soort: Maatregelsoort,
    aanvraag: Aanvraag,
    catalogus: Catalogus,
    andere: Iterable[Maatregel],
    *,
    door: Rol | None,
    op: datetime,
) -> None:
    """Hold a request against every limit of its kind; `andere` are the measures of the same betrokkene.

    Raises:
        MaatregelGeweigerd: with the rule and the reason.
    """
    _gezag(soort, aanvraag, door)
    _doel(soort, aanvraag)
    _betrokkene(soort, aanvraag)
    _gebied(soort, aanvraag, catalogus)
    _termijn(soort, aanvraag, catalogus.zone)
    _om(soort, aanvraag, op)
    _combinatie(soort, aanvraag, catalogus, andere)


def _gezag(soort: Maatregelsoort, aanvraag: Aanvraag, door: Rol | None) -> None:
    if door is not soort.bevoegd or aanvraag.bevoegd_gezag not in (None, soort.bevoegd):
        raise MaatregelGeweigerd(f"Alleen de rol '{soort.bevoegd}' mag '{soort.naam}' opleggen.", soort.regel)
    if aanvraag.grondslag not in (None, soort.grondslag):
        raise MaatregelGeweigerd(f"De grondslag van '{soort.naam}' is: {soort.grondslag}.", soort.regel)


def _doel(soort: Maatregelsoort, aanvraag: Aanvraag) -> None:
    if aanvraag.gericht_op not in soort.gericht_op:
        kan = " of ".join(soort.gericht_op)
        raise MaatregelGeweigerd(f"'{soort.naam}' kan alleen gericht zijn op: {kan}.", soort.regel)


def _betrokkene(soort: Maatregelsoort, aanvraag: Aanvraag) -> None:
    wie = aanvraag.betrokkene
    if aanvraag.gericht_op is GerichtOp.GEBIED:
        if wie is not None:
            raise MaatregelGeweigerd("Een maatregel op een gebied heeft geen betrokkene. Laat die leeg.", soort.regel)
    elif wie is None:
        raise MaatregelGeweigerd("Vul de betrokkene in: het willekeurige kenmerk van de persoon.", soort.regel)
    elif wie.version != WILLEKEURIG or wie.variant != RFC_4122:
        raise MaatregelGeweigerd("De betrokkene moet een willekeurig kenmerk zijn (UUID versie 4).", "LVS-2.2")


def _gebied(soort: Maatregelsoort, aanvraag: Aanvraag, catalogus: Catalogus) -> None:
    if soort.gebieden and aanvraag.gebied not in soort.gebieden:
        raise MaatregelGeweigerd(
            f"De raad heeft voor '{soort.naam}' deze gebieden aangewezen: {', '.join(soort.gebieden)}. Kies er een.",
            soort.regel,
        )
    if aanvraag.gebied is not None and not soort.gebieden and aanvraag.gebied not in catalogus.gebieden:
        raise MaatregelGeweigerd("Dit gebied staat niet in het profiel van de gemeente.", soort.regel)


def _termijn(soort: Maatregelsoort, aanvraag: Aanvraag, zone: ZoneInfo) -> None:
    begin, eind = aanvraag.ingaande, aanvraag.eindigt
    if eind is not None and eind <= begin:
        raise MaatregelGeweigerd("Het einde moet na het begin liggen.", soort.regel)
    for uiterlijk, hoelang in _grenzen(soort, begin, zone):
        if eind is None:
            raise MaatregelGeweigerd(f"Vul in wanneer '{soort.naam}' eindigt: na hoogstens {hoelang}.", soort.regel)
        if eind > uiterlijk:
            raise MaatregelGeweigerd(f"'{soort.naam}' mag hoogstens {hoelang} duren.", soort.regel)


def _grenzen(soort: Maatregelsoort, begin: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, str]]:
    if soort.termijn_hoogstens is not None:
        yield begin + soort.termijn_hoogstens, _duur(soort.termijn_hoogstens)
    if soort.maanden_hoogstens is not None:
        uiterlijk = begin.astimezone(zone) + relativedelta(months=soort.maanden_hoogstens)
        yield uiterlijk, f"{soort.maanden_hoogstens} maanden"


def _duur(duur: timedelta) -> str:
    uren = duur.total_seconds() / 3600
    return f"{uren:g} uur" if uren <= TWEE_DAGEN else f"{uren / 24:g} dagen"


def _om(soort: Maatregelsoort, aanvraag: Aanvraag, op: datetime) -> None:
    if not soort.om_vooraf:
        return
    gesproken = aanvraag.om_geraadpleegd_op
    if gesproken is None or gesproken >= aanvraag.ingaande or gesproken > op:
        raise MaatregelGeweigerd(
            "Overleg eerst met het Openbaar Ministerie en vul in wanneer dat was: vóór de maatregel ingaat.",
            soort.regel,
        )


def _combinatie(soort: Maatregelsoort, aanvraag: Aanvraag, catalogus: Catalogus, andere: Iterable[Maatregel]) -> None:
    for ander in andere:
        if ander.betrokkene != aanvraag.betrokkene or not _tegelijk(aanvraag, ander):
            continue
        regel = _verbiedt(soort, ander.soort, catalogus)
        if regel:
            raise MaatregelGeweigerd(
                f"'{soort.naam}' mag niet samengaan met '{_naam(ander.soort, catalogus)}', "
                "die voor dezelfde betrokkene in dezelfde tijd geldt.",
                regel,
            )


def _verbiedt(soort: Maatregelsoort, ander: str, catalogus: Catalogus) -> str | None:
    """The rule by which one of the two excludes the other: it counts in both directions."""
    if ander in soort.niet_samen_met:
        return soort.regel
    tegen = catalogus.soorten.get(ander)
    return tegen.regel if tegen and soort.code in tegen.niet_samen_met else None


def _naam(code: str, catalogus: Catalogus) -> str:
    soort = catalogus.soorten.get(code)
    return soort.naam if soort else code


def _tegelijk(aanvraag: Aanvraag, ander: Maatregel) -> bool:
    begint_voor_het_eind = ander.eindigt is None or aanvraag.ingaande < ander.eindigt
    return begint_voor_het_eind and (aanvraag.eindigt is None or ander.ingaande < aanvraag.eindigt)
