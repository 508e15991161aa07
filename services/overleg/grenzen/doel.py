"""At what a measure is aimed, and that a person is only ever a random id."""

from services.overleg.maatregel import Aanvraag, MaatregelGeweigerd
from shared.contracts.overleg import GerichtOp
from shared.profiel.schema import Maatregelsoort

WILLEKEURIG = 4
"""The version of a UUID that is random: nothing about a person can be hidden in it."""


def toets(soort: Maatregelsoort, aanvraag: Aanvraag) -> None:
    """A person, a group or an area, as the catalogue says.

    Raises:
        MaatregelGeweigerd: aimed at something else, or the betrokkene is missing, too much, or not random.
    """
    if aanvraag.gericht_op not in soort.gericht_op:
        kan = " of ".join(soort.gericht_op)
        raise MaatregelGeweigerd(f"'{soort.naam}' kan alleen gericht zijn op: {kan}.", soort.regel)
    if aanvraag.gericht_op is GerichtOp.GEBIED:
        _geen_betrokkene(soort, aanvraag)
    elif not soort.afgeschermd:
        _betrokkene(soort, aanvraag)


def _geen_betrokkene(soort: Maatregelsoort, aanvraag: Aanvraag) -> None:
    if aanvraag.betrokkene is not None:
        raise MaatregelGeweigerd("Een maatregel op een gebied heeft geen betrokkene. Laat die leeg.", soort.regel)


def _betrokkene(soort: Maatregelsoort, aanvraag: Aanvraag) -> None:
    wie = aanvraag.betrokkene
    if wie is None:
        raise MaatregelGeweigerd("Vul de betrokkene in: het willekeurige kenmerk van de persoon.", soort.regel)
    if wie.version != WILLEKEURIG:  # also None, where the variant is another than that of RFC 4122
        raise MaatregelGeweigerd("De betrokkene moet een willekeurig kenmerk zijn (UUID versie 4).", "LVS-2.2")
