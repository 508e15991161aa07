"""Where a measure may apply."""

from collections.abc import Iterable
from uuid import UUID

from services.overleg.maatregel import Aanvraag, Catalogus, Maatregel, MaatregelGeweigerd, vraagt_gebied
from shared.profiel.schema import Maatregelsoort


def toets(soort: Maatregelsoort, aanvraag: Aanvraag, catalogus: Catalogus) -> None:
    """In an area of the council, else in one of the profile; and not where the APV goes first.

    Raises:
        MaatregelGeweigerd: another area, none where one is needed, or one that the APV regulates.
    """
    if soort.gebieden and aanvraag.gebied not in soort.gebieden:
        raise MaatregelGeweigerd(
            f"De raad heeft voor '{soort.naam}' deze gebieden aangewezen: {', '.join(soort.gebieden)}. Kies er een.",
            soort.regel,
        )
    if aanvraag.gebied is None and vraagt_gebied(soort):
        geen = "" if catalogus.gebieden else " Het profiel heeft nog geen gebieden: vraag het beheer ze in te vullen."
        raise MaatregelGeweigerd(f"Kies het gebied waarvoor '{soort.naam}' geldt.{geen}", soort.regel)
    if aanvraag.gebied is not None and not soort.gebieden and aanvraag.gebied not in catalogus.gebieden:
        raise MaatregelGeweigerd("Dit gebied staat niet in het profiel van de gemeente.", soort.regel)
    _apv_gaat_voor(soort, aanvraag, catalogus)


def _apv_gaat_voor(soort: Maatregelsoort, aanvraag: Aanvraag, catalogus: Catalogus) -> None:
    for code in soort.wijkt_voor:
        ander = catalogus.soorten.get(code)
        if ander and (not ander.gebieden or aanvraag.gebied in ander.gebieden):
            raise MaatregelGeweigerd(
                f"In dit gebied regelt de {ander.grondslag} het al, met '{ander.naam}'. "
                f"Dan kan '{soort.naam}' niet ({soort.grondslag}): gebruik de {ander.grondslag}.",
                soort.regel,
            )


def toets_aanwijzing(
    soort: Maatregelsoort, aanvraag: Aanvraag, catalogus: Catalogus, andere: Iterable[Maatregel]
) -> None:
    """Only in an area that was designated, for all of the time.

    Raises:
        MaatregelGeweigerd: the area is not designated, or no longer.
    """
    if soort.binnen and aanwijzing(soort, aanvraag, andere) is None:
        namen = " of ".join(f"'{catalogus.naam(code)}'" for code in soort.binnen)
        raise MaatregelGeweigerd(
            f"'{soort.naam}' kan alleen in een aangewezen gebied. In dit gebied geldt niet de hele tijd {namen}.",
            soort.regel,
        )


def aanwijzing(soort: Maatregelsoort, aanvraag: Aanvraag, andere: Iterable[Maatregel]) -> UUID | None:
    """Return the designation that the request stands on."""
    for ander in andere:
        if ander.soort in soort.binnen and ander.gebied == aanvraag.gebied and _omvat(ander, aanvraag):
            return ander.id
    return None


def _omvat(ander: Maatregel, aanvraag: Aanvraag) -> bool:
    begint_eerder = not ander.ingetrokken and ander.ingaande <= aanvraag.ingaande
    if ander.eindigt is None:
        return begint_eerder
    return begint_eerder and aanvraag.eindigt is not None and aanvraag.eindigt <= ander.eindigt
