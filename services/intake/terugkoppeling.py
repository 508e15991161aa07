"""Telling a reporter something, once: with which text, by which way, and what is recorded about it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

from shared.contracts import Fact
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen, TerugkoppelingGegeven
from shared.profiel.goedkeuring import bezwaar
from shared.profiel.schema import Profiel, Sjabloon
from shared.profiel.schema.melder import Aanleiding
from shared.verzending.vormen import Bericht, Uitslag

Weg = Literal["mail", "sms"]
PAUZES = tuple(timedelta(minutes=minuten) for minuten in (1, 5, 30, 120, 720))
"""Between two attempts; after the last one it is given up, and staff see that."""
ONZEKER = "het is niet zeker of het bericht is aangekomen; het gaat niet nog een keer uit"
GEEN_TEKST = "geen"


@dataclass(frozen=True, slots=True)
class Gelegenheid:
    """One occasion to tell a reporter something."""

    melding_id: UUID
    aanleiding: Aanleiding
    vraag_id: UUID | None = None
    poging: int = 1


@dataclass(frozen=True, slots=True)
class Melder:
    """Whom it is for: where the melding belongs."""

    gemeente: str
    locatie: str


def melder_van(feiten: Sequence[Fact]) -> Melder | None:
    """Read it from the facts of a melding."""
    begin = feiten[0] if feiten else None
    return Melder(begin.gemeente, begin.locatie) if isinstance(begin, MeldingOntvangen | IncidentGemeld) else None


def is_verteld(feiten: Sequence[Fact], bij: Gelegenheid) -> bool:
    """Whether how it went is recorded already, for good."""
    return any(
        isinstance(feit, TerugkoppelingGegeven)
        and (feit.aanleiding, feit.vraag_id) == (bij.aanleiding, bij.vraag_id)
        and feit.opnieuw_op is None
        for feit in feiten
    )


def sjabloon_voor(profiel: Profiel, aanleiding: Aanleiding, op: date) -> tuple[Sjabloon | None, str]:
    """Find the text for an occasion, and what stands in the way of using it (Dutch; empty: nothing)."""
    gevonden = next((s for s in profiel.terugkoppelen.sjablonen if s.aanleiding == aanleiding), None)
    return gevonden, bezwaar(gevonden, op)


def schrijf(sjabloon: Sjabloon, profiel: Profiel, locatie: str, adres: str) -> Bericht:
    """Fill in a text. Nothing of the melding itself goes in: a message may be read by who shares the telephone."""
    plek = profiel.locatie(locatie)
    woorden = {"gemeente": profiel.gemeente.naam, "locatie": plek.naam if plek else locatie, "adres": adres}
    return Bericht(sjabloon.titel.format(**woorden), sjabloon.tekst.format(**woorden))


def niet_verzonden(
    melder: Melder, bij: Gelegenheid, reden: str, *, sjabloon: str = GEEN_TEKST, weg: Weg | Literal["geen"] = "geen"
) -> TerugkoppelingGegeven:
    """Record that a reporter is not told, and why: silence is never an outcome (promise 6)."""
    return TerugkoppelingGegeven(
        gemeente=melder.gemeente,
        locatie=melder.locatie,
        melding_id=bij.melding_id,
        sjabloon=sjabloon,
        aanleiding=bij.aanleiding,
        weg=weg,
        uitkomst="niet-verzonden",
        reden=reden,
        poging=bij.poging,
        vraag_id=bij.vraag_id,
    )


def verzonden(
    melder: Melder, bij: Gelegenheid, uitslag: Uitslag, *, sjabloon: str, weg: Weg, op: datetime
) -> TerugkoppelingGegeven:
    """Record how an attempt went. What failed for certain is tried again, until it was tried often enough."""
    if not uitslag.fout:
        return niet_verzonden(melder, bij, "", sjabloon=sjabloon, weg=weg).model_copy(update={"uitkomst": "verzonden"})
    if uitslag.onzeker:
        return niet_verzonden(melder, bij, ONZEKER, sjabloon=sjabloon, weg=weg)
    if bij.poging > len(PAUZES):
        reden = f"{uitslag.fout}; na {bij.poging} keer niet meer geprobeerd"
        return niet_verzonden(melder, bij, reden, sjabloon=sjabloon, weg=weg)
    opnieuw = {"uitkomst": "mislukt", "opnieuw_op": op + PAUZES[bij.poging - 1]}
    return niet_verzonden(melder, bij, uitslag.fout, sjabloon=sjabloon, weg=weg).model_copy(update=opnieuw)
