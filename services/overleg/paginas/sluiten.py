"""What a meeting is closed with: nothing is silently discussed, and the numbers stand there before (LVS-2.4)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from services.overleg.paginas.formulieren import Sluitformulier
from services.overleg.paginas.zinnen import aangevinkt
from shared.facts import Fout, OngeldigeInvoer

ALLES, GEKOZEN = "alles", "gekozen"
KIES = Fout("wat", "kies of alles is besproken, of alleen wat u aankruist")

Punt = Mapping[str, Any]


def te_bespreken(punten: Iterable[Punt]) -> list[Punt]:
    """The items about which the chair must say whether they were discussed: open, and not found again by itself."""
    return [punt for punt in punten if punt["open"] and punt["schuift"]]


def keuzes(punten: Sequence[Punt]) -> list[tuple[str, str]]:
    """The two answers, with how many items each is about."""
    met = sum(_genoteerd(punt) for punt in punten)
    zonder = len(punten) - met
    ook = f", ook de {zonder} zonder bevinding of besluit" if zonder else ""
    return [
        (ALLES, f"Alles is besproken: {_punten(len(punten))}{ook}"),
        (GEKOZEN, "Alleen wat ik hieronder aankruis; de rest gaat naar het volgende overleg"),
    ]


def besproken(punten: Sequence[Punt], velden: Mapping[str, object]) -> set[str]:
    """Which boxes are ticked: as they were sent, else those of the items at which something was noted."""
    if velden:
        return set(aangevinkt(velden, "besproken"))
    return {str(punt["id"]) for punt in punten if _genoteerd(punt)}


def niet_besproken(punten: Sequence[Punt], keuze: Sluitformulier) -> list[UUID]:
    """What goes on to the next meeting; what came on the agenda after the form was shown is never discussed.

    Raises:
        OngeldigeInvoer: there is something to say, and nobody said it.
    """
    if punten and keuze.wat is None:
        raise OngeldigeInvoer(KIES)
    wel = set(keuze.getoond if keuze.wat == ALLES else keuze.besproken)
    return [punt["id"] for punt in punten if punt["id"] not in wel]


def _genoteerd(punt: Punt) -> bool:
    return bool(punt["bevinding"] or punt["besluit"])


def _punten(aantal: int) -> str:
    return "1 punt" if aantal == 1 else f"{aantal} punten"
