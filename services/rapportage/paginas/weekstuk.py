"""The picture of a week on paper: the same numbers and pictures as on the page, in words and tables."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from services.rapportage import weektekening as t
from services.rapportage.beeld import OpenEscalatie, Paar, Telling
from services.rapportage.grafiek import Beeld
from services.rapportage.overlegstand import Afsprakenstand, Inbreng, SindsOverleg
from services.rapportage.paginas.stukdelen import Deel, Tabel, deel, tabel
from services.rapportage.plek import Plek
from services.rapportage.vergelijken import Vergelijking
from services.rapportage.weekbeeld import Weekbeeld
from shared.web.opmaak import datum, getal, kort, tijdstip

PLATEN = {
    "meldingen_per_week": t.meldingen_per_week,
    "incidenten_per_week": t.incidenten_per_week,
    "meldingen_per_dag": t.meldingen_per_dag,
    "incidenten_per_dag": t.incidenten_per_dag,
    "meldingen_per_uur": t.meldingen_per_uur,
}
"""What is drawn of a week, on the page and on paper."""
STANDEN = {
    "rustig": "rustig",
    "nadert": "komt dichtbij",
    "bereikt": "grens bereikt",
    "gewogen": "wordt gewogen",
    "escalatie-open": "escalatie open",
    "niet-geteld": "niet geteld",
}


def stuk(beeld: Weekbeeld, plek: Plek, platen: Mapping[str, Beeld]) -> dict[str, Any]:
    """Write everything that this reader may see."""
    delen = [_kern(beeld)]
    delen += [_sinds(beeld.sinds_overleg)] if beeld.sinds_overleg else []
    delen += [_inbreng(een) for een in beeld.inbreng or ()]
    delen += [_drempels(beeld)] if beeld.drempels is not None else []
    delen += [_escalaties(beeld.escalaties)] if beeld.escalaties is not None else []
    delen += [_afspraken(beeld.afspraken)] if beeld.afspraken else []
    delen += [_maatregelen(beeld)] if beeld.maatregelen is not None else []
    delen += [_verloop(beeld), *_soorten(beeld)]
    woorden = {
        naam: {"alt": een.omschrijving, "onderschrift": f"{een.titel}. {een.legenda}"} for naam, een in platen.items()
    }
    return {"kenmerken": _kenmerken(beeld), "volledig": beeld.deze_week.volledig, "delen": delen, "platen": woorden}


def _kenmerken(beeld: Weekbeeld) -> list[list[str]]:
    week, gekozen = beeld.deze_week, beeld.uitsnede.gekozen()
    gelezen = ", ".join(f"{bron} {plaats}" for bron, plaats in beeld.gelezen.items()) or "nog niets"
    uitsnede = [["Alleen", ", ".join(f"{veld} {code}" for veld, code in gekozen.items())]] if gekozen else []
    return [
        ["Week", f"{t.weeknaam(week)} van {week.code[:4]}: {datum(week.van)} tot en met {datum(week.tot)}"],
        *uitsnede,
        ["Bekend op", tijdstip(beeld.peildatum)],
        ["Gelezen tot en met", gelezen],
        ["Versie van het profiel", beeld.profielversie],
    ]


def _kern(beeld: Weekbeeld) -> Deel:
    meldingen, incidenten = beeld.meldingen.totaal.deze_week, beeld.incidenten
    zinnen = [
        f"Meldingen: {getal(meldingen)}. {_gewoon(beeld.vergelijking_meldingen)}",
        f"Incidenten: {getal(incidenten.totaal.deze_week)}, waarvan "
        f"{getal(incidenten.met_gevolgen_openbare_orde.deze_week)} met gevolgen voor de openbare orde. "
        f"{_gewoon(beeld.vergelijking_incidenten)}",
    ]
    if beeld.volgend_overleg:
        zinnen.append(f"Volgend overleg over meldingen: {beeld.volgend_overleg.naam}, "
                      f"{tijdstip(beeld.volgend_overleg.aanvang)}.")  # fmt: skip
    return _deel("De week in het kort", zinnen)


def _gewoon(v: Vergelijking) -> str:
    if v.gemiddeld is None or v.laag is None or v.hoog is None:
        return f"{v.oordeel.capitalize()}."
    return (
        f"{v.oordeel.capitalize()}: gewoon is {getal(v.laag)} tot en met {getal(v.hoog)} per week, gemiddeld "
        f"{getal(v.gemiddeld)} over {v.weken} weken."
    )


def _sinds(sinds: SindsOverleg) -> Deel:
    rijen = [["Meldingen ontvangen", getal(sinds.meldingen)], ["Incidenten ontvangen", getal(sinds.incidenten)]]
    rijen += [["Escalaties geopend", getal(sinds.escalaties)]] if sinds.escalaties is not None else []
    rijen += [["Maatregelen opgelegd", getal(sinds.maatregelen)]] if sinds.maatregelen is not None else []
    rijen += [
        ["Afspraken nagekomen", getal(sinds.afspraken_nagekomen)],
        ["Afspraken over datum gegaan", getal(sinds.afspraken_over_datum)],
    ]
    zin = f"Sinds {sinds.overleg.naam} van {tijdstip(sinds.overleg.aanvang)}."
    return _deel("Nieuw sinds het vorige overleg", [zin], [tabel("Wat er nieuw is", ["Wat", "Aantal"], rijen)])


def _inbreng(inbreng: Inbreng) -> Deel:
    rijen = [
        [kort(een.overleg.aanvang), *map(getal, (een.besproken, een.bevindingen, een.besluiten, een.afspraken))]
        for een in inbreng.uitkomsten
    ]
    zin = (
        f"De bevindingen van het overleg {inbreng.uit_naam} zijn de inbreng (regel {inbreng.regel}). De tekst staat in "
        "het verslag."
    )
    koppen = ["Overleg", "Besproken", "Met bevinding", "Met besluit", "Afspraken"]
    gesloten = tabel(f"Wat er sinds het vorige {inbreng.naam} is gesloten", koppen, rijen)
    return _deel(f"Inbreng voor: {inbreng.naam}", [zin], [gesloten])


def _drempels(beeld: Weekbeeld) -> Deel:
    rijen = [
        [
            een.naam,
            "–" if een.telling is None else f"{getal(een.telling)} van {getal(een.grens)} in {een.venster_dagen} dagen",
            STANDEN[een.stand],
            een.regel,
        ]
        for een in beeld.drempels or ()
    ]
    standen = tabel("Hoe dicht elke drempel is", ["Drempel", "Nu", "Stand", "Regel"], rijen)
    return _deel("Drempels", ["Geteld tot de peildatum, in hele uren."], [standen])


def _escalaties(escalaties: Iterable[OpenEscalatie]) -> Deel:
    rijen = [[een.naam, een.regel, kort(een.sinds), _bevestigd(een)] for een in escalaties]
    if not rijen:
        return _deel("Open escalaties", ["Er was geen escalatie open."])
    koppen = ["Drempel", "Regel", "Sinds", "Stand"]
    return _deel("Open escalaties", [], [tabel("Open escalaties op de peildatum", koppen, rijen)])


def _bevestigd(zaak: OpenEscalatie) -> str:
    if not zaak.bevestigd:
        return "nog niet bevestigd"
    return "burgemeester nog niet ingelicht" if zaak.vraagt_actie else "bevestigd"


def _afspraken(stand: Afsprakenstand) -> Deel:
    rijen = [[een.naam, kort(een.uiterlijk), een.regel] for een in stand.over_datum]
    zin = (
        f"Open: {getal(stand.open)}. In deze week nagekomen: {getal(stand.nagekomen_deze_week)}, waarvan te laat: "
        f"{getal(stand.waarvan_te_laat)}. Vervallen: {getal(stand.vervallen_deze_week)}."
    )
    tabellen = [tabel("Afspraken over datum", ["Wie", "Uiterlijk", "Regel"], rijen)] if rijen else []
    return _deel("Afspraken", [zin, *([] if rijen else ["Geen afspraak is over datum."])], tabellen)


def _maatregelen(beeld: Weekbeeld) -> Deel:
    rijen = [
        [een.naam, een.gericht_op, kort(een.ingaande), _einde(een.eindigt), een.regel]
        for een in beeld.maatregelen or ()
    ]
    if not rijen:
        return _deel("Lopende maatregelen", ["Er liep geen maatregel."])
    koppen = ["Maatregel", "Gericht op", "Vanaf", "Tot", "Regel"]
    return _deel("Lopende maatregelen", [], [tabel("Maatregelen die op de peildatum liepen", koppen, rijen)])


def _einde(eindigt: datetime | None) -> str:
    return kort(eindigt) if eindigt else "geen einddatum"


def _verloop(beeld: Weekbeeld) -> Deel:
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
    tabellen = [
        tabel("Aantallen per week", ["Week", "Meldingen", "Incidenten"], rijen),
        tabel("Aantallen per dag", koppen, dagen),
        tabel("Meldingen per uur van de dag", ["Uur", "Deze week", "Week ervoor", "Gemiddeld"], uren),
    ]
    return {**_deel("Verloop", [], tabellen), "platen": list(PLATEN)}


def _beide(paar: Paar) -> list[str]:
    return [getal(paar.deze_week), getal(paar.vorige_week)]


def _soorten(beeld: Weekbeeld) -> list[Deel]:
    m, i = beeld.meldingen, beeld.incidenten
    per_melding = (("aard", m.per_aard), ("plaats", m.per_plaats), ("gebied", m.per_gebied), ("thema", m.per_thema))
    per_incident = (("ernst", i.per_ernst), ("aard", i.per_aard), ("thema", i.per_thema))
    overig = (("tegen wie het gericht was", m.per_gericht_tegen), ("kanaal", m.per_kanaal))
    return [_per("Meldingen", (*per_melding, *overig)), _per("Incidenten", per_incident)]


def _per(wat: str, lijsten: Iterable[tuple[str, Sequence[Telling]]]) -> Deel:
    koppen = ["", "Deze week", "Week ervoor", "Gemiddeld", "Jaar eerder"]
    tabellen = [
        tabel(
            f"{wat} naar {naam}", [naam.capitalize(), *koppen[1:]], [_telling(een) for een in lijst if _staat_er(een)]
        )
        for naam, lijst in lijsten
    ]
    gevuld = [tabel for tabel in tabellen if tabel["rijen"]]
    return _deel(wat, [] if gevuld else [f"In deze weken geen {wat.lower()}."], gevuld)


def _staat_er(paar: Paar) -> bool:
    return any((paar.deze_week, paar.vorige_week, paar.gemiddeld, paar.jaar_geleden))


def _telling(een: Telling) -> list[str]:
    return [een.naam, *_beide(een), _of_niet(een.gemiddeld), _of_niet(een.jaar_geleden)]


def _of_niet(waarde: float | None) -> str:
    return "–" if waarde is None else getal(waarde)


def _deel(kop: str, zinnen: list[str], tabellen: Sequence[Tabel] = ()) -> Deel:
    return {**deel(kop, tabellen, zinnen), "platen": []}
