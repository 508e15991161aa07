"""What there can be against a statement: every field that cannot be accepted here, now, from this sender.

A reason says what is wrong and what to do, and never repeats the value.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from services.intake.opgave import VOORBEELD, IncidentOpgave, MeldingOpgave, Opgave
from shared.contracts.intake import Aard
from shared.facts import Fout
from shared.profiel.schema import Profiel
from shared.wanneer import BEGIN, is_begin

VOORUIT_HOOGSTENS = timedelta(minutes=10)
VROEGSTE = datetime(1990, 1, 1, tzinfo=UTC)
KANAAL_COA = "coa"
KANAAL_STANDAARD = "webformulier"
GEEN_OPVANG = "deze locatie is geen opvanglocatie: kies een plaats buiten de opvang, of een andere locatie"

Controle = Iterator[Fout]


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What one profile accepts, arranged for looking up. `locaties`: code → the areas in it, `daar`: → its places."""

    gemeente: str
    locaties: Mapping[str, frozenset[str]]
    plaatsen: frozenset[str]
    daar: Mapping[str, frozenset[str]]
    kanalen: frozenset[str]
    themas: frozenset[str]
    plaats_verplicht: bool
    historisch_na: timedelta
    zone: ZoneInfo


def keuzes(profiel: Profiel) -> Keuzes:
    """Arrange a profile for `ontvang` and `meld_incident`."""
    gevraagd = profiel.meldingen
    return Keuzes(
        gemeente=profiel.gemeente.code,
        locaties={plek.code: frozenset(gebied.code for gebied in plek.gebieden) for plek in profiel.locaties},
        plaatsen=frozenset(keuze.code for keuze in gevraagd.plaatsen),
        daar={plek.code: frozenset(keuze.code for keuze in gevraagd.plaatsen_bij(plek)) for plek in profiel.locaties},
        kanalen=frozenset(keuze.code for keuze in gevraagd.kanalen),
        themas=frozenset(keuze.code for keuze in gevraagd.themas),
        plaats_verplicht=gevraagd.plaats_verplicht,
        historisch_na=gevraagd.historisch_na,
        zone=profiel.zone,
    )


@dataclass(frozen=True, slots=True)
class Omstandigheid:
    """Under what something is stated. `medewerker`: with a key or session; `historisch`: the sender says so.

    `namens_melder`: filled in at a desk for a resident, who may not know.
    """

    keuzes: Keuzes
    op: datetime
    medewerker: bool
    historisch: bool = False
    namens_melder: bool = False


def tegen_melding(opgave: MeldingOpgave, bij: Omstandigheid) -> Controle:
    """Object to a melding."""
    yield from _tegen_opgave(opgave, bij)
    yield from _kanaal(opgave.kanaal, bij.keuzes)


def tegen_incident(opgave: IncidentOpgave, bij: Omstandigheid) -> Controle:
    """Object to an incident of the COA."""
    yield from _tegen_opgave(opgave, bij)
    if opgave.kanaal not in (None, KANAAL_COA):
        yield Fout("kanaal", f"een incident komt altijd binnen via '{KANAAL_COA}'; laat dit veld weg")
    if opgave.gevolgen_openbare_orde is None:
        yield Fout("gevolgenOpenbareOrde", "verplicht: true als er gevolgen zijn voor de openbare orde, anders false")
    if opgave.ernst is None:
        yield Fout("ernst", "verplicht: kies 1 (licht), 2, 3 of 4 (calamiteit)")
    yield from _moment("politieGebeldOp", opgave.politie_gebeld_op, bij.op)


def _tegen_opgave(opgave: Opgave, bij: Omstandigheid) -> Controle:
    for controle in _CONTROLES:
        yield from controle(opgave, bij)


def _gemeente(opgave: Opgave, bij: Omstandigheid) -> Controle:
    if opgave.gemeente not in (None, bij.keuzes.gemeente):
        yield Fout("gemeente", "deze gemeente kennen we hier niet")


def _locatie(opgave: Opgave, bij: Omstandigheid) -> Controle:
    if opgave.locatie is None:
        yield Fout("locatie", f"verplicht: {_kies(bij.keuzes.locaties)}")
    elif opgave.locatie not in bij.keuzes.locaties:
        yield Fout("locatie", f"deze locatie staat niet in het profiel: {_kies(bij.keuzes.locaties)}")


