"""Which numbers of one quarter are left out, so that who knows this rule too finds no small number. Pure.

What a table hides must be hidden by the rule as well: which tables would have been shown just so? Here each number that
is left out and can be small is, among those tables, each of 1 up to `drempel` - 1 (`test_regel.py` tries all of them).
Always the last kinds of the list are left out, from the first that needs it, so that what is left out says only where
that is, and never which of the others was the larger. A quarter is decided by itself; a year shows what follows.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from services.rapportage.openbaar.tabel import Plek

Getallen = Sequence[Sequence[int]]
"""Of each kind, or of a few kinds together, the number in each month."""


def dichte_soorten(totalen: Sequence[int], drempel: int) -> frozenset[int]:
    """Return which totals of kinds in a quarter are left out; the one after the last is that of all kinds together.

    From the first kind that is small itself, or after which only a small number is left, to the last.
    """
    aantal = len(totalen)
    if _klein(sum(totalen), drempel):
        return frozenset(range(aantal + 1))
    for nummer, totaal in enumerate(totalen):
        if _klein(totaal, drempel) or _klein(sum(totalen[nummer + 1 :]), drempel):
            return frozenset(range(nummer, aantal))
    return frozenset()


def dichte_maanden(cellen: Getallen, dicht: Collection[int], drempel: int) -> frozenset[Plek]:
    """Return what is left out of the months, beside `dicht`: kinds whose total is; the row after the last is all kinds.

    Kinds without a total are together one row. From the first row with a small number on, at least two rows, every
    month is left out, and as many rows before it as give room enough to show the totals of the months. If all rows
    do not give it, those are left out as well.
    """
    aantal, maanden = len(cellen), range(len(cellen[0]))
    if aantal in dicht:
        return frozenset((rij, maand) for rij in range(aantal + 1) for maand in maanden)
    groepen = [(rij,) for rij in range(aantal) if rij not in dicht] + ([tuple(sorted(dicht))] if dicht else [])
    sommen = [[sum(cellen[rij][maand] for rij in groep) for maand in maanden] for groep in groepen]
    met_klein = [nummer for nummer, som in enumerate(sommen) if _heeft_klein(som, drempel)]
    weg = set(dicht)
    if met_klein:
        begin = _begin(sommen, met_klein[0], drempel)
        weg |= set(range(aantal + 1) if begin is None else chain(*groepen[begin:]))
    return frozenset((rij, maand) for rij in weg for maand in maanden)


def _begin(sommen: Getallen, hoogstens: int, drempel: int) -> int | None:
    """Return the last row from which on leaving out the months lets their totals be shown; None where none does."""
    if _heeft_klein([sum(kolom) for kolom in zip(*sommen, strict=True)], drempel):
        return None
    return next((begin for begin in range(hoogstens, -1, -1) if ruim(sommen[begin:], drempel)), None)


def ruim(rijen: Getallen, drempel: int) -> bool:
    """Whether the sums of these rows and months together leave open every small number, wherever one may be.

    The first row must be able to have one at the same time, of two rows one of both: it is known that it began there.
    """
    per_rij, per_maand = [sum(rij) for rij in rijen], [sum(kolom) for kolom in zip(*rijen, strict=True)]
    return all(
        per_rij[rij] + per_maand[maand] - sum(per_rij) >= drempel
        or all(_kan(per_rij, per_maand, (rij, maand), getal) for getal in range(1, drempel))
        for rij in range(len(per_rij))
        for maand in range(len(per_maand))
    )


def _kan(per_rij: Sequence[int], per_maand: Sequence[int], plek: Plek, getal: int) -> bool:
    """Whether a number can stand at a place in a table that would have been shown the same."""
    if plek[0] == 0 or len(per_rij) == 2:
        return _past(per_rij, per_maand, {plek: getal})
    return any(_past(per_rij, per_maand, {plek: getal, (0, maand): 1}) for maand in range(len(per_maand)))


def _past(per_rij: Sequence[int], per_maand: Sequence[int], vast: Mapping[Plek, int]) -> bool:
    """Whether some table has these sums and these numbers: into any months fits what must be there (Hall)."""
    rest, vrij = list(per_rij), list(per_maand)
    for (rij, maand), getal in vast.items():
        rest[rij] -= getal
        vrij[maand] -= getal
    if min(*rest, *vrij) < 0:
        return False
    for buiten in _deelverzamelingen(range(len(per_maand))):
        alleen_binnen = (som for rij, som in enumerate(rest) if all((rij, maand) in vast for maand in buiten))
        if sum(alleen_binnen) > sum(som for maand, som in enumerate(vrij) if maand not in buiten):
            return False
    return True


def _deelverzamelingen(van: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return chain.from_iterable(combinations(van, aantal) for aantal in range(len(van) + 1))


def _heeft_klein(getallen: Iterable[int], drempel: int) -> bool:
    return any(_klein(getal, drempel) for getal in getallen)


def _klein(getal: int, drempel: int) -> bool:
    return 0 < getal < drempel
