"""What our words and the codes of rules mean: `/hulp` explains them, a notice names the document."""

DOCUMENTEN = {
    "LVS": "Leefbaarheids- en veiligheidsplan Statushouders",
    "TB": "Toolbox maatregelen overlast (ministerie, oktober 2023)",
    "KN": "Kadernota veiligheid Zoetermeer 2023-2026",
    "LV": "Integraal veiligheidsbeleid Leidschendam-Voorburg 2020-2022",
    "MK": "Werking van Meldketen",
    "KG": "Deelplan openbare orde en veiligheid Koggenland",
}
VAN_GEMEENTE = {
    "LVS": ("gm0637", "Zoetermeer"),
    "KN": ("gm0637", "Zoetermeer"),
    "LV": ("gm1916", "Leidschendam-Voorburg"),
    "KG": ("gm1598", "Koggenland"),
}
"""Which municipality adopted a document, where one did: CBS code and name."""
BEGRIPPEN = {
    "Crisismaatregel": "Verplichte zorg voor korte tijd, voor iemand die in een psychische crisis is.",
    "Driehoek": "Het overleg van de burgemeester, de politie en de officier van justitie.",
    "Ernst": "Hoe erg een incident was, van 1 (licht) tot 4 (calamiteit). Het COA vult dat in.",
    "Escalatie": "Er is iets gebeurd waarvan mensen meteen moeten weten. Wie gewaarschuwd is, bevestigt dat. "
    "Gebeurt dat niet op tijd, dan gaat de waarschuwing een stap verder, naar iemand anders.",
    "Grondslag": "Het artikel van de wet of van de APV waarop een maatregel steunt.",
    "Inbreng": "Wat het ene overleg meegeeft aan het volgende: de bevindingen.",
    "LVOS": "Leefbaarheids- en veiligheidsoverleg Statushouders. Daar bespreken het COA, de politie, handhaving en de "
    "gemeente de meldingen.",
    "Parate peloton": "Een groep agenten die klaarstaat om op te treden bij wanorde.",
    "Peildatum": "De dag van wat bekend was: wat later bekend werd, telt dan niet mee.",
    "Piket": "Wie dienst heeft en ook buiten kantoortijd te bereiken is.",
    "Sociaal Calamiteitenplan": "Het plan van de gemeente voor een gebeurtenis die veel onrust geeft.",
}
