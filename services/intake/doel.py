"""What contact details may be read for: a closed list, each a processing activity of its own."""

from enum import StrEnum


class Doel(StrEnum):
    """Why somebody reads them."""

    MEER_INFORMATIE = "meer-informatie"
    AFSPRAAK_TERUGKOPPELING = "afspraak-terugkoppeling"
    VERZOEK_MELDER = "verzoek-melder"
    TERUGKOPPELING_VERSTUREN = "terugkoppeling-versturen"


DOELEN: dict[Doel, str] = {
    Doel.MEER_INFORMATIE: "Om meer te vragen over de melding (KG-2.3c)",
    Doel.AFSPRAAK_TERUGKOPPELING: "Om af te spreken wat de melder nog van ons hoort (KG-2.3c)",
    Doel.VERZOEK_MELDER: "Omdat de melder vraagt welke gegevens wij hebben (AVG)",
}
"""What a person may choose; the installation itself reads them only to send what was asked for."""
