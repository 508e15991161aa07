"""How a melding stood from one moment to another: folded from all that is known of it, whatever came first.

At a moment it is its latest version that was known then, with every change that was known then, in the order of the
versions. A stretch of time in which it did not count (withdrawn, not known yet) has no row.
"""

from collections import defaultdict, namedtuple
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import Any

from services.rapportage.kenmerken import VELDEN, kenmerken, schrijf
from services.rapportage.store.behandelrijen import Rij
from services.rapportage.store.logboek import Query
from services.rapportage.store.rijen import INCIDENT, ONVERANDERD
from services.rapportage.store.tabellen import BIJSTELLINGEN, FEIT, STANDEN, WAARNEMINGEN, Tabel
from shared.ledger import Row

ALTIJD = "9999"
"""Until when the last that is known holds."""
SAMEN = 500
Bekende = Any
"""A row of one of both tables, by the names of its columns."""


def _vorm(tabel: Tabel) -> Any:
    return namedtuple(tabel.naam, tabel.namen)


Waarneming, Bijstelling = _vorm(WAARNEMINGEN), _vorm(BIJSTELLINGEN)
_VORM = {WAARNEMINGEN.naam: Waarneming._make, BIJSTELLINGEN.naam: Bijstelling._make}
_VELDEN = ("voorgevallen_op", "aard", "plaats", "gericht_tegen", "thema", "ernst", "gevolgen", "gebied")
"""What a change can replace; and with the moment how exact it is."""
_van_waarneming = attrgetter(*_VELDEN, "dagdeel")
_alle_kenmerken = attrgetter(*(veld for veld in VELDEN if veld != "incident"))
_plek = attrgetter(*FEIT, "melding_id", "gemeente", "locatie", "voorgevallen_op", "bekend_op")
Bekend = dict[str, set[Bekende]]
"""Of each melding every row of both tables."""


def bijgewerkt(query: Query, rijen: Iterable[Rij], ernaast: str = "") -> Iterator[Row]:
    """Return the statements that make the stands right after these rows, which need not be stored yet."""
    nieuw = van_rijen(rijen)
    for ids in _delen(list(nieuw)):
        bekend = opgeslagen(query, ids, ernaast)
        alle = [standen(nieuw[een] | bekend[een] if een in bekend else nieuw[een]) for een in ids]
        anders = [een for een in bekend if bekend[een] - nieuw[een]]
        yield from ((f"DELETE FROM {STANDEN.naam}{ernaast} WHERE melding_id = ?", (een,)) for een in anders)  # noqa: S608
        yield from _invoegen([rij for een in alle for rij in een], ernaast)


def alle_standen(
    query: Query, rijen: Iterable[Rij], van_hier: Callable[[Sequence[Any]], bool]
) -> Iterator[tuple[object, ...]]:
    """Return every stand of the meldingen that these rows are about; of `van_hier` no other rows are believed."""
    nieuw = van_rijen(rijen)
    for ids in _delen(list(nieuw)):
        bekend = opgeslagen(query, ids)
        for een in ids:
            yield from standen(nieuw[een] | {rij for rij in bekend[een] if not van_hier(rij)})


def standen(bekend: Collection[Bekende]) -> list[tuple[object, ...]]:
    """Return the rows of one melding."""
    if len(bekend) == 1:  # nearly always
        return [_zoals_gemeld(rij) for rij in bekend if isinstance(rij, Waarneming)]
    rijen = sorted(bekend, key=lambda rij: (rij.versie, rij.bekend_op, *rij[:3]))
    momenten = [*sorted({rij.bekend_op for rij in rijen}), ALTIJD]
    alle = (_stand([rij for rij in rijen if rij.bekend_op <= van], van, tot) for van, tot in pairwise(momenten))
    return [stand for stand in alle if stand]


def van_rijen(rijen: Iterable[Rij]) -> Bekend:
    """Keep what says how a melding stands."""
    per_melding: Bekend = defaultdict(set)
    for tabel, waarden in rijen:
        if maak := _VORM.get(tabel.naam):
            rij = maak(waarden)
            per_melding[rij.melding_id].add(rij)
    return per_melding


def opgeslagen(query: Query, ids: Sequence[str], ernaast: str = "") -> Bekend:
    """Return what the store has of these meldingen."""
    return van_rijen(
        (tabel, rij)
        for tabel in (WAARNEMINGEN, BIJSTELLINGEN)
        for rij in query(_kies(tabel, len(ids), ernaast), (*ids,))
    )


def _zoals_gemeld(rij: Bekende) -> tuple[object, ...]:
    wat = (rij.soort == INCIDENT, *_alle_kenmerken(rij))
    return (*_plek(rij), ALTIJD, schrijf((*wat, rij.dagdeel) if rij.dagdeel else wat))


def _stand(bekend: Sequence[Bekende], van: str, tot: str) -> tuple[object, ...] | None:
    """Fold what was known; the event that began the stretch is the last one of its moment."""
    basis = next((rij for rij in reversed(bekend) if isinstance(rij, Waarneming)), None)
    if basis is None:
        return None
    staat, telt = dict(zip((*_VELDEN, "dagdeel"), _van_waarneming(basis), strict=True)), 1
    for rij in bekend:
        if isinstance(rij, Bijstelling):
            staat |= {v: nieuw for v in _VELDEN if (nieuw := getattr(rij, v)) not in ("", ONVERANDERD)}
            staat |= {"dagdeel": rij.dagdeel} if rij.voorgevallen_op else {}
            telt = telt if rij.telt == ONVERANDERD else rij.telt
    begon = next(rij for rij in reversed(bekend) if rij.bekend_op == van)
    wat = kenmerken(incident=basis.soort == INCIDENT, kanaal=basis.kanaal, historisch=basis.historisch, **staat)
    plek = (basis.melding_id, basis.gemeente, basis.locatie, staat["voorgevallen_op"])
    return (*begon[:3], *plek, van, tot, wat) if telt else None


def _kies(tabel: Tabel, aantal: int, ernaast: str) -> str:
    ids = ", ".join("?" * aantal)
    return f"SELECT {', '.join(tabel.namen)} FROM {tabel.naam}{ernaast} WHERE melding_id IN ({ids})"  # noqa: S608


def _invoegen(rijen: Sequence[tuple[object, ...]], ernaast: str) -> Iterator[Row]:
    for deel in _delen(rijen, 100):
        yield STANDEN.voeg_toe(len(deel), ernaast), tuple(chain.from_iterable(deel))


def _delen(alle: Sequence[Any], samen: int = SAMEN) -> Iterator[Sequence[Any]]:
    return (alle[begin : begin + samen] for begin in range(0, len(alle), samen))
