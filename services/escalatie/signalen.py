"""What had to happen and did not: which threshold that is, and who owns it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from shared.contracts.intake import DoorzettingGemist, LocatieHoorbaar, LocatieStil, MeldingDoorgezet
from shared.contracts.overleg import (
    AfspraakNagekomen,
    AfspraakTeLaat,
    AfspraakVervallen,
    AfspraakVerzet,
    AgendaGemist,
    MaatregelIngetrokken,
    MaatregelLooptAf,
    MaatregelVerlengd,
    MaatregelVerlopen,
)
from shared.profiel.schema import Drempel, Ladder, Profiel, Rol, Signaal

Gemist = DoorzettingGemist | LocatieStil | AgendaGemist | AfspraakTeLaat | MaatregelLooptAf
Alsnog = (
    LocatieHoorbaar
    | MeldingDoorgezet
    | AfspraakNagekomen
    | AfspraakVervallen
    | AfspraakVerzet
    | MaatregelVerlengd
    | MaatregelIngetrokken
    | MaatregelVerlopen
)


@dataclass(frozen=True, slots=True)
class Signaalfeit:
    """A missed event in the words of thresholds: what it is about, when it was due, and whose it was."""

    signaal: Signaal
    onderwerp: str
    uiterlijk: datetime
    tekst: str
    regel: str
    partners: tuple[str, ...] = ()
    soort_maatregel: str = ""
    melding: UUID | None = None


_TEKST: Mapping[Signaal, str] = {
    "cluster-gemist": "Een melding is niet voor het einde van de dag bij het cluster.",
    "partner-gemist": "Een melding is niet op tijd doorgezet.",
    "agenda-gemist": "Een melding is niet op tijd in een overleg besproken.",
    "locatie-stil": (
        "Van het systeem van deze locatie is niets meer gehoord. Incidenten komen nu misschien niet binnen."
    ),
    "afspraak-te-laat": "Een afspraak is niet op tijd nagekomen.",
    "maatregel-loopt-af": "Een maatregel eindigt binnenkort. Besluit of hij eindigt of wordt verlengd.",
}


def signaal_van(fact: Gemist) -> Signaalfeit:
    """Say what a missed event means."""
    match fact:
        case DoorzettingGemist() | AgendaGemist():
            return _over_melding(fact)
        case LocatieStil():
            return _feit("locatie-stil", _stil(fact.locatie), fact.sinds, fact.regel)
        case AfspraakTeLaat():
            feit = _feit("afspraak-te-laat", _afspraak(fact.afspraak_id), fact.uiterlijk, fact.regel)
            return replace(feit, partners=(fact.wie,))
        case MaatregelLooptAf():
            feit = _feit("maatregel-loopt-af", _maatregel(fact.maatregel_id), fact.eindigt, fact.regel)
            return replace(feit, soort_maatregel=fact.soort)


def _over_melding(fact: DoorzettingGemist | AgendaGemist) -> Signaalfeit:
    if isinstance(fact, AgendaGemist):
        feit = _feit("agenda-gemist", f"agenda/{fact.melding_id}", fact.uiterlijk, fact.regel)
    elif fact.soort == "cluster":
        feit = _feit("cluster-gemist", f"cluster/{fact.melding_id}", fact.uiterlijk, fact.regel)
    else:
        feit = replace(
            _feit("partner-gemist", _partner(fact.melding_id), fact.uiterlijk, fact.regel), partners=fact.aan
        )
    return replace(feit, melding=fact.melding_id)


def _feit(signaal: Signaal, onderwerp: str, uiterlijk: datetime, regel: str) -> Signaalfeit:
    return Signaalfeit(signaal, onderwerp, uiterlijk, _TEKST[signaal], regel)


def opgelost(fact: Alsnog) -> tuple[Signaal, str] | None:
    """Say which missed event is made good by this one."""
    match fact:
        case MeldingDoorgezet(uitkomst="bezorgd"):
            return "partner-gemist", _partner(fact.melding_id)
        case LocatieHoorbaar():
            return "locatie-stil", _stil(fact.locatie)
        case AfspraakNagekomen() | AfspraakVervallen() | AfspraakVerzet():
            return "afspraak-te-laat", _afspraak(fact.afspraak_id)
        case MaatregelVerlengd() | MaatregelIngetrokken() | MaatregelVerlopen():
            return "maatregel-loopt-af", _maatregel(fact.maatregel_id)
        case _:
            return None


def drempels_voor(profiel: Profiel, signaal: Signaal, locatie: str) -> list[Drempel]:
    """Which thresholds wait for this signal here."""
    return [
        drempel
        for drempel in profiel.drempels
        if signaal in drempel.signalen and (not drempel.locaties or locatie in drempel.locaties)
    ]


def met_eigenaar(ladder: Ladder, eigenaren: Iterable[Rol]) -> Ladder:
    """Warn the owner first, with those of the first step."""
    eerste = ladder.treden[0]
    rollen = tuple(dict.fromkeys((*eigenaren, *eerste.rollen)))
    return ladder.model_copy(update={"treden": (eerste.model_copy(update={"rollen": rollen}), *ladder.treden[1:])})


def eigenaren(profiel: Profiel, feit: Signaalfeit) -> list[Rol]:
    """Which roles own what was missed: of the partners, or of who may impose such a measure."""
    partners = [partner.rol for code in feit.partners if (partner := profiel.partner(code)) and partner.rol]
    soort = profiel.maatregel(feit.soort_maatregel) if feit.soort_maatregel else None
    return [*partners, *([soort.bevoegd] if soort else [])]


def wie_niet(profiel: Profiel, feit: Signaalfeit) -> str:
    """Name the owners that have no access here and so hear it from the others."""
    namen = [partner.naam for code in feit.partners if (partner := profiel.partner(code)) and not partner.rol]
    return f" Dit ligt bij: {', '.join(namen)}." if namen else ""


def _partner(melding: UUID) -> str:
    return f"partner/{melding}"


def _stil(locatie: str) -> str:
    return f"stil/{locatie}"


def _afspraak(afspraak: UUID) -> str:
    return f"afspraak/{afspraak}"


def _maatregel(maatregel: UUID) -> str:
    return f"maatregel/{maatregel}"
