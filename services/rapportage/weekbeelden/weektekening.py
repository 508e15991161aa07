"""The pictures of a week: what is drawn of which numbers. Pure; each number also stands in a table of the page."""

from services.rapportage.beeld import Paar, Weekvak
from services.rapportage.grafiek import Band, Beeld, Lijnbeeld, Palet, Staafbeeld, teken_lijnen, teken_staven
from services.rapportage.weekbeelden.vergelijken import Vergelijking
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld


def meldingen_per_week(beeld: Weekbeeld, palet: Palet) -> Beeld:
    """Draw the meldingen of each week, with what is usual."""
    toen = beeld.jaar_geleden.meldingen
    waarden = [week.meldingen for week in beeld.weken]
    return _per_week(beeld, palet, "meldingen", waarden, beeld.vergelijking_meldingen, toen)


def incidenten_per_week(beeld: Weekbeeld, palet: Palet) -> Beeld:
    """Draw the incidents of each week, with what is usual."""
    toen = beeld.jaar_geleden.incidenten
    waarden = [week.incidenten for week in beeld.weken]
    return _per_week(beeld, palet, "incidenten", waarden, beeld.vergelijking_incidenten, toen)


def meldingen_per_dag(beeld: Weekbeeld, palet: Palet) -> Beeld:
    """Draw the meldingen of each day beside the same day of the week before."""
    return _per_dag(beeld, palet, "meldingen", [dag.meldingen for dag in beeld.per_dag])


def incidenten_per_dag(beeld: Weekbeeld, palet: Palet) -> Beeld:
    """Draw the incidents of each day beside the same day of the week before."""
    return _per_dag(beeld, palet, "incidenten", [dag.incidenten for dag in beeld.per_dag])


def meldingen_per_uur(beeld: Weekbeeld, palet: Palet) -> Beeld:
    """Draw the meldingen of each hour of the day, all days together."""
    paren = [uur.meldingen for uur in beeld.per_uur]
    staven = Staafbeeld(
        id="meldingen-per-uur",
        titel="Meldingen per uur van de dag",
        namen=[f"{uur.uur} uur" for uur in beeld.per_uur],
        korte_namen=[str(uur.uur) if uur.uur % 3 == 0 else "" for uur in beeld.per_uur],
        nu=(weeknaam(beeld.deze_week), [paar.deze_week for paar in paren]),
        gemiddeld=[paar.gemiddeld for paar in paren],
    )
    return teken_staven(staven, palet)


def weeknaam(week: Weekvak) -> str:
    """Write `week 47`."""
    return f"week {int(week.code[6:])}"


def _per_week(
    beeld: Weekbeeld, palet: Palet, wat: str, waarden: list[int], vergelijking: Vergelijking, toen: int
) -> Beeld:
    gemeten = [week.gemeten or waarde > 0 for week, waarde in zip(beeld.weken, waarden, strict=True)]
    laag, hoog = vergelijking.laag, vergelijking.hoog
    lijn = Lijnbeeld(
        id=f"{wat}-per-week",
        titel=f"{wat.capitalize()} per week",
        namen=[weeknaam(week) for week in beeld.weken],
        korte_namen=[week.code[6:].lstrip("0") for week in beeld.weken],
        waarden=[waarde if er_is else None for waarde, er_is in zip(waarden, gemeten, strict=True)],
        band=None if laag is None or hoog is None else Band(laag, hoog, vergelijking.gemiddeld),
        los=("Dezelfde week een jaar geleden", toen) if beeld.jaar_geleden.gemeten else None,
        open_einde="" if beeld.deze_week.volledig else "die week loopt nog",
    )
    return teken_lijnen(lijn, palet)


def _per_dag(beeld: Weekbeeld, palet: Palet, wat: str, paren: list[Paar]) -> Beeld:
    staven = Staafbeeld(
        id=f"{wat}-per-dag",
        titel=f"{wat.capitalize()} per dag",
        namen=[dag.naam for dag in beeld.per_dag],
        korte_namen=[dag.naam[:2] for dag in beeld.per_dag],
        nu=(weeknaam(beeld.deze_week), [paar.deze_week for paar in paren]),
        eerder=(weeknaam(beeld.vorige_week), [paar.vorige_week for paar in paren]),
        gemiddeld=[paar.gemiddeld for paar in paren],
    )
    return teken_staven(staven, palet)
