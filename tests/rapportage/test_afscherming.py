"""No small number can be found in a table that is shown: a solver that knows all that is shown tries."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.rapportage.openbaar import Eerder, Tabel, als_csv, als_tabel, lees_csv, met_nullen, scherm_af
from services.rapportage.openbaar.afscherming import speling
from services.rapportage.openbaar.net import EINDELOOS
from services.rapportage.openbaar.verband import verband
from tests.rapportage.oplosser import Getal, Oplosser, vergelijkingen

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


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=2), min_size=1, max_size=2))
def test_geen_klein_getal_is_te_vinden(cellen: list[list[int]]) -> None:
    """For whoever sees the rest, each small number can still be anything from 1 up to the threshold."""
    vol = maak(cellen)
    getoond = scherm_af(vol, DREMPEL)
    open_ = mogelijk(getoond, 10)
    for plek in kleine(vol):
        assert set(range(1, DREMPEL)) <= open_[plek], (cellen, getoond.getallen)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from([0, 0, 1, 6]), min_size=2, max_size=2), min_size=2, max_size=2))
def test_een_nul_onder_een_totaal_van_nul_was_al_bekend(cellen: list[list[int]]) -> None:
    """Each zero that is shown besides is the only number that who saw the rest could put there."""
    getoond = scherm_af(maak(cellen), DREMPEL)
    open_, met = mogelijk(getoond, 10), met_nullen(getoond)
    for (r, k), waarden in open_.items():
        assert met.getallen[r][k] is None or waarden == {met.getallen[r][k]} == {0}


@pytest.mark.parametrize("rij", [[1, 2, 9], [1, 1, 9], [3, 3, 9], [4, 1, 9]])
@pytest.mark.parametrize("erbij", [[], [[9, 9, 9]]])
def test_kleine_getallen_naast_elkaar_verraden_elkaar_niet(rij: list[int], erbij: list[list[int]]) -> None:
    """Two that add up to three leave each other no more than three: something larger goes with them."""
    vol = maak([rij, *erbij])
    open_ = mogelijk(scherm_af(vol, DREMPEL), 12)
    assert kleine(vol)
    for plek in kleine(vol):
        assert set(range(1, DREMPEL)) <= open_[plek]


@settings(max_examples=60, deadline=None)
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


def test_een_klein_getal_neemt_zijn_rij_en_de_rij_ernaast_mee() -> None:
    """Its row and its column would give it back; every total stays."""
    getoond = scherm_af(maak([[28, 38, 48], [60, 50, 55], [2, 20, 30]]), DREMPEL)
    weg = [plek for plek in getoond.plekken if _leeg(getoond, plek)]
    assert weg == [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]


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


MAANDEN = {"K1": ("m1", "m2"), "K2": ("m3", "m4"), "K3": ("m5", "m6")}
"""A year that is small enough to try everything on: three quarters of two months."""
RIJEN = ("a", "b")


def cellen_van(rij: str, kolom: str) -> frozenset[Getal]:
    """Of which kinds and months a number is the sum."""
    maanden = MAANDEN.get(kolom, (kolom,)) if kolom != "jaar" else tuple(sum(MAANDEN.values(), ()))
    return frozenset((een, maand) for een in (RIJEN if rij == "Totaal" else (rij,)) for maand in maanden)


def hele_tabel(aantallen: dict[Getal, int], naam: str) -> Tabel:
    """The table of a quarter by month, or of the year by quarter, with nothing left out."""
    kolommen = MAANDEN.get(naam, tuple(MAANDEN))
    per_rij = {rij: [sum(aantallen[cel] for cel in cellen_van(rij, kolom)) for kolom in kolommen] for rij in RIJEN}
    er_is = {rij: cellen for rij, cellen in per_rij.items() if any(cellen) or rij == RIJEN[0]}  # as kinds that are rare
    return Tabel.van(tuple(er_is), kolommen, list(er_is.values()), (*kolommen, naam))


def publiceer(aantallen: dict[Getal, int], volgorde: list[str]) -> list[Eerder]:
    """Publish one table after another, each beside those before it."""
    gedaan: list[Eerder] = []
    for naam in volgorde:
        vol = hele_tabel(aantallen, naam)
        gedaan.append(Eerder(vol, scherm_af(vol, DREMPEL, gedaan), DREMPEL))
    return gedaan


def per_getal(tabel: Tabel) -> dict[Getal, int | None]:
    """The numbers of a table by row and code; without a row there was nothing of it."""
    nul: dict[Getal, int | None] = {(rij, code): 0 for rij in RIJEN for code in tabel.codes}
    return nul | {(tabel.rijen[r], tabel.codes[k]): tabel.getallen[r][k] for r, k in tabel.plekken}


def te_vinden(gedaan: list[Eerder]) -> list[tuple[Getal, object]]:
    """The small numbers that somebody finds who lays all published tables side by side and calculates."""
    getoond = {
        getal: waarde for een in gedaan for getal, waarde in per_getal(een.getoond).items() if waarde is not None
    }
    alles = {getal: waarde for een in gedaan for getal, waarde in per_getal(een.vol).items()}
    delen = {getal: cellen_van(*getal) for getal in alles}
    oplosser = Oplosser(vergelijkingen(getoond, delen))
    gevonden = []
    for getal, waarde in alles.items():
        if 0 < (waarde or 0) < DREMPEL:
            laag, hoog = oplosser.grenzen(delen[getal])
            if laag > 1 or (hoog is not None and hoog < DREMPEL - 1):
                gevonden.append((getal, (laag, hoog)))
    return gevonden


tellingen = st.fixed_dictionaries(
    {(rij, maand): st.integers(0, 12) for rij in RIJEN for maanden in MAANDEN.values() for maand in maanden}
)


@settings(max_examples=40, deadline=None)
@given(tellingen, st.permutations(["K1", "K2", "K3", "jaar"]), st.integers(1, 4))
def test_geen_klein_getal_is_te_vinden_uit_alles_wat_ooit_is_gepubliceerd(
    aantallen: dict[Getal, int], volgorde: list[str], hoeveel: int
) -> None:
    """Quarters and the year, in any order: no row, no column and no earlier table gives one back."""
    gedaan = publiceer(aantallen, volgorde[:hoeveel])
    assert te_vinden(gedaan) == [], [een.getoond.getallen for een in gedaan]


ALLE_GETALLEN = [
    (rij, kolom)
    for rij in (*RIJEN, "Totaal")
    for kolom in ("jaar", *MAANDEN, *(m for q in MAANDEN.values() for m in q))
]


@settings(max_examples=15, deadline=None)
@given(tellingen, st.sets(st.sampled_from(ALLE_GETALLEN), max_size=12))
def test_de_speling_is_precies_wat_iemand_kan_uitrekenen(aantallen: dict[Getal, int], weg: set[Getal]) -> None:
    """Whatever is left out: the flow says exactly between which values a number lies, no more and no less."""
    aantallen |= {(rij, "m1"): 1 for rij in RIJEN}  # so that every table has every row
    aantallen |= {(rij, m): aantallen[rij, m] or 1 for rij in RIJEN for m in ("m3", "m5")}
    samen = verband([hele_tabel(aantallen, naam) for naam in (*MAANDEN, "jaar")])
    delen = {getal: cellen_van(*getal) for getal in ALLE_GETALLEN}
    oplosser = Oplosser(vergelijkingen({g: samen.waarden[g] for g in ALLE_GETALLEN if g not in weg}, delen))
    for getal in weg:
        laag, hoog = speling(samen, frozenset(weg), getal)
        assert (laag, None if hoog >= EINDELOOS else hoog) == oplosser.grenzen(delen[getal]), getal


def test_een_jaar_naast_zijn_kwartalen_zou_zonder_dat_te_veel_zeggen() -> None:
    """The year shielded by itself gives back what the quarter left out; beside it, it does not."""
    aantallen = dict.fromkeys(((rij, maand) for rij in RIJEN for m in MAANDEN.values() for maand in m), 20)
    aantallen |= {("a", "m1"): 1, ("a", "m2"): 2}
    kwartalen = publiceer(aantallen, ["K1", "K2", "K3"])
    jaar = hele_tabel(aantallen, "jaar")
    assert te_vinden([*kwartalen, Eerder(jaar, scherm_af(jaar, DREMPEL), DREMPEL)])
    naast = Eerder(jaar, scherm_af(jaar, DREMPEL, kwartalen), DREMPEL)
    assert te_vinden([*kwartalen, naast]) == []


def test_wat_al_bekend_is_wordt_niet_weer_verborgen() -> None:
    """What everybody has cannot be taken back: a total of the year that is a shown quarter is shown again."""
    aantallen = dict.fromkeys(((rij, maand) for rij in RIJEN for m in MAANDEN.values() for maand in m), 20)
    aantallen |= {("a", "m5"): 1}
    gedaan = publiceer(aantallen, ["K1", "jaar"])
    getoond = per_getal(gedaan[1].getoond)
    assert getoond["a", "K1"] == 40
    assert getoond["Totaal", "jaar"] is not None


def test_een_soort_die_elders_niet_voorkomt_telt_daar_als_nul() -> None:
    """A table without a row of it says that there was nothing of it: that is known, and gives no room to hide."""
    kwartaal = Tabel.van(("a",), ("m1", "m2"), [[20, 20]], ("m1", "m2", "K1"))
    jaar = Tabel.van(("a", "b"), ("K1", "K2"), [[40, 9], [0, 3]], ("K1", "K2", "jaar"))
    getoond = per_getal(scherm_af(jaar, DREMPEL, [Eerder(kwartaal, kwartaal, DREMPEL)]))
    assert getoond["b", "K2"] is None
    assert getoond["b", "jaar"] is None, "with the zero of the quarter it would give the number back"


def test_tabellen_die_elkaar_tegenspreken_worden_geweigerd() -> None:
    """They cannot be laid side by side, so nothing can be said about what they give away."""
    een = Tabel.van(("a",), ("m1", "m2"), [[20, 20]], ("m1", "m2", "K1"))
    ander = Tabel.van(("a",), ("K1", "K2"), [[41, 9]], ("K1", "K2", "jaar"))
    with pytest.raises(ValueError, match="belong together"):
        scherm_af(ander, DREMPEL, [Eerder(een, een, DREMPEL)])


@pytest.mark.parametrize(("getal", "afgerond"), [(0, 0), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15)])
def test_afronden_gaat_naar_het_dichtstbijzijnde_veelvoud(getal: int, afgerond: int) -> None:
    """Every number by itself, totals too; what is left out stays left out."""
    tabel = Tabel.van(("a",), ("k",), [[getal]]).zonder([(1, 1)]).afgerond(5)
    assert tabel.getallen == ((afgerond, afgerond), (afgerond, None))


def test_een_half_veelvoud_gaat_omhoog() -> None:
    """With an even multiple there is a middle."""
    assert Tabel.van(("a",), ("k",), [[5]]).afgerond(10).getallen[0][0] == 10


def test_de_tabel_is_uit_de_csv_terug_te_lezen() -> None:
    """For whoever publishes the next one."""
    tabel = scherm_af(maak([[2, 20], [25, 35]]), DREMPEL)
    assert als_tabel(als_csv(tabel), tabel.codes) == tabel
