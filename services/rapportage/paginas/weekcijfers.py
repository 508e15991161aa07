"""The counts of a week on paper: the tables below the pictures, and which pictures there are."""

from collections.abc import Iterable, Sequence

from services.rapportage.beeld import Paar, Telling
from services.rapportage.paginas.stukdelen import Deel, Tabel, deel, tabel
from services.rapportage.weekbeelden import weektekening as t
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from services.rapportage.woorden import GETROFFEN, ZONDER_UUR, kolomkop
from shared.web.opmaak import datum, getal

PLATEN = {
    "meldingen_per_week": t.meldingen_per_week,
    "incidenten_per_week": t.incidenten_per_week,
    "meldingen_per_dag": t.meldingen_per_dag,
    "incidenten_per_dag": t.incidenten_per_dag,
    "meldingen_per_uur": t.meldingen_per_uur,
}
"""What is drawn of a week, on the page and on paper."""


def verloop(beeld: Weekbeeld) -> Deel:
    """Give the course of the weeks, the days and the hours, with the names of the pictures."""
    weken = [
        w
        for w in (beeld.jaar_geleden, *beeld.weken)
        if w.gemeten or w.meldingen or w.incidenten or w == beeld.weken[-1]
    ]
    rijen = [[f"{t.weeknaam(w)} van {w.code[:4]}", getal(w.meldingen), getal(w.incidenten)] for w in weken]
    per_dag = [(dag.datum, dag.meldingen, dag.incidenten) for dag in beeld.per_dag]
    dagen = [[datum(dag), *_beide(meldingen), *_beide(incidenten)] for dag, meldingen, incidenten in per_dag]
    koppen = ["Dag", "Meldingen", "Week ervoor", "Incidenten", "Week ervoor"]
    uren = [
        [f"{uur.uur} tot {uur.uur + 1} uur", *_beide(uur.meldingen), _of_niet(uur.meldingen.gemiddeld)]
        for uur in beeld.per_uur
        if _staat_er(uur.meldingen)
    ]
    if _staat_er(zonder := beeld.zonder_uur.meldingen):
        uren.append([ZONDER_UUR, *_beide(zonder), _of_niet(zonder.gemiddeld)])
    tabellen = [
        tabel("Aantallen per week", ["Week", "Meldingen", "Incidenten"], rijen),
        tabel("Aantallen per dag", koppen, dagen),
        tabel("Meldingen per uur van de dag", ["Uur", "Deze week", "Week ervoor", "Gemiddeld"], uren),
    ]
    return {**weekdeel("Verloop", [], tabellen), "platen": list(PLATEN)}


def _beide(paar: Paar) -> list[str]:
    return [getal(paar.deze_week), getal(paar.vorige_week)]


def soorten(beeld: Weekbeeld) -> list[Deel]:
    """Give the counts by kind, place, area and so on."""
    m, i = beeld.meldingen, beeld.incidenten
    per_melding = (("aard", m.per_aard), ("plaats", m.per_plaats), ("gebied", m.per_gebied), ("thema", m.per_thema))
    per_incident = (("ernst", i.per_ernst), ("aard", i.per_aard), ("thema", i.per_thema))
    overig = ((GETROFFEN, m.per_gericht_tegen), ("kanaal", m.per_kanaal))
    return [_per("Meldingen", (*per_melding, *overig)), _per("Incidenten", per_incident)]


def _per(wat: str, lijsten: Iterable[tuple[str, Sequence[Telling]]]) -> Deel:
    koppen = ["", "Deze week", "Week ervoor", "Gemiddeld", "Jaar eerder"]
    tabellen = [
        tabel(f"{wat} naar {naam}", [kolomkop(naam), *koppen[1:]], [_telling(een) for een in lijst if _staat_er(een)])
        for naam, lijst in lijsten
    ]
    gevuld = [tabel for tabel in tabellen if tabel["rijen"]]
    return weekdeel(wat, [] if gevuld else [f"In deze weken geen {wat.lower()}."], gevuld)


def _staat_er(paar: Paar) -> bool:
    return any((paar.deze_week, paar.vorige_week, paar.gemiddeld, paar.jaar_geleden))


def _telling(een: Telling) -> list[str]:
    return [een.naam, *_beide(een), _of_niet(een.gemiddeld), _of_niet(een.jaar_geleden)]


def _of_niet(waarde: float | None) -> str:
    return "–" if waarde is None else getal(waarde)


def weekdeel(kop: str, zinnen: list[str], tabellen: Sequence[Tabel] = ()) -> Deel:
    """Make a part without pictures."""
    return {**deel(kop, tabellen, zinnen), "platen": []}
