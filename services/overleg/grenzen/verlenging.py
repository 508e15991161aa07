"""How often and how far a measure may be extended."""

from collections.abc import Iterable
from datetime import datetime

from services.overleg.grenzen import samengaan
from services.overleg.grenzen.termijn import duur, maanden_later
from services.overleg.maatregel import Catalogus, Maatregel, MaatregelGeweigerd
from shared.profiel.schema import Maatregelsoort, Rol


def toets(
    maatregel: Maatregel,
    soort: Maatregelsoort,
    eindigt: datetime,
    catalogus: Catalogus,
    andere: Iterable[Maatregel],
    *,
    door: Rol | None,
    op: datetime,
) -> None:
    """Hold a later end against every limit of extensions; `andere` are the measures of the same betrokkene.

    Raises:
        MaatregelGeweigerd: with the rule and the reason.
    """
    if door is not soort.bevoegd:
        raise MaatregelGeweigerd(f"Alleen de rol '{soort.bevoegd}' mag '{soort.naam}' verlengen.", soort.regel)
    einde = _loopt_nog(maatregel, soort, op)
    if eindigt <= einde:
        raise MaatregelGeweigerd("Het nieuwe einde moet na het oude einde liggen.", soort.regel)
    _aantal(maatregel, soort)
    _lengte(maatregel, soort, einde, eindigt, catalogus)
    rest = [ander for ander in andere if ander.id != maatregel.id and not ander.ingetrokken]
    samengaan.toets(soort, maatregel.betrokkene, (maatregel.ingaande, eindigt), catalogus, rest)


def _loopt_nog(maatregel: Maatregel, soort: Maatregelsoort, op: datetime) -> datetime:
    if maatregel.eindigt is None:
        raise MaatregelGeweigerd("Deze maatregel heeft geen einde en hoeft niet verlengd te worden.", soort.regel)
    if maatregel.voorbij or maatregel.eindigt <= op:
        raise MaatregelGeweigerd("Verlengen kan alleen zolang de maatregel nog loopt. Deze is al voorbij.", soort.regel)
    return maatregel.eindigt


def _aantal(maatregel: Maatregel, soort: Maatregelsoort) -> None:
    if not soort.verlengbaar and maatregel.verlengd >= soort.verlengingen_hoogstens:
        keren = soort.verlengingen_hoogstens
        kan = f"mag hoogstens {keren} keer worden verlengd" if keren else "kan niet worden verlengd"
        raise MaatregelGeweigerd(f"'{soort.naam}' {kan}.", soort.regel)


def _lengte(
    maatregel: Maatregel, soort: Maatregelsoort, einde: datetime, eindigt: datetime, catalogus: Catalogus
) -> None:
    if soort.verlenging_hoogstens is not None:
        eerste = maatregel.eerste_einde or einde
        _niet_na(
            eerste + soort.verlenging_hoogstens, eindigt, soort, f"{duur(soort.verlenging_hoogstens)} worden verlengd"
        )
    elif soort.termijn_hoogstens is not None:
        _niet_na(
            einde + soort.termijn_hoogstens, eindigt, soort, f"{duur(soort.termijn_hoogstens)} per keer worden verlengd"
        )
    if soort.maanden_hoogstens is not None:
        per_keer = maanden_later(einde, soort.maanden_hoogstens, catalogus.zone)
        _niet_na(per_keer, eindigt, soort, f"{soort.maanden_hoogstens} maanden per keer worden verlengd")
    if soort.totaal_maanden_hoogstens is not None:
        samen = maanden_later(maatregel.ingaande, soort.totaal_maanden_hoogstens, catalogus.zone)
        _niet_na(samen, eindigt, soort, f"{soort.totaal_maanden_hoogstens} maanden duren, alle verlengingen samen")


def _niet_na(uiterlijk: datetime, eindigt: datetime, soort: Maatregelsoort, woorden: str) -> None:
    if eindigt > uiterlijk:
        raise MaatregelGeweigerd(f"'{soort.naam}' mag hoogstens {woorden}.", soort.regel)
