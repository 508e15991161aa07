"""The grounds that a measure stands on: the authority states that they are there, and explains it."""

from services.overleg.maatregel import Aanvraag, MaatregelGeweigerd
from shared.contracts.overleg import GerichtOp
from shared.profiel.schema import Maatregelsoort, Voorwaarde


def toets(soort: Maatregelsoort, aanvraag: Aanvraag) -> None:
    """Each condition of the catalogue is stated, of alternatives at least one, with an explanation.

    A program of before these fields may leave them out for a measure on a person: then nothing is claimed about them.

    Raises:
        MaatregelGeweigerd: a condition is missing or unknown, or nobody explained it.
    """
    gesteld = aanvraag.voorwaarden
    if gesteld is None and (aanvraag.gericht_op is GerichtOp.PERSOON or not soort.voorwaarden):
        return
    if mist := _missend(soort, set(gesteld or ())):
        zin = f"'{soort.naam}' kan alleen als dit zo is: {'; '.join(mist)}. Kruis aan wat waar is."
        raise MaatregelGeweigerd(zin, soort.regel, mist=mist)
    if set(gesteld or ()) - {voorwaarde.code for voorwaarde in soort.voorwaarden}:
        raise MaatregelGeweigerd(f"'{soort.naam}' kent deze voorwaarde niet. Kies uit de lijst.", soort.regel)
    if soort.voorwaarden and not aanvraag.toegelicht and not soort.afgeschermd:
        raise MaatregelGeweigerd("Licht toe waarom aan de voorwaarden is voldaan. Noem geen namen.", soort.regel)


def _missend(soort: Maatregelsoort, gesteld: set[str]) -> list[str]:
    """One line for each condition, and one for each group of which nothing was stated."""
    los = [each.naam for each in soort.voorwaarden if each.een_van is None and each.code not in gesteld]
    groepen: dict[str, list[Voorwaarde]] = {}
    for each in soort.voorwaarden:
        if each.een_van is not None:
            groepen.setdefault(each.een_van, []).append(each)
    open_ = [groep for groep in groepen.values() if not gesteld & {each.code for each in groep}]
    return [*los, *(f"minstens één hiervan: {', '.join(f'‘{each.naam}’' for each in groep)}" for groep in open_)]
