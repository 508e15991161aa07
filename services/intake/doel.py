"""What contact details may be read for, and why staff may erase them: closed lists, without a word about anybody."""

from enum import StrEnum


class Doel(StrEnum):
    """Why somebody reads them; each a processing activity of its own."""

    MEER_INFORMATIE = "meer-informatie"
    AFSPRAAK_TERUGKOPPELING = "afspraak-terugkoppeling"
    VERZOEK_MELDER = "verzoek-melder"
    TERUGKOPPELING_VERSTUREN = "terugkoppeling-versturen"
    WISSEN = "wissen"
    """Nothing is read then; that somebody had them erased belongs in the same logbook."""


DOELEN: dict[Doel, str] = {
    Doel.MEER_INFORMATIE: "Om meer te vragen over de melding",
    Doel.AFSPRAAK_TERUGKOPPELING: "Om af te spreken wat de melder nog van ons hoort",
    Doel.VERZOEK_MELDER: "Omdat de melder vraagt welke gegevens wij hebben (AVG)",
}
"""What a person may choose; the installation itself reads them only to send what was asked for."""


class Wisgrond(StrEnum):
    """Why staff erase them, where the reporter cannot do it with the code."""

    VERZOEK_MELDER = "verzoek-melder"
    NIET_VAN_DE_MELDER = "niet-van-de-melder"
    NIET_MEER_NODIG = "niet-meer-nodig"


WISGRONDEN: dict[Wisgrond, str] = {
    Wisgrond.VERZOEK_MELDER: "de melder vraagt het (AVG, artikel 17)",
    Wisgrond.NIET_VAN_DE_MELDER: "het adres of nummer is niet van de melder (AVG, artikel 5 lid 1 d)",
    Wisgrond.NIET_MEER_NODIG: "de gegevens zijn niet meer nodig (AVG, artikel 5 lid 1 e)",
}
