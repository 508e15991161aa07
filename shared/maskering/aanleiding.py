"""Words around a name: what announces one, what stands inside one, and what tells a name from a word.

What each list is for stands in its first line (`lijsten/omgeving/`).
"""

from shared.maskering.lijsten import MAP, regels


def _lees(naam: str) -> frozenset[str]:
    return frozenset(woord for regel in regels(MAP / "omgeving" / f"{naam}.txt") for woord in regel.split())


AANSPREEKVORM = _lees("aanspreekvorm")
VERWANT = _lees("verwant")
TUSSENVOEGSEL = _lees("tussenvoegsel")
LIDWOORD = _lees("lidwoord")
VERBINDING = _lees("verbinding")
WERKWOORD = _lees("werkwoord")
AFKORTING = _lees("afkorting")
INSTELLING = _lees("instelling")
NA_EEN_NAAM = _lees("na_een_naam")
EIND_VAN_EEN_PLEK = tuple(sorted(_lees("eind_van_een_plek")))
VOOR_EEN_VREEMD_WOORD = _lees("voor_een_vreemd_woord")
GROET = _lees("groet")
VOOR_EEN_KLEINE_NAAM = _lees("voor_een_kleine_naam")
HEET_NIEMAND = _lees("heet_niemand")
LABEL = _lees("label")
PERSOON = _lees("persoon")
AFGEKORT = _lees("afgekort")
GEEN_VOORLETTERS = _lees("geen_voorletters")
NA_TER = _lees("na_ter")
ZONDER_NAAM = _lees("zonder_naam")
GEEN_ACCOUNT = _lees("geen_account")
GEEN_STRAAT = _lees("geen_straat")
NAAR_IETS = _lees("naar_iets")
HEET = frozenset(("heet", "heette", "genaamd", "geheten"))
