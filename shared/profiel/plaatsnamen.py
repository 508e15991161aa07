"""The names in a profile that are nobody's: of places, and of who sits at the tables."""

from shared.profiel.profielen import Profielen


def plaatsnamen(profielen: Profielen) -> set[str]:
    """Names of municipalities, locations, areas and partners: they stay when a text is masked."""
    return {
        naam
        for profiel in profielen.alle()
        for naam in (
            profiel.gemeente.naam,
            *(locatie.naam for locatie in profiel.locaties),
            *(gebied.naam for locatie in profiel.locaties for gebied in locatie.gebieden),
            *(partner.naam for partner in profiel.partners),
        )
    }
