"""The words on screen for the codes of the contract and of a profile, in the order in which people know them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shared.profiel import Keuze, Profiel
from shared.profiel.eigen import NAMEN as EIGEN
from shared.woorden import AARDEN
from shared.woorden import ERNST as HOE_ERNSTIG
from shared.woorden import GERICHT_TEGEN as GERICHT

Lijst = Mapping[str, str]
"""Code to words; the order is that of the table."""

NIET_OPGEGEVEN = ""
"""How the views keep a field that was left open."""

AARD: Lijst = {aard.value: naam for aard, naam in AARDEN.items()}
ZONDER_UUR = "Alleen een deel van de dag bekend"
"""In no hour of the day: who reported it did not know the time."""
GETROFFEN = "wie of wat er last van had"
"""What a count by `gerichtTegen` is by, in words; its column is called as a melding calls it."""
GERICHT_TEGEN: Lijst = {doel.value: naam for doel, naam in GERICHT.items()}
ERNST: Lijst = {str(ernst): f"{ernst} van 4 ({woord})" for ernst, woord in HOE_ERNSTIG.items()}
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@dataclass(frozen=True)
class Woorden:
    """Every list that a weekbeeld counts by, for one municipality."""

    aard: Lijst
    plaats: Lijst
    kanaal: Lijst
    gericht_tegen: Lijst
    thema: Lijst
    ernst: Lijst


def woorden(profiel: Profiel) -> Woorden:
    """The words of one profile; the contract's own codes have ours."""
    vragen = profiel.meldingen
    return Woorden(
        aard=AARD,
        plaats=_lijst(vragen.plaatsen),
        kanaal=_lijst(vragen.kanalen),
        gericht_tegen=GERICHT_TEGEN,
        thema=_lijst(vragen.themas),
        ernst=ERNST,
    )


def reeksnaam(profiel: Profiel, code: str) -> str:
    """What a series of meetings is called."""
    return next((reeks.naam for reeks in profiel.reeksen if reeks.code == code), code)


def maatregelnaam(profiel: Profiel, code: str) -> str:
    """What a measure of the catalogue is called."""
    return next((soort.naam for soort in profiel.maatregelen if soort.code == code), code)


def namen(profiel: Profiel) -> Lijst:
    """What measures and thresholds are called, by code."""
    drempels = EIGEN | {drempel.code: drempel.omschrijving for drempel in profiel.drempels}
    verzoeken = {soort.code: soort.naam for soort in profiel.verzoeken}
    return {**drempels, **verzoeken, **{soort.code: soort.naam for soort in profiel.maatregelen}}


def _lijst(keuzes: Iterable[Keuze]) -> Lijst:
    return {keuze.code: keuze.naam for keuze in keuzes}


ROL = {
    "meldpunt": "het meldpunt",
    "coa": "het COA",
    "politie": "de politie",
    "zorg": "het zorgteam",
    "jongerenwerk": "het jongerenwerk",
    "oov": "openbare orde en veiligheid",
    "burgemeester": "de burgemeester",
    "om": "de officier van justitie",
    "piket": "de piketdienst",
}


def rolnaam(rol: str) -> str:
    """What a role is called in a sentence."""
    return ROL.get(rol, rol)


def kolomkop(waarnaar: str) -> str:
    """Write the heading over what something is counted by."""
    return "Getroffen" if waarnaar == GETROFFEN else waarnaar.capitalize()
