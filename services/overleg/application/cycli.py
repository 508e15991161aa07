"""The cycles of the profiles, with what evaluations decided about them."""

from dataclasses import replace
from datetime import date

from services.overleg import reeks as series
from services.overleg.reeks import Besluit, Besluiten, Cyclus
from services.overleg.store import zoeken
from shared.facts import NietGevonden
from shared.ledger import Transaction
from shared.profiel import Profiel, Profielen


def alle(tx: Transaction, profiel: Profiel) -> list[Cyclus]:
    """Every cycle of a municipality."""
    return series.cycli(profiel, besluiten(tx.query(*zoeken.besluiten(profiel.gemeente.code))))


def vind(tx: Transaction, profielen: Profielen, gemeente: str, code: str, locatie: str) -> Cyclus:
    """One series at a location, or at the place that it is held for.

    Raises:
        NietGevonden: the profile has no such series.
    """
    profiel = profielen.van(gemeente)
    reeks = profiel.reeks(code)
    plekken = [profiel.locatie(plek) for plek in (locatie, *reeks.locaties)] if reeks else []
    for plek in plekken:
        if reeks and plek:
            return met_besluit(tx, series.cyclus(profiel, reeks, plek))
    raise NietGevonden(f"Het overleg '{code}' staat niet in het profiel van {profiel.gemeente.naam}.")


def met_besluit(tx: Transaction, cyclus: Cyclus) -> Cyclus:
    """The same cycle, knowing what the evaluation decided."""
    bekend = besluiten(tx.query(*zoeken.besluiten(cyclus.gemeente)))
    return replace(cyclus, besluiten=bekend.get((cyclus.reeks.code, cyclus.locatie.code), ()))


def besluiten(rijen: list[tuple[str, str, str, str, str]]) -> Besluiten:
    """What was decided, by series and location."""
    gevonden: Besluiten = {}
    for reeks, locatie, uitkomst, vanaf, regel in rijen:
        besluit = Besluit(date.fromisoformat(vanaf), "ad-hoc" if uitkomst == "ad-hoc" else "doorgaan", regel)
        gevonden[(reeks, locatie)] = (*gevonden.get((reeks, locatie), ()), besluit)
    return gevonden
