"""What follows a house number and belongs to it: a letter, a floor, a box, and more numbers of the same street."""

_ROMEINS = "(?:I{1,3}|IV|V)"
_KANT = "(?:links|rechts|li|re|achter|voor)"
_VLOER = (
    r"(?:[1-9]|een|één|twee|drie|vier|vijf|zes|eerste|tweede|derde|vierde|vijfde|zesde)(?:e|de)?[\s-]?"
    rf"(?:hoog|etage|verdieping|woonlaag)(?:\s{_KANT})?(?!\w)"
)
_DEEL_VAN_HUIS = (
    "(?:bis|hs|huis|boven|beneden|zwart|rood|zw|rd|bov|ben|bg|begane grond|parterre|souterrain|sous|(?:achter|voor"
    "|boven|beneden)(?:huis|woning))"
)
_GENUMMERD = (
    r"(?:kamer|kmr\.?|k\.|app\.?|appt\.?|apt\.?|appartement|unit|etage|verdieping|verd\.?|deur|bus|box|chalet|kavel"
    r"|huisje|studio|woning|wng\.?)\s?[0-9]{1,4}[a-z]?"
)
_GEBOUW = (
    r"(?:blok|gebouw|vleugel|toren|portiek|ingang|entree|trappenhuis|trap|sectie|hal|kamer|unit)"
    r"\s?(?:[A-Za-z][0-9]{0,3}|[0-9]{1,2}[a-z]?)"
)
"""`, blok H`: of a house with many doors."""
TOEVOEGING = (
    rf"(?:\s?[-/]\s?[0-9]{{1,4}}(?![-/.][0-9])|,?\s(?:k\.\s?[0-9]{{1,4}}|{_GEBOUW})(?!\w)"
    r"|\s[A-Z]\s[0-9]{2,3}(?!\w|[:.][0-9]|[ -][0-9])"
    r"|\s?(?:t/m|tm|tot en met)\s?[0-9]{1,4}|\s?[-/]?[A-Za-z](?!\w)"
    r"|(?:hs|bis)(?!\w)"
    rf"|[\s,-](?:\s?-?\s?{_DEEL_VAN_HUIS}(?!\w)|\s?{_VLOER}|[\s-]{{0,2}}{_GENUMMERD}(?!\w)"
    rf"|{_ROMEINS}(?:[\s-]?(?:[RLAV]|{_KANT}))?(?!\w)|[A-Za-z][0-9]{{1,3}}(?!\w)"
    r"|\s?(?:achter|voor|links|rechts|onder|to|[1-9])(?=[.,;)]|\n|$))"
    rf"|\s?\((?:{_DEEL_VAN_HUIS}|{_VLOER}|{_GENUMMERD}|{_KANT}|onder)\)){{0,3}}"
    r"(?:(?:,\s[0-9]{1,4}){0,3}\s(?:en|of|&)\s[0-9]{1,4}(?=\s{0,2}(?:[,;)\n]|\.?$|\.\s)))?"
    r"(?!\w|[:.-][0-9])"
)
