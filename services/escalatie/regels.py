"""From the id of a rule to the place where somebody can read it (promise 8)."""

from shared.begrippen import DOCUMENTEN


def vindplaats(regel: str) -> str:
    """Name document and paragraph of a rule: `LVS-1.6` is chapter 1, point 6 of the plan."""
    document, _, plek = regel.partition("-")
    naam = DOCUMENTEN.get(document, document)
    hoofdstuk, _, punt = plek.partition(".")
    if document != "LVS" or not punt:
        return f"{naam}, onderdeel {plek}"
    return f"{naam}, inleiding, afspraak {punt}" if hoofdstuk == "0" else f"{naam}, hoofdstuk {hoofdstuk}, punt {punt}"
