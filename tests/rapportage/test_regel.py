"""Who knows the rule by heart, too, finds no small number: every table there is was tried, and none is recognised.

Somebody who reads a table can ask of every other one: would it have been shown like this? What stays is what they
know. Here that is done for all tables with a total below a bound, so that none of those that stay is forgotten.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.rapportage.openbaar import Eerder, Tabel, scherm_af
from services.rapportage.openbaar.regel import dichte_maanden, dichte_soorten, ruim

Rij = tuple[int, ...]
Getoond = tuple[int | None, ...]


def verdelingen(totaal: int, vakken: int) -> Iterator[Rij]:
    """Every way to put a total into so many numbers."""
    if vakken == 1:
        yield (totaal,)
        return
    for eerste in range(totaal + 1):
        yield from ((eerste, *rest) for rest in verdelingen(totaal - eerste, vakken - 1))


def totalen(rij: Rij, drempel: int) -> Getoond:
    """A quarter's totals by kind and that of all kinds, as they are shown."""
    dicht = dichte_soorten(rij, drempel)
    return tuple(None if nummer in dicht else getal for nummer, getal in enumerate((*rij, sum(rij))))


def kwartaal(cellen: Rij, drempel: int, maanden: int = 3) -> Getoond:
    """A whole quarter as it is shown: kinds by month, with every total."""
    rijen = [cellen[begin : begin + maanden] for begin in range(0, len(cellen), maanden)]
    per_soort = [sum(rij) for rij in rijen]
    dicht = dichte_soorten(per_soort, drempel)
    weg = dichte_maanden(rijen, dicht, drempel)
    alle = [*rijen, tuple(map(sum, zip(*rijen, strict=True)))]
    binnen = (None if (r, m) in weg else getal for r, rij in enumerate(alle) for m, getal in enumerate(rij))
    return (*binnen, *totalen(tuple(per_soort), drempel))


def met_sommen(rij: Rij, maanden: int) -> Rij:
    """Every number of a quarter, shown or not, in the order of `kwartaal`."""
    rijen = [rij[begin : begin + maanden] for begin in range(0, len(rij), maanden)]
    return (*rij, *map(sum, zip(*rijen, strict=True)), *map(sum, rijen), sum(rij))


def herkend(
    tabellen: Iterable[Rij], toon: Callable[[Rij], Getoond], alles: Callable[[Rij], Rij], drempel: int
) -> list[tuple[Getoond, int, set[int]]]:
    """Return what is known of a small number, of any table, that could not be each of 1 up to the threshold."""
    mogelijk: dict[Getoond, list[set[int]]] = {}
    for tabel in tabellen:
        getoond, getallen = toon(tabel), alles(tabel)
        if getoond not in mogelijk:
            mogelijk[getoond] = [set() for _ in getallen]
        for waarden, getal in zip(mogelijk[getoond], getallen, strict=True):
            waarden.add(getal)
    kleine = set(range(1, drempel))
    return [
        (getoond, plek, waarden)
        for getoond, alle in mogelijk.items()
        for plek, waarden in enumerate(alle)
        if waarden & kleine and not waarden >= kleine
    ]


def tot(hoogste: int, vakken: int) -> Iterator[Rij]:
    """Every table with at most this total."""
    return chain.from_iterable(verdelingen(totaal, vakken) for totaal in range(hoogste + 1))


@pytest.mark.parametrize(("soorten", "hoogste"), [(1, 30), (2, 40), (3, 24), (4, 16), (5, 10)])
@pytest.mark.parametrize("drempel", [3, 5])
def test_geen_klein_totaal_is_te_herkennen(soorten: int, hoogste: int, drempel: int) -> None:
    """Rows of one to five numbers with their sum: whatever is shown, a small one can be any small one."""
    assert (
        herkend(tot(hoogste, soorten), lambda rij: totalen(rij, drempel), lambda rij: (*rij, sum(rij)), drempel) == []
    )


def geen_herkend(soorten: int, maanden: int, drempel: int, hoogste: int) -> bool:
    """Whether no small number is found in any quarter of these kinds and months."""
    tabellen = tot(hoogste, soorten * maanden)
    return not herkend(
        tabellen, lambda rij: kwartaal(rij, drempel, maanden), lambda rij: met_sommen(rij, maanden), drempel
    )


@pytest.mark.parametrize(
    ("soorten", "maanden", "drempel", "hoogste"), [(1, 3, 5, 20), (2, 3, 3, 10), (2, 2, 5, 14), (3, 2, 3, 10)]
)
def test_geen_klein_getal_in_een_kwartaal_is_te_herkennen(
    soorten: int, maanden: int, drempel: int, hoogste: int
) -> None:
    """Tables of kinds by month with both kinds of sums, the totals of months shown or not."""
    assert geen_herkend(soorten, maanden, drempel, hoogste)


@pytest.mark.lang
@pytest.mark.parametrize(
    ("soorten", "maanden", "drempel", "hoogste"), [(2, 3, 3, 14), (2, 3, 5, 14), (3, 3, 3, 9), (4, 2, 3, 10)]
)
def test_geen_klein_getal_in_een_groter_kwartaal_is_te_herkennen(
    soorten: int, maanden: int, drempel: int, hoogste: int
) -> None:
    """More of them."""
    assert geen_herkend(soorten, maanden, drempel, hoogste)


