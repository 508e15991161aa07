"""What the council gets: a year, or the policy half way and at its end (KN-inleiding). Shapes and rules. Pure.

Nothing confidential and nothing new: the numbers of meldingen are those of the published tables, shielded once and for
good (`openbaar`). Rows and totals here are made of what stands there, so that nobody learns more by laying two papers
side by side. Imported figures are shielded as in `indicatoren.py`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from services.rapportage.beeld import Antwoord, Vorm
from services.rapportage.doelen.indicatoren import Indicatoren
from services.rapportage.openbaar import Kwartaal, Ligging
from services.rapportage.openbaar.opmaak import NIET_GETOOND
from services.rapportage.verloop.periode import Periode
from services.rapportage.verslagen.verslag import jaar_van
from shared.facts import Fout, OngeldigeInvoer
from shared.profiel import Profiel

Soort = Literal["jaar", "tussentijds", "eind"]
MAANDEN_PER_KWARTAAL = 3
Rij = tuple[str, ...]
SAMEN: Mapping[Ligging, str] = {
    "voor": "Samen, kwartalen vóór de opening",
    "na": "Samen, kwartalen na de opening",
}


class Kwartaaltabel(Vorm):
    """The public table of a quarter, its heads first.

    `gepubliceerd_op`: None: not published yet. `afgerond_op`: its numbers are multiples of it; None: they are exact.
    `opening`: whether it lies before the opening of the location, after it, or has it inside.
    """

    kwartaal: str
    opening: Ligging = "na"
    gepubliceerd_op: datetime | None
    afgerond_op: int | None = None
    rijen: tuple[Rij, ...]


class Raadsverslag(Antwoord):
    """One report to the council. `volledig`: its period is over."""

    gemeente_naam: str
    soort: Soort
    titel: str
    regels: tuple[str, ...]
    van: date
    tot: date
    volledig: bool
    gepland_op: date | None
    """When the policy says that this evaluation is held."""
    kleinste_getal: int
    kwartalen: tuple[Kwartaaltabel, ...]
    per_kwartaal: tuple[Rij, ...]
    """A row for each of these quarters, the heads first; empty without quarters."""
    niet_gepubliceerd: tuple[str, ...]
    """Quarters that are over and of which the council has no numbers yet."""
    indicatoren: Indicatoren


@dataclass(frozen=True)
class Opzet:
    """Which report: its name, its days, and when the policy planned it."""

    titel: str
    periode: Periode
    gepland_op: date | None = None


def opzet(soort: Soort, profiel: Profiel, dag: date, jaar: str | None) -> Opzet:
    """Say what a report is about, as on a day; `jaar` only with a yearly one: left out, the last with a whole quarter.

    Raises:
        OngeldigeInvoer: an unreadable year or one to come, a policy that the profile does not hold or that is to begin.
    """
    zone = ZoneInfo(profiel.gemeente.tijdzone)
    if soort == "jaar":
        periode = jaar_van(jaar or str(dag.year - (dag.month <= MAANDEN_PER_KWARTAAL)), zone, veld="jaar")
        if periode.van > dag:
            raise OngeldigeInvoer(Fout("jaar", "Kies een jaar dat al begonnen is."))
        return Opzet(f"Jaarverslag {periode.van.year} voor de raad", periode)
    beleid = profiel.beleid
    if beleid is None:
        raise OngeldigeInvoer(Fout("soort", "In het profiel staat geen [beleid]. Vul dat in, of kies het jaarverslag."))
    if dag < beleid.van:
        raise OngeldigeInvoer(Fout("peildatum", "Het beleid was toen nog niet begonnen. Kies een latere datum."))
    if soort == "tussentijds":
        periode = Periode(beleid.van, min(beleid.tot, dag), zone)
        return Opzet(f"Tussentijdse evaluatie van {beleid.naam}", periode, beleid.tussenevaluatie)
    return Opzet(f"Eindevaluatie van {beleid.naam}", Periode(beleid.van, beleid.tot, zone), beleid.eindevaluatie)


def kwartalen_in(periode: Periode, moment: datetime, zone: ZoneInfo) -> list[Kwartaal]:
    """Return the quarters of a period that were over at a moment, the oldest first."""
    alle = [
        Kwartaal(jaar, nummer, zone)
        for jaar in range(periode.van.year, periode.tot.year + 1)
        for nummer in (1, 2, 3, 4)
    ]
    return [een for een in alle if periode.begin <= een.van and een.tot <= min(moment, periode.einde)]


def naast_elkaar(tabellen: Sequence[Kwartaaltabel]) -> tuple[Rij, ...]:
    """Put the quarterly totals of public tables under each other; the sum only where every part of it is shown.

    No sum goes across the opening of a location: before and after it cannot be compared, so not added up either.
    """
    if not tabellen:
        return ()
    soorten = list(dict.fromkeys(rij[0] for tabel in tabellen for rij in tabel.rijen[1:]))
    soorten.sort(key=lambda soort: soort == tabellen[0].rijen[-1][0])  # the total last, also after a new kind
    regels = [_regel(tabel, soorten) for tabel in tabellen]
    delen = [(naam, [regels[nummer] for nummer in nummers]) for naam, nummers in _delen(tabellen)]
    sommen = [(naam, *(_som(rij[n + 1] for rij in deel) for n in range(len(soorten)))) for naam, deel in delen]
    return (("Kwartaal", *soorten), *regels, *sommen)


def _delen(tabellen: Sequence[Kwartaaltabel]) -> Iterator[tuple[str, list[int]]]:
    """Which of these quarters add up, under what name: at least two on one side of the opening."""
    altijd_open = all(tabel.opening == "na" for tabel in tabellen)
    for ligging, naam in SAMEN.items():
        nummers = [nummer for nummer, tabel in enumerate(tabellen) if tabel.opening == ligging]
        if len(nummers) > 1:
            yield "Samen" if altijd_open else naam, nummers


def _regel(tabel: Kwartaaltabel, soorten: Iterable[str]) -> Rij:
    totaal = {rij[0]: rij[-1] for rij in tabel.rijen[1:]}
    return (tabel.kwartaal, *(totaal.get(soort, "0") for soort in soorten))


def _som(delen: Iterable[str]) -> str:
    waarden = list(delen)
    return NIET_GETOOND if NIET_GETOOND in waarden else str(sum(map(int, waarden)))
