"""Competence, and the legal basis it stands on."""

from services.overleg.maatregel import Aanvraag, MaatregelGeweigerd
from shared.profiel.schema import Maatregelsoort, Rol


def toets(soort: Maatregelsoort, aanvraag: Aanvraag, door: Rol | None) -> None:
    """Only the authority and the basis of the catalogue, with the council's verordening where that is needed.

    Raises:
        MaatregelGeweigerd: somebody else, another basis, or no verordening of the council.
    """
    gezag = soort.gezag or soort.bevoegd
    if door is not soort.bevoegd or aanvraag.bevoegd_gezag not in (None, gezag):
        raise MaatregelGeweigerd(f"Alleen de rol '{soort.bevoegd}' mag '{soort.naam}' opleggen.", soort.regel)
    if aanvraag.grondslag not in (None, soort.grondslag):
        raise MaatregelGeweigerd(f"De grondslag van '{soort.naam}' is: {soort.grondslag}.", soort.regel)
    if soort.verordening_vereist and not soort.verordening:
        raise MaatregelGeweigerd(
            f"'{soort.naam}' kan alleen als de raad de burgemeester die bevoegdheid bij verordening gaf. "
            "Het profiel van de gemeente noemt geen verordening.",
            soort.regel,
        )
