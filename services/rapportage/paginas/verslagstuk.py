"""The report over a quarter or a year in words and tables: the same ones on the page and in the PDF."""

from zoneinfo import ZoneInfo

from services.rapportage.paginas.evaluatiestuk import samenvatting, vervolg
from services.rapportage.paginas.indicatorstuk import doeldelen, speerpuntdelen
from services.rapportage.paginas.stukdelen import Deel, deel, tabel
from services.rapportage.verloop.duren import procent
from services.rapportage.verslagen.verslag import Verslag
from shared.web.opmaak import datum, getal

KLEIN = 20
"""Below it a percentage would make much of a few meldingen."""
KWARTALEN = {"1": "eerste", "2": "tweede", "3": "derde", "4": "vierde"}


def titel(uit: Verslag) -> str:
    """Name it: `Jaarverslag 2026` or `Verslag over het vierde kwartaal van 2026`."""
    return (
        f"Jaarverslag {uit.periode}" if uit.soort == "jaar" else f"Verslag over het {periode_in_woorden(uit.periode)}"
    )


def periode_in_woorden(code: str) -> str:
    """Write `2026-K4` as `vierde kwartaal van 2026`."""
    return f"{KWARTALEN[code[-1]]} kwartaal van {code[:4]}" if "-K" in code else f"jaar {code}"


def verslagstuk(uit: Verslag, zone: ZoneInfo) -> list[Deel]:
    """Write every part that this reader may see."""
    begin = samenvatting(uit)
    begin["zinnen"].append(_vergelijking(uit))
    if uit.gemeten_sinds and uit.gemeten_sinds > uit.van:
        begin["zinnen"].append(f"Er is geteld vanaf {datum(uit.gemeten_sinds)}. Daarvoor is hier niets bekend.")
    doelen = doeldelen(uit.indicatoren) if uit.indicatoren else []
    speerpunten = speerpuntdelen(uit.indicatoren, uit.locatie_naam) if uit.indicatoren else []
    *rest, uitleg = vervolg(uit, zone)
    return [begin, _per_maand(uit), *rest, *doelen, uitleg, *speerpunten]


def _vergelijking(uit: Verslag) -> str:
    if uit.ervoor is None:
        return "Over de periode ervoor is hier niets vastgelegd. Er is dus niets om mee te vergelijken."
    if not uit.volledig:
        return (
            f"In het hele {periode_in_woorden(uit.ervoor.periode)} waren er {getal(uit.ervoor.meldingen)} meldingen en "
            f"{getal(uit.ervoor.incidenten)} incidenten. Deze periode is nog niet voorbij, dus vergelijk ze niet."
        )
    return (
        f"In het {periode_in_woorden(uit.ervoor.periode)} waren er {_was(uit.meldingen.totaal, uit.ervoor.meldingen)} "
        f"meldingen en {_was(uit.incidenten.totaal, uit.ervoor.incidenten)} incidenten."
    )


def _was(nu: int, toen: int) -> str:
    if toen < KLEIN:
        return getal(toen)
    verschil = (nu - toen) / toen
    woord = "meer" if verschil > 0 else "minder"
    return f"{getal(toen)} (nu {procent(abs(verschil))} {woord})" if verschil else f"{getal(toen)} (evenveel)"


def _per_maand(uit: Verslag) -> Deel:
    aarden = [een.naam for een in uit.maanden[0].per_aard] if uit.maanden else []
    rijen = [
        [
            maand.naam.capitalize() + ("" if maand.volledig else " (niet volledig)"),
            getal(maand.meldingen),
            *(getal(een.aantal) for een in maand.per_aard if een.naam in aarden),
            getal(maand.incidenten),
        ]
        for maand in uit.maanden
    ]
    if not rijen:
        return deel("Per maand", zinnen=["Over deze periode is hier nog niets bekend."])
    koppen = ["Maand", "Meldingen", *aarden, "Incidenten"]
    return deel("Per maand", [tabel("Aantal per maand, met de meldingen naar aard", koppen, rijen)])
