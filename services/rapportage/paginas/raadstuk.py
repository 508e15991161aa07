"""A report to the council in words and tables: the same ones on the page and in the PDF."""

from services.rapportage.duiding import DUIDING, bijnaam, niet_getoond, rond_opening, sinds
from services.rapportage.openbaar.opmaak import NIET_GETOOND
from services.rapportage.paginas.indicatorstuk import cijferdeel, doeldelen, speerpuntdelen
from services.rapportage.paginas.stukdelen import Deel, Tabel, deel, tabel
from services.rapportage.paginas.verslagstuk import periode_in_woorden
from services.rapportage.verslagen.raad import Kwartaaltabel, Raadsverslag
from shared.profiel import Locatie
from shared.web.opmaak import datum

UITLEG_AFGEROND = "De aantallen zijn afgerond op veelvouden van {}. Daardoor kan een som iets afwijken."
NIET_ERIN = (
    "Dit verslag bevat geen vertrouwelijke onderdelen. Afspraken, maatregelen en losse meldingen staan er niet in: "
    "dat zijn kleine aantallen of gegevens die over één persoon gaan.",
    "De aantallen meldingen zijn die van de openbare cijfers. Die zijn eenmaal gepubliceerd en veranderen niet meer. "
    "Een melding telt op de dag waarop het gebeurde.",
)
VERWACHTING = "Een verwachting heeft een interval van 90%: in 90 van de 100 gevallen ligt de uitkomst erin."


def raadstuk(uit: Raadsverslag, locatie: Locatie) -> list[Deel]:
    """Write every part: what there are numbers of first."""
    return [
        deel("Waar dit over gaat", zinnen=_inleiding(uit)),
        deel(f"Meldingen rond {uit.locatie_naam}", _tabellen(uit, locatie), _uitleg(uit, locatie)),
        cijferdeel(uit.indicatoren.cijfers, uit.kleinste_getal),
        *doeldelen(uit.indicatoren),
        deel("Wat hier niet in staat, en hoe dit is berekend", zinnen=[*NIET_ERIN, *_over_verwachting(uit)]),
        *speerpuntdelen(uit.indicatoren, uit.locatie_naam),
    ]


def let_op(uit: Raadsverslag) -> list[str]:
    """Say what must not be missed."""
    gezien = []
    if not uit.volledig:
        gezien.append("Deze periode is nog niet voorbij. Alleen hele kwartalen die voorbij zijn, tellen mee.")
    los = [periode_in_woorden(tabel.kwartaal) for tabel in uit.kwartalen if tabel.gepubliceerd_op is None]
    if los:
        gezien.append(
            f"Nog niet gepubliceerd: {', '.join(los)}. Publiceer deze cijfers voordat u dit verslag met de raad deelt."
        )
    return gezien


def _inleiding(uit: Raadsverslag) -> list[str]:
    zinnen = [
        f"Dit verslag gaat over {datum(uit.van)} tot en met {datum(uit.tot)} en is voor de gemeenteraad van "
        f"{uit.gemeente_naam}."
    ]
    if uit.gepland_op:
        zinnen.append(f"In het beleid is deze evaluatie gepland vanaf {datum(uit.gepland_op)}.")
    return zinnen


def _uitleg(uit: Raadsverslag, locatie: Locatie) -> list[str]:
    codes = [tabel.kwartaal for tabel in uit.kwartalen]
    opening = [zin for code in codes for zin in rond_opening(locatie, code, f"het {periode_in_woorden(code)}")]
    return [*_over_meldingen(uit), *opening, *sinds(locatie), *DUIDING]


def _over_meldingen(uit: Raadsverslag) -> list[str]:
    verborgen = any(NIET_GETOOND in rij for tabel in uit.kwartalen for rij in tabel.rijen)
    zinnen = [niet_getoond(uit.kleinste_getal)] if verborgen else []
    if afgerond := {tabel.afgerond_op for tabel in uit.kwartalen if tabel.afgerond_op}:
        zinnen.append(UITLEG_AFGEROND.format(" of ".join(map(str, sorted(afgerond)))))
    if uit.niet_gepubliceerd:
        welke = ", ".join(f"het {periode_in_woorden(code)}" for code in uit.niet_gepubliceerd)
        zinnen.append(f"Nog niet gepubliceerd, en dus niet in dit verslag: {welke}.")
    elif not uit.kwartalen:
        zinnen.append("Er is nog geen heel kwartaal voorbij waarin hier gemeld kon worden.")
    return zinnen


def _over_verwachting(uit: Raadsverslag) -> list[str]:
    """How sure a forecast is, where there is one."""
    meters = [*uit.indicatoren.doelen, *(punt.indicator for punt in uit.indicatoren.speerpunten)]
    return [VERWACHTING] if any(meter and meter.verwachting for meter in meters) else []


def _tabellen(uit: Raadsverslag, locatie: Locatie) -> list[Tabel]:
    if not uit.kwartalen:
        return []
    koppen, *rijen = uit.per_kwartaal
    rijen = [(_rijnaam(rij[0], locatie), *rij[1:]) for rij in rijen]
    samen = tabel("Meldingen per kwartaal, naar soort gedrag", koppen, rijen)
    return [samen, *([_per_maand(tabel, locatie) for tabel in uit.kwartalen] if uit.soort == "jaar" else [])]


def _per_maand(kwartaal: Kwartaaltabel, locatie: Locatie) -> Tabel:
    (_, *maanden), *rijen = kwartaal.rijen
    welk = f"{periode_in_woorden(kwartaal.kwartaal)}{bijnaam(locatie, kwartaal.kwartaal)}"
    bijschrift = f"Meldingen per maand in het {welk}"
    return tabel(bijschrift, ["Soort gedrag", *(_hoofdletter(maand) for maand in maanden)], rijen)


def _rijnaam(naam: str, locatie: Locatie) -> str:
    return _hoofdletter(naam) + (bijnaam(locatie, naam) if "-K" in naam else "")


def _hoofdletter(code: str) -> str:
    woorden = periode_in_woorden(code) if "-K" in code else code
    return woorden[:1].upper() + woorden[1:]
