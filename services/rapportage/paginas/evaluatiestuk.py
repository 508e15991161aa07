"""The evaluation in words and tables: the same ones on the page and in the PDF."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from services.rapportage.paginas.indicatorstuk import cijferdeel
from services.rapportage.paginas.stukdelen import Deel, Tabel, deel, tabel
from services.rapportage.verloop.duren import in_woorden, procent
from services.rapportage.verloop.stappen import Verloop
from services.rapportage.verslagen.evaluatie import (
    Aantal,
    Afsprakenbeeld,
    Evaluatie,
    Maatregelbeeld,
    Periodeverslag,
    Telbeeld,
)
from services.rapportage.verslagen.trend import Trend
from services.rapportage.woorden import GETROFFEN, kolomkop
from shared.web.opmaak import datum, getal

UITLEG = (
    "Een melding of incident telt op de dag waarop het gebeurde. Alleen wat op de peildatum bekend was, telt mee.",
    "Een week is zeven dagen, gerekend vanaf de eerste dag van de periode. De trend gebruikt alleen hele weken die "
    "voorbij zijn.",
    "De trend is een log-lineaire regressie (quasi-Poisson) van de weekaantallen. Het interval van 90% dekt in 90 van "
    "de 100 gevallen de echte verandering; ligt nul erin, dan is er geen duidelijke stijging of daling.",
    "'Helft binnen' en '90% binnen' zijn de kortste tijd waarin ten minste dat deel klaar was. Bij minder dan vijf "
    "gevallen staat er geen tijd of aandeel.",
    "Rond een maatregel is geteld in hele uren: vier weken ervoor, de tijd zelf, en vier weken erna.",
)

TELT_NIET = "Wat achteraf is ingevoerd of is ingetrokken, telt hier niet mee."


def stuk(uit: Evaluatie, zone: ZoneInfo) -> list[Deel]:
    """Write every part that this reader may see."""
    return [samenvatting(uit), _per_week(uit), *vervolg(uit, zone)]


def vervolg(uit: Periodeverslag, zone: ZoneInfo) -> list[Deel]:
    """Write what every report about a period has, after its own beginning."""
    delen = [_soorten("Meldingen", uit.meldingen), _soorten("Incidenten", uit.incidenten)]
    delen += [
        _verloop("meldingen", uit.doorlooptijden_meldingen),
        _verloop("incidenten", uit.doorlooptijden_incidenten),
    ]
    if uit.afspraken:
        delen.append(_afspraken(uit.afspraken))
    if uit.maatregelen is not None:
        delen.append(_maatregelen(uit.maatregelen, uit.kanttekening_maatregelen, zone))
    if uit.cijfers is not None:
        delen.append(cijferdeel(uit.cijfers, None))
    return [*delen, {"kop": "Hoe dit is berekend", "zinnen": list(UITLEG), "tabellen": []}]


def samenvatting(uit: Periodeverslag) -> Deel:
    """Say in a few sentences what it comes down to."""
    periode = f"Van {datum(uit.van)} tot en met {datum(uit.tot)}"
    zinnen = [
        f"{periode} waren er {getal(uit.meldingen.totaal)} meldingen en {getal(uit.incidenten.totaal)} incidenten, "
        f"waarvan {getal(uit.incidenten.met_gevolgen_openbare_orde)} met gevolgen voor de openbare orde.",
        f"Meldingen per week: {_trend(uit.meldingen.trend)}.",
        f"Incidenten per week: {_trend(uit.incidenten.trend)}.",
    ]
    return {"kop": "Samenvatting", "zinnen": zinnen, "tabellen": []}


def _trend(trend: Trend) -> str:
    if trend.per_week is None:
        return trend.conclusie
    return (
        f"{trend.conclusie}. De verandering was {procent(trend.per_week)} per week, met een interval van 90% van "
        f"{procent(trend.laag)} tot {procent(trend.hoog)}, over {trend.weken} hele weken"
    )


def _per_week(uit: Evaluatie) -> Deel:
    aarden = [een.naam for een in uit.weken[0].per_aard] if uit.weken else []
    rijen = [
        [
            f"{week.nummer}{'' if week.volledig else ' (niet volledig)'}",
            f"{week.van:%d-%m-%Y}",
            getal(week.meldingen),
            *(getal(een.aantal) for een in week.per_aard if een.naam in aarden),
            getal(week.incidenten),
        ]
        for week in uit.weken
    ]
    koppen = ["Week", "Vanaf", "Meldingen", *aarden, "Incidenten"]
    return deel("Per week", [tabel("Aantal per week, met de meldingen naar aard", koppen, rijen)])


def _soorten(kop: str, beeld: Telbeeld) -> Deel:
    lijsten = (
        ("aard", beeld.per_aard),
        ("plaats", beeld.per_plaats),
        ("thema", beeld.per_thema),
        (GETROFFEN, beeld.per_gericht_tegen),
    )
    tabellen = [_telling(f"{kop} naar {naam}", kolomkop(naam), lijst) for naam, lijst in lijsten]
    zinnen = [f"In deze periode geen {kop.lower()}."] if not beeld.totaal else []
    if beeld.waarvan_historisch:
        zinnen.append(f"Hiervan zijn er {getal(beeld.waarvan_historisch)} achteraf ingevoerd.")
    return deel(kop, [tabel for tabel in tabellen if tabel["rijen"]], zinnen)


def _telling(bijschrift: str, kop: str, lijst: Iterable[Aantal]) -> Tabel:
    return tabel(bijschrift, [kop, "Aantal"], [[een.naam, getal(een.aantal)] for een in lijst if een.aantal])


def _verloop(wat: str, verloop: Verloop) -> Deel:
    kop = f"Doorlooptijden van {wat}"
    if not verloop.gevallen:
        return deel(kop, [], [f"In deze periode zijn geen {wat} ontvangen waarvan de doorlooptijd telt. {TELT_NIET}"])
    stappen = [
        [
            stap.naam,
            stap.vanaf,
            getal(stap.aantal),
            getal(stap.nog_niet),
            in_woorden(stap.mediaan_seconden),
            in_woorden(stap.p90_seconden),
        ]
        for stap in verloop.stappen
    ]
    koppen = ["Stap", "Gerekend vanaf", "Aantal", "Nog niet", "Helft binnen", "90% binnen"]
    tabellen = [tabel(f"Hoe lang elke stap duurde bij {wat}", koppen, stappen)]
    normen = list(_normen(verloop))
    if normen:
        koppen = ["Wat", "Regel", "Gehaald", "Van", "Aandeel"]
        tabellen.append(tabel(f"Hoe vaak een regel is gehaald bij {wat}", koppen, normen))
    return deel(kop, tabellen)


def _normen(verloop: Verloop) -> Iterator[list[str]]:
    for norm in (norm for stap in verloop.stappen for norm in stap.normen if norm.van):
        regel = norm.regel or "geen regel in het profiel"
        yield [norm.omschrijving.capitalize(), regel, getal(norm.gehaald), getal(norm.van), procent(norm.aandeel)]


def _afspraken(beeld: Afsprakenbeeld) -> Deel:
    rijen = [
        ["Gemaakt", getal(beeld.gemaakt)],
        ["Op tijd nagekomen", getal(beeld.op_tijd_nagekomen)],
        ["Te laat nagekomen", getal(beeld.te_laat_nagekomen)],
        ["Over datum", getal(beeld.over_datum)],
        ["Nog open", getal(beeld.nog_open)],
        ["Vervallen", getal(beeld.vervallen)],
    ]
    return deel("Afspraken", [tabel("Afspraken die in de periode zijn gemaakt", ["Stand", "Aantal"], rijen)])


def _maatregelen(maatregelen: Sequence[Maatregelbeeld], kanttekening: str, zone: ZoneInfo) -> Deel:
    if not maatregelen:
        return deel("Maatregelen", [], ["In deze periode liep geen maatregel die hier geteld mag worden."])
    rijen = [
        [
            een.naam,
            een.regel,
            _dag(een.ingaande, zone),
            _dag(een.einde, zone) if een.einde else "geen einddatum",
            getal(een.meldingen_voor),
            f"{getal(een.meldingen_tijdens)} in {getal(een.dagen_tijdens)} dagen",
            "nog niet voorbij" if een.meldingen_na is None else getal(een.meldingen_na),
        ]
        for een in maatregelen
    ]
    koppen = ["Maatregel", "Regel", "Vanaf", "Tot", "4 weken ervoor", "Tijdens", "4 weken erna"]
    return deel("Maatregelen", [tabel("Meldingen rond elke maatregel", koppen, rijen)], [kanttekening])


def _dag(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d-%m-%Y}"
