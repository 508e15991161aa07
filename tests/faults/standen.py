"""What must be true after any fault, as sets compared. Pure: what it is about is read in `bewijs.py`."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Plek = tuple[str, int, str]
"""Of a fact: whose it is, its place in that ledger, and its id."""


@dataclass(frozen=True)
class Standen:
    """What everybody holds, each in the order in which it holds it."""

    gemeld: int
    """How many reports were begun; each was tried again, with the same key, until it was answered."""
    ontvangen: Sequence[str]
    """The melding that each answered report got."""
    bewaard: Sequence[str]
    """The meldingen in the ledger of intake."""
    grootboeken: Sequence[Plek]
    stroom: Sequence[Plek]
    verwerkt: Sequence[Plek]
    """What rapportage received."""
    geteld: int
    """How many meldingen and incidents the picture of the week shows."""
    agenda: Sequence[tuple[str, str]]
    """The meldingen that overleg put on the agenda of a meeting: that meeting, and the melding."""
    incidenten: Sequence[str]
    """Those that must be told at once."""
    escalaties: Sequence[tuple[str, str]]
    """Of each that was opened for an incident: that incident, and the escalation."""
    alarmen: Sequence[str]
    """The escalations that the police were really told of, as the telephone rang."""


@dataclass(frozen=True)
class Oordeel:
    """What is wrong, in words; empty where nothing is."""

    verloren: tuple[str, ...]
    dubbel: tuple[str, ...]
    volgorde: tuple[str, ...]

    @property
    def goed(self) -> bool:
        """Say whether nothing was lost, doubled or turned round."""
        return not (self.verloren or self.dubbel or self.volgorde)


def oordeel(standen: Standen) -> Oordeel:
    """Compare: acknowledged ⊆ stored = published = applied once, in order, and every alert at least once."""
    return Oordeel(tuple(_verloren(standen)), tuple(_dubbel(standen)), tuple(_volgorde(standen)))


def _verloren(s: Standen) -> Iterable[str]:
    escalaties = [escalatie for _, escalatie in s.escalaties]
    yield from _mist("bevestigd en niet bewaard", s.ontvangen, s.bewaard)
    yield from _mist("bewaard en niet gepubliceerd", s.grootboeken, s.stroom)
    yield from _mist("gepubliceerd en niet verwerkt", s.stroom, s.verwerkt)
    yield from _mist("bewaard en niet op een agenda", s.bewaard, _besproken(s))
    yield from _mist("incident zonder escalatie", s.incidenten, [incident for incident, _ in s.escalaties])
    yield from _mist("escalatie zonder bericht", escalaties, s.alarmen)
    if s.geteld < len(s.bewaard):
        yield f"in het weekbeeld ontbreken er {len(s.bewaard) - s.geteld}"


def _dubbel(s: Standen) -> Iterable[str]:
    yield from _vaker("twee meldingen met één nummer bevestigd", s.ontvangen)
    yield from _vaker("tweemaal bewaard", s.bewaard)
    yield from _vaker("tweemaal gepubliceerd", s.stroom)
    yield from _vaker("tweemaal verwerkt", s.verwerkt)
    yield from _vaker("tweemaal op een agenda", s.agenda)
    yield from _vaker("tweemaal geëscaleerd", [incident for incident, _ in s.escalaties])
    yield from _mist("gepubliceerd en niet bewaard", s.stroom, s.grootboeken)
    yield from _mist("verwerkt en niet gepubliceerd", s.verwerkt, s.stroom)
    if len(s.bewaard) > s.gemeld:
        yield f"{len(s.bewaard) - s.gemeld} meer bewaard dan gemeld"
    if s.geteld > len(s.bewaard):
        yield f"in het weekbeeld staan er {s.geteld - len(s.bewaard)} te veel"


def _volgorde(s: Standen) -> Iterable[str]:
    for bron in sorted({bron for bron, _, _ in s.stroom}):
        plaatsen = [plaats for wie, plaats, _ in s.stroom if wie == bron]
        if plaatsen != list(range(1, len(plaatsen) + 1)):
            yield f"op de stroom staat {bron} niet op volgorde"
    if (besproken := _besproken(s)) != list(s.bewaard) and set(besproken) == set(s.bewaard):
        yield "de agenda heeft een andere volgorde dan het grootboek"


def _besproken(s: Standen) -> list[str]:
    """Return what stands on any agenda, in the order in which it first came there."""
    return list(dict.fromkeys(melding for _, melding in s.agenda))


def _mist(wat: str, deze: Iterable[Hashable], daar: Iterable[Hashable]) -> Iterable[str]:
    if over := len(set(deze) - set(daar)):
        yield f"{wat}: {over}"


def _vaker(wat: str, deze: Iterable[Hashable]) -> Iterable[str]:
    if over := sum(aantal - 1 for aantal in Counter(deze).values()):
        yield f"{wat}: {over}"
