"""No small number can be found in a table that is shown: a solver that knows all that is shown tries."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.rapportage.openbaar import Tabel, als_csv, lees_csv, scherm_af

DREMPEL = 5


def maak(cellen: list[list[int]]) -> Tabel:
    """A table with these inner cells."""
    return Tabel.van([f"r{n}" for n in range(len(cellen))], [f"k{n}" for n in range(len(cellen[0]))], cellen)


def mogelijk(tabel: Tabel, hoogste: int) -> dict[tuple[int, int], set[int]]:
    """Every value that each left-out number can have: all tables that agree with what is shown, tried one by one.

    Knows nothing of flows. `hoogste` bounds what is tried for a number; it must lie above the threshold.
    """
    *binnen, onderaan = tabel.getallen
    keuzes = [_rijen(rij, hoogste) for rij in binnen]
    gevonden: dict[tuple[int, int], set[int]] = {plek: set() for plek in tabel.plekken if _leeg(tabel, plek)}
    for poging in product(*keuzes):
        vol = [*poging, tuple(map(sum, zip(*poging, strict=True)))]
        if all(getoond in (None, som) for getoond, som in zip(onderaan, vol[-1], strict=True)):
            for r, k in gevonden:
                gevonden[r, k].add(vol[r][k])
    return gevonden


def _rijen(getoond: tuple[int | None, ...], hoogste: int) -> list[tuple[int, ...]]:
    """Every row that agrees with one that is shown, its total included."""
    *cellen, totaal = getoond
    vrij = [range(hoogste + 1) if getal is None else (getal,) for getal in cellen]
    return [(*rij, sum(rij)) for rij in product(*vrij) if totaal in (None, sum(rij))]


def _leeg(tabel: Tabel, plek: tuple[int, int]) -> bool:
    return tabel.getallen[plek[0]][plek[1]] is None


def kleine(tabel: Tabel) -> set[tuple[int, int]]:
    """The numbers that must stay unknown."""
    return {(r, k) for r, k in tabel.plekken if 0 < (tabel.getallen[r][k] or 0) < DREMPEL}


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=2), min_size=1, max_size=2))
def test_geen_klein_getal_is_te_vinden(cellen: list[list[int]]) -> None:
    """For whoever sees the rest, each small number can still be anything from 1 up to the threshold."""
    vol = maak(cellen)
    getoond = scherm_af(vol, DREMPEL)
    open_ = mogelijk(getoond, 10)
    for plek in kleine(vol):
        assert set(range(1, DREMPEL)) <= open_[plek], (cellen, getoond.getallen)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=2, max_size=6))
def test_wat_getoond_wordt_klopt(cellen: list[list[int]]) -> None:
    """A number is shown as it is, or not at all; no small one is shown."""
    vol = maak(cellen)
    getoond = scherm_af(vol, DREMPEL)
    for r, k in vol.plekken:
        assert getoond.getallen[r][k] in (None, vol.getallen[r][k])
    assert not kleine(getoond)


def test_zonder_kleine_getallen_blijft_alles_staan() -> None:
    """Nothing is withheld without a reason."""
    vol = maak([[10, 20, 0], [30, 5, 12]])
    assert scherm_af(vol, DREMPEL) == vol


def test_een_klein_getal_neemt_er_drie_mee() -> None:
    """Its row and its column would give it back; the totals stay."""
    getoond = scherm_af(maak([[2, 20, 30], [25, 35, 45], [28, 38, 48]]), DREMPEL)
    weg = [plek for plek in getoond.plekken if _leeg(getoond, plek)]
    assert weg == [(0, 0), (0, 1), (1, 0), (1, 1)]


@pytest.mark.parametrize("cellen", [[[1]], [[3, 0, 0]], [[1, 0], [0, 1]], [[4, 4], [4, 4]]])
def test_een_tabel_met_bijna_niets(cellen: list[list[int]]) -> None:
    """Where only small numbers are, the totals go too."""
    vol = maak(cellen)
    assert all(_leeg(scherm_af(vol, DREMPEL), plek) for plek in kleine(vol))


def test_de_csv_is_terug_te_lezen() -> None:
    """The page shows the same table as the file."""
    tabel = scherm_af(maak([[2, 20], [25, 35]]), DREMPEL)
    koppen, *rijen = lees_csv(als_csv(tabel))
    assert koppen == ["aard", "k0", "k1", "Totaal"]
    assert rijen[0][:2] == ["r0", "x"]
    assert len(rijen) == 3
