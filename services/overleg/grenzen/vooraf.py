"""Who must have been consulted before a measure takes effect."""

from datetime import datetime

from services.overleg.maatregel import Aanvraag, MaatregelGeweigerd
from shared.profiel.schema import Maatregelsoort


def toets(soort: Maatregelsoort, aanvraag: Aanvraag, op: datetime) -> None:
    """The OM before a gebiedsverbod (TB-3.2); the officier van justitie in the driehoek before a risk area (TB-3.3).

    Raises:
        MaatregelGeweigerd: not consulted, too late, or in the future.
    """
    _niet_in_de_toekomst(aanvraag, soort, op)
    if soort.om_vooraf and not _vooraf(aanvraag.om_geraadpleegd_op, aanvraag):
        raise MaatregelGeweigerd(
            "Overleg eerst met het Openbaar Ministerie en vul in wanneer dat was: vóór de maatregel ingaat.",
            soort.regel,
        )
    if soort.driehoek_vooraf and not _vooraf(aanvraag.driehoek_op, aanvraag):
        raise MaatregelGeweigerd(
            "Overleg eerst met de officier van justitie in de driehoek en vul in wanneer dat was: "
            "vóór de maatregel ingaat.",
            soort.regel,
        )


def _niet_in_de_toekomst(aanvraag: Aanvraag, soort: Maatregelsoort, op: datetime) -> None:
    gesproken = {
        "het Openbaar Ministerie": soort.om_vooraf and aanvraag.om_geraadpleegd_op,
        "de driehoek": soort.driehoek_vooraf and aanvraag.driehoek_op,
    }
    for met, moment in gesproken.items():
        if moment and moment > op:
            raise MaatregelGeweigerd(
                f"Het overleg met {met} ligt in de toekomst. Vul in wanneer u het overleg had, of overleg eerst.",
                soort.regel,
            )


def _vooraf(gesproken: datetime | None, aanvraag: Aanvraag) -> bool:
    return gesproken is not None and gesproken < aanvraag.ingaande