def _voorgevallen_op(opgave: Opgave, bij: Omstandigheid) -> Controle:
    if opgave.voorgevallen_op is None:
        yield Fout("voorgevallenOp", f"verplicht: wanneer gebeurde het? {VOORBEELD.capitalize()}")
    yield from _moment("voorgevallenOp", opgave.voorgevallen_op, bij.op)


def _dagdeel(opgave: Opgave, bij: Omstandigheid) -> Controle:
    """It stands for the time, so the moment beside it is when it begins and says no other time."""
    if opgave.dagdeel is None or opgave.voorgevallen_op is None:
        return
    if not is_begin(opgave.voorgevallen_op, opgave.dagdeel, bij.keuzes.zone):
        begin = f"{BEGIN[opgave.dagdeel]:%H.%M} uur"
        yield Fout("dagdeel", f"geef als voorgevallenOp wanneer dit deel van de dag begint ({begin}), of laat dit weg")


def _moment(veld: str, moment: datetime | None, op: datetime) -> Controle:
    if moment is None:
        return
    if moment > op + VOORUIT_HOOGSTENS:
        yield Fout(veld, "ligt in de toekomst; controleer de datum en de tijd")
    if moment < VROEGSTE:
        yield Fout(veld, f"ligt voor {VROEGSTE.year}; controleer het jaar")


def _aard(opgave: Opgave, bij: Omstandigheid) -> Controle:
    """With a key the kind is required; a resident may leave it to the meldpunt (LVS-2.3), also through a desk."""
    if bij.namens_melder and opgave.aard is Aard.NOG_TE_BEPALEN:
        return
    if bij.medewerker and opgave.aard in (None, Aard.NOG_TE_BEPALEN):
        yield Fout("aard", "verplicht voor wie is aangemeld: kies uit overlast, crimineel, ggz")


def _plaats(opgave: Opgave, bij: Omstandigheid) -> Controle:
    plaatsen = bij.keuzes.plaatsen
    daar = bij.keuzes.daar.get(opgave.locatie or "", plaatsen)
    if opgave.plaats is None:
        if bij.keuzes.plaats_verplicht and daar:
            yield Fout("plaats", f"verplicht: {_kies(daar)}")
    elif not plaatsen:
        yield Fout("plaats", "deze gemeente vraagt niet naar de plaats; laat dit veld weg")
    elif opgave.plaats not in plaatsen:
        yield Fout("plaats", f"deze plaats staat niet in het profiel: {_kies(daar)}")
    elif opgave.plaats not in daar:
        yield Fout("plaats", GEEN_OPVANG)


def _thema(opgave: Opgave, bij: Omstandigheid) -> Controle:
    if opgave.thema is not None and opgave.thema not in bij.keuzes.themas:
        yield Fout("thema", f"dit thema staat niet in het profiel: {_kies(bij.keuzes.themas)}")


def _gebied(opgave: Opgave, bij: Omstandigheid) -> Controle:
    gebieden = bij.keuzes.locaties.get(opgave.locatie or "", frozenset())
    if opgave.gebied is not None and opgave.gebied not in gebieden:
        anders = _kies(gebieden) if gebieden else "deze locatie heeft geen gebieden; laat dit veld weg"
        yield Fout("gebied", f"dit gebied hoort niet bij de locatie: {anders}")


def _herkomst(opgave: Opgave, bij: Omstandigheid) -> Controle:
    if bij.medewerker:
        return
    if opgave.bron is not None:
        yield Fout("bron", "alleen voor wie is aangemeld; laat dit veld weg")
    if opgave.kenmerk is not None:
        yield Fout("kenmerk", "alleen voor wie is aangemeld; gebruik de header Idempotency-Key")


def _kanaal(kanaal: str | None, keuzes: Keuzes) -> Controle:
    if kanaal is None and KANAAL_STANDAARD not in keuzes.kanalen:
        yield Fout("kanaal", f"verplicht: {_kies(keuzes.kanalen)}")
    elif kanaal is not None and kanaal not in keuzes.kanalen:
        yield Fout("kanaal", f"dit kanaal staat niet in het profiel: {_kies(keuzes.kanalen)}")


def _kies(codes: Iterable[str]) -> str:
    return "kies uit " + ", ".join(sorted(codes))


_CONTROLES: tuple[Callable[[Opgave, Omstandigheid], Controle], ...] = (
    _gemeente,
    _locatie,
    _voorgevallen_op,
    _dagdeel,
    _aard,
    _plaats,
    _thema,
    _gebied,
    _herkomst,
)