@pytest.mark.parametrize(("rijen", "hoogste", "drempel"), [(2, 10, 3), (2, 9, 4), (3, 7, 3)])
def test_er_is_ruimte_als_elk_klein_getal_overal_kan(rijen: int, hoogste: int, drempel: int) -> None:
    """The same as trying all tables with these sums, of which the first row, or of two one, has a small number."""
    per_sommen: dict[Rij, list[Rij]] = defaultdict(list)
    for cellen in tot(hoogste, 3 * rijen):
        per_sommen[met_sommen(cellen, 3)[3 * rijen :]].append(cellen)
    kleine = set(range(1, drempel))
    for tabellen in per_sommen.values():
        eerste = 6 if rijen == 2 else 3
        passend = [cellen for cellen in tabellen if kleine & set(cellen[:eerste])]
        per_plek = [{cellen[plek] for cellen in passend} for plek in range(3 * rijen)]
        nooit_klein = [min(cellen[plek] for cellen in tabellen) >= drempel for plek in range(3 * rijen)]
        open_ = all(nooit or waarden >= kleine for nooit, waarden in zip(nooit_klein, per_plek, strict=True))
        een = [tabellen[0][begin : begin + 3] for begin in range(0, 3 * rijen, 3)]
        assert ruim(een, drempel) == open_, een


def test_een_klein_getal_laat_de_totalen_van_maanden_staan() -> None:
    """Of the rarest kinds every month goes; of the others, and of all together, everything stays."""
    cellen = (60, 70, 80, 30, 20, 25, 12, 9, 2, 3, 8, 6)
    assert kwartaal(cellen, 5) == (
        *(60, 70, 80, 30, 20, 25, *[None] * 6),
        *(105, 107, 113),
        *(210, 75, 23, 17, 325),
    )


@pytest.mark.parametrize(
    ("rij", "getoond"),
    [
        ((20, 9, 12, 5), (20, 9, 12, 5, 46)),
        ((20, 9, 0, 0), (20, 9, 0, 0, 29)),
        ((20, 9, 12, 4), (20, 9, None, None, 45)),
        ((20, 9, 0, 4), (20, None, None, None, 33)),
        ((20, 3, 12, 9), (20, None, None, None, 44)),
        ((20, 1, 1, 2), (None, None, None, None, 24)),
        ((4, 1, 0, 0), (None, None, None, None, 5)),
        ((3, 1, 0, 0), (None, None, None, None, None)),
        ((0, 0, 0, 0), (0, 0, 0, 0, 0)),
    ],
)
def test_van_soorten_gaan_de_laatste_weg(rij: Rij, getoond: Getoond) -> None:
    """From the first that is small, or after which too little is left to hide in."""
    assert totalen(rij, 5) == getoond


SOORTEN = ("a", "b", "c")
tellingen = st.lists(
    st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=3, max_size=3), min_size=2, max_size=2
)


def blad(kwartalen: list[list[list[int]]], nummer: int | None) -> Tabel:
    """The table of a quarter, or of the year (of two quarters)."""
    if nummer is not None:
        maanden = [f"m{nummer}{maand}" for maand in range(3)]
        return Tabel.van(SOORTEN, maanden, kwartalen[nummer], (*maanden, f"k{nummer}"))
    per_kwartaal = [[sum(kwartaal[soort]) for kwartaal in kwartalen] for soort in range(3)]
    return Tabel.van(SOORTEN, ("k0", "k1"), per_kwartaal, ("k0", "k1", "jaar"))


def publiceer(
    kwartalen: list[list[list[int]]], volgorde: Iterable[int | None], drempel: int = 5
) -> dict[int | None, Tabel]:
    """Publish in this order (None: the year), each beside those before it."""
    gedaan: dict[int | None, Tabel] = {}
    eerder: list[Eerder] = []
    for nummer in volgorde:
        vol = blad(kwartalen, nummer)
        gedaan[nummer] = scherm_af(vol, 5, eerder, van_kwartalen=nummer is None)
        eerder.append(Eerder(vol, gedaan[nummer], 5))
    return gedaan


@settings(max_examples=60, deadline=None)
@given(tellingen, st.permutations([0, 1, None]))
def test_een_kwartaal_is_van_zichzelf_en_een_jaar_volgt_eruit(
    kwartalen: list[list[list[int]]], volgorde: list[int | None]
) -> None:
    """Whatever came before: so what is known of one quarter says nothing of another, and the year says nothing new."""
    gedaan = publiceer(kwartalen, volgorde)
    for nummer in (0, 1):
        cellen = tuple(chain.from_iterable(kwartalen[nummer]))
        *maanden, a, b, c, samen = kwartaal(cellen, 5)
        delen = [maanden[begin : begin + 3] for begin in range(0, 12, 3)]
        assert gedaan[nummer].getallen == tuple(
            (*deel, totaal) for deel, totaal in zip(delen, (a, b, c, samen), strict=True)
        )
    per_kwartaal = list(zip(*([rij[-1] for rij in gedaan[nummer].getallen] for nummer in (0, 1)), strict=True))
    assert gedaan[None].getallen == tuple((*rij, None if None in rij else sum(rij)) for rij in per_kwartaal)


def test_naast_een_tabel_van_een_vorige_regel_blijft_wat_toen_is_gezegd() -> None:
    """What everybody has cannot be taken back, nor does its quarter take along what it did not say."""
    kwartalen = [[[30, 30, 30], [20, 20, 20], [2, 20, 20]], [[30, 30, 30], [20, 20, 20], [1, 1, 1]]]
    jaar = blad(kwartalen, None)
    toen = jaar.zonder([(0, 1), (2, 1), (0, 2), (2, 2)])
    erna = scherm_af(blad(kwartalen, 1), 5, [Eerder(jaar, toen, 5)])
    assert erna.getallen == ((None,) * 4, (20, 20, 20, 60), (None,) * 4, (51, 51, 51, 153))
