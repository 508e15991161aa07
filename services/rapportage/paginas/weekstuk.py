"""The picture of a week on paper: the same numbers and pictures as on the page, in words and tables."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from services.rapportage.beeld import OpenEscalatie
from services.rapportage.grafiek import Beeld
from services.rapportage.paginas.papier import meegeteld
from services.rapportage.paginas.platen import in_woorden
from services.rapportage.paginas.stukdelen import Deel, tabel
from services.rapportage.paginas.weekcijfers import soorten, verloop, weekdeel
from services.rapportage.plek import Plek
from services.rapportage.weekbeelden import weektekening as t
from services.rapportage.weekbeelden.drempelstand import Drempelstand
from services.rapportage.weekbeelden.overlegstand import Afsprakenstand, Inbreng, SindsOverleg
from services.rapportage.weekbeelden.vergelijken import Vergelijking
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from shared.web.opmaak import datum, getal, kort, termijn, tijdstip

STANDEN = {
    "rustig": "rustig",
    "nadert": "komt dichtbij",
    "bereikt": "grens bereikt",
    "gewogen": "vergeleken met eerder",
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
    delen += [verloop(beeld), *soorten(beeld)]
    return {
        "kenmerken": _kenmerken(beeld),
        "volledig": beeld.deze_week.volledig,
        "delen": delen,
        "platen": in_woorden(platen),
    }


def _kenmerken(beeld: Weekbeeld) -> list[list[str]]:
    week, gekozen = beeld.deze_week, beeld.uitsnede.gekozen()
    uitsnede = [["Alleen", ", ".join(f"{veld} {code}" for veld, code in gekozen.items())]] if gekozen else []
    return [
        ["Week", f"{t.weeknaam(week)} van {week.code[:4]}: {datum(week.van)} tot en met {datum(week.tot)}"],
        *uitsnede,
        ["Bekend op", tijdstip(beeld.peildatum)],
        ["Meegeteld tot en met gebeurtenis", meegeteld(beeld.gelezen)],
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
    return weekdeel("De week in het kort", zinnen)


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
    return weekdeel("Nieuw sinds het vorige overleg", [zin], [tabel("Wat er nieuw is", ["Wat", "Aantal"], rijen)])


def _inbreng(inbreng: Inbreng) -> Deel:
    rijen = [
        [kort(een.overleg.aanvang), *map(getal, (een.besproken, een.bevindingen, een.besluiten, een.afspraken))]
        for een in inbreng.uitkomsten
    ]
    zin = (
        f"De bevindingen van het overleg {inbreng.uit_naam} zijn de inbreng (regel {inbreng.regel}). De tekst staat in "
        "het verslag."
    )
    koppen = ["Overleg", "Punten, ook vaste", "Met bevinding", "Met besluit", "Afspraken"]
    gesloten = tabel(f"Wat er sinds het vorige {inbreng.naam} is gesloten", koppen, rijen)
    return weekdeel(f"Inbreng voor: {inbreng.naam}", [zin], [gesloten])


def _drempels(beeld: Weekbeeld) -> Deel:
    rijen = [
        [
            een.naam,
            _nu(een),
            STANDEN[een.stand],
            een.regel,
        ]
        for een in beeld.drempels or ()
    ]
    standen = tabel("Hoe dichtbij elke drempel is", ["Drempel", "Nu", "Stand", "Regel"], rijen)
    return weekdeel("Drempels", ["Geteld tot de peildatum, in hele uren."], [standen])


def _nu(drempel: Drempelstand) -> str:
    if drempel.telling is None:
        return drempel.toelichting or "–"
    grens = "Vergeleken met eerder vanaf" if drempel.soort == "groei" else "De grens is"
    return f"{getal(drempel.telling)} in {drempel.venster_dagen} dagen. {grens} {getal(drempel.grens)}."


def _escalaties(escalaties: Iterable[OpenEscalatie]) -> Deel:
    rijen = [[een.naam, een.regel, kort(een.sinds), _bevestigd(een)] for een in escalaties]
    if not rijen:
        return weekdeel("Open escalaties", ["Er was geen escalatie open."])
    koppen = ["Drempel", "Regel", "Sinds", "Stand"]
    return weekdeel("Open escalaties", [], [tabel("Open escalaties op de peildatum", koppen, rijen)])


def _bevestigd(zaak: OpenEscalatie) -> str:
    if not zaak.bevestigd:
        return "nog niet bevestigd"
    return "burgemeester nog niet ingelicht" if zaak.vraagt_actie else "bevestigd"


def _afspraken(stand: Afsprakenstand) -> Deel:
    rijen = [[een.naam, termijn(een.uiterlijk), een.regel] for een in stand.over_datum]
    zin = (
        f"Open: {getal(stand.open)}. In deze week nagekomen: {getal(stand.nagekomen_deze_week)}, waarvan te laat: "
        f"{getal(stand.waarvan_te_laat)}. Vervallen: {getal(stand.vervallen_deze_week)}."
    )
    tabellen = [tabel("Afspraken over datum", ["Wie", "Uiterlijk", "Regel"], rijen)] if rijen else []
    return weekdeel("Afspraken", [zin, *([] if rijen else ["Geen afspraak is over datum."])], tabellen)


def _maatregelen(beeld: Weekbeeld) -> Deel:
    rijen = [
        [een.naam, een.gericht_op, kort(een.ingaande), _einde(een.eindigt), een.regel]
        for een in beeld.maatregelen or ()
    ]
    if not rijen:
        return weekdeel("Lopende maatregelen", ["Er liep geen maatregel."])
    koppen = ["Maatregel", "Gericht op", "Vanaf", "Tot", "Regel"]
    return weekdeel("Lopende maatregelen", [], [tabel("Maatregelen die op de peildatum liepen", koppen, rijen)])


def _einde(eindigt: datetime | None) -> str:
    return kort(eindigt) if eindigt else "geen einddatum"
