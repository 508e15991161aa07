"""The pictures of the evaluation: how many each week, for the page and the paper. Pure."""

from collections.abc import Callable, Sequence

from services.rapportage.grafiek import Beeld, Lijnbeeld, Palet, teken_lijnen
from services.rapportage.verslagen.evaluatie import Evaluatie, Evaluatieweek


def evaluatieplaten(uit: Evaluatie, palet: Palet) -> dict[str, Beeld]:
    """Draw the meldingen and the incidents of each week of the period, by name; none of a period without weeks."""
    if not uit.weken:
        return {}
    return {
        "meldingen_per_week": _per_week("Meldingen", uit.weken, lambda week: week.meldingen, palet),
        "incidenten_per_week": _per_week("Incidenten", uit.weken, lambda week: week.incidenten, palet),
    }


def _per_week(wat: str, weken: Sequence[Evaluatieweek], kies: Callable[[Evaluatieweek], int], palet: Palet) -> Beeld:
    lijn = Lijnbeeld(
        id=f"{wat.lower()}-per-week",
        titel=f"{wat} per week van de periode",
        namen=[f"week {week.nummer}" for week in weken],
        korte_namen=[str(week.nummer) for week in weken],
        waarden=[kies(week) for week in weken],
        open_einde=_open_einde(weken[-1]),
    )
    return teken_lijnen(lijn, palet)


def _open_einde(laatste: Evaluatieweek) -> str:
    if laatste.volledig:
        return ""
    kort = (laatste.tot - laatste.van).days < 6
    return "die week heeft minder dan zeven dagen" if kort else "die week loopt nog"
