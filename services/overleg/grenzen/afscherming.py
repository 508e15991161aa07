"""Measures that say something about somebody's health or home: nothing that leads to a person or a place."""

from services.overleg.maatregel import Aanvraag, MaatregelGeweigerd
from shared.profiel.schema import Maatregelsoort

_NIETS = {
    "betrokkene": "een betrokkene",
    "gebied": "een gebied",
    "meldingen": "meldingen",
    "overleg_id": "een overleg",
    "agendapunt_id": "een agendapunt",
}


def toets(soort: Maatregelsoort, aanvraag: Aanvraag) -> None:
    """No betrokkene, no area, no links and no free text (LVS-3.1).

    Raises:
        MaatregelGeweigerd: there is one.
    """
    if not soort.afgeschermd:
        return
    for veld, wat in _NIETS.items():
        if getattr(aanvraag, veld):
            raise MaatregelGeweigerd(
                f"'{soort.naam}' wordt vastgelegd zonder {wat}: dat zegt iets over iemands gezondheid of thuis. "
                "Laat het leeg.",
                soort.regel,
            )
    if aanvraag.toegelicht:
        raise MaatregelGeweigerd(
            f"'{soort.naam}' wordt vastgelegd zonder toelichting. De onderbouwing hoort in het dossier.", soort.regel
        )
