"""One meeting that moves, is cancelled or is called; never in the wrong order, never needlessly on a holiday."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from services.overleg.application.beleggen import Belegging
from services.overleg.overleg import NietTeVerzetten
from services.overleg.reeks import AansluitingOnjuist, TussenOnjuist, VolgordeOnjuist, feestdag_ertegen
from shared.contracts.overleg import OverlegVerzet
from shared.ledger import from_iso
from shared.profiel import Profielen
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.voorbeelden import (
    DAG,
    GEMEENTE,
    IN_FEBRUARI,
    PLEK,
    UUR,
    lokaal,
    meegeleverd,
    melding,
    profielen,
    reeks,
)

DINSDAG, DONDERDAG = lokaal(2026, 2, 10), lokaal(2026, 2, 12, 9)


@pytest.fixture
def proef(make_ledger: MakeLedger) -> Proef:
    """Two days after arrival, planned ahead."""
    proef = maak_proef(make_ledger, profielen(), IN_FEBRUARI)
    proef.plan()
    return proef


def op(proef: Proef, reeks: str, moment: datetime) -> UUID:
    """The meeting of a series at a moment."""
    (overleg_id,) = [id_ for id_, aanvang in gepland(proef, reeks) if aanvang == moment]
    return overleg_id


def gepland(proef: Proef, reeks: str) -> list[tuple[UUID, datetime]]:
    """The planned meetings of a series, the first first."""
    sql = "SELECT overleg_id, aanvang FROM overleggen WHERE reeks = ? AND status = 'gepland' ORDER BY aanvang"
    return [(UUID(rij[0]), from_iso(rij[1])) for rij in proef.ledger.query_sync(sql, (reeks,))]


def test_een_overleg_verzetten_is_een_feit(proef: Proef) -> None:
    """It keeps its id and its agenda; the reason is masked and stands apart."""
    id_ = proef.ontvang(melding(proef.nu))
    lvos = op(proef, "lvos", DINSDAG)
    proef.verzet(lvos, DINSDAG + DAG, "De voorzitter belt vanaf 06-12345678.")
    (feit,) = proef.feiten(OverlegVerzet)
    assert isinstance(feit, OverlegVerzet)
    assert (feit.van, feit.naar, feit.door) == (DINSDAG, DINSDAG + DAG, "mens")
    assert proef.staat_op(id_) == [lvos]
    assert proef.aanvang(lvos) == DINSDAG + DAG
    assert all(b"voorzitter" not in recorded.data for recorded in proef.ledger.read(0, 10_000))


def test_wat_volgt_mag_precies_aansluiten(proef: Proef) -> None:
    """The Politieoverleg may begin when the LVOS of that week is over, not a minute before (LVS-1.5)."""
    over = DINSDAG + 1.5 * UUR
    with pytest.raises(VolgordeOnjuist):
        proef.verzet(op(proef, "politieoverleg", DONDERDAG), over - UUR / 60)
    proef.verzet(op(proef, "politieoverleg", DONDERDAG), over)
    assert len(proef.feiten(OverlegVerzet)) == 1


def test_een_lvos_na_het_politieoverleg_wordt_geweigerd(proef: Proef) -> None:
    """One occurrence may not break the order either (LVS-1.5)."""
    with pytest.raises(VolgordeOnjuist, match="vóór het overleg 'Politieoverleg'"):
        proef.verzet(op(proef, "lvos", DINSDAG), DONDERDAG + 2 * UUR)
    with pytest.raises(VolgordeOnjuist):
        proef.verzet(op(proef, "lvos", DINSDAG), DONDERDAG - UUR)


def test_een_politieoverleg_voor_het_lvos_wordt_geweigerd(proef: Proef) -> None:
    """The findings of the LVOS are its input (LVS-1.5); after it is fine."""
    with pytest.raises(VolgordeOnjuist, match="ná het overleg 'LVOS"):
        proef.verzet(op(proef, "politieoverleg", DONDERDAG), DINSDAG - UUR)
    proef.verzet(op(proef, "politieoverleg", DONDERDAG), DINSDAG + 2 * UUR)
    assert DINSDAG + 2 * UUR in proef.overleggen("politieoverleg")


def test_na_een_verzet_lvos_geldt_het_nieuwe_moment(proef: Proef) -> None:
    """What was moved counts where it is now, not where the rhythm had it (LVS-1.5)."""
    proef.verzet(op(proef, "lvos", DINSDAG), DINSDAG + DAG)
    with pytest.raises(VolgordeOnjuist):
        proef.verzet(op(proef, "politieoverleg", DONDERDAG), DINSDAG + 3 * UUR)


@pytest.mark.parametrize(
    ("naar", "waarom"), [(lokaal(2026, 4, 27), "Koningsdag"), (IN_FEBRUARI - DAG, "al voorbij"), (None, "al begonnen")]
)
def test_een_onmogelijk_moment_wordt_geweigerd(proef: Proef, naar: datetime | None, waarom: str) -> None:
    """Not on a public holiday, not in the past, and not what is being held."""
    lvos = op(proef, "lvos", lokaal(2026, 4, 28))
    if naar is None:
        proef.open(lvos)
    with pytest.raises(NietTeVerzetten, match=waarom):
        proef.verzet(lvos, naar or lokaal(2026, 4, 29, 8))


def test_annuleren_schuift_de_punten_door(proef: Proef) -> None:
    """What stood on a cancelled meeting stands on the next, and nowhere else (LVS-2.4)."""
    id_ = proef.ontvang(melding(proef.nu))
    volgende = proef.annuleer(op(proef, "lvos", DINSDAG), "Ziek.")
    assert volgende is not None
    assert proef.staat_op(id_) == [volgende]
    assert proef.aanvang(volgende) == lokaal(2026, 2, 17)
    proef.plan()
    assert proef.staat_op(id_) == [volgende]
    assert DINSDAG not in [aanvang for _, aanvang in gepland(proef, "lvos")]


def test_het_beheersoverleg_gaat_mee(make_ledger: MakeLedger) -> None:
    """It follows the bewonersoverleg at once, also when that moves; on its own it does not move (TB-Winterswijk)."""
    proef = maak_proef(make_ledger, profielen(), lokaal(2026, 2, 2, 8))
    proef.plan()
    avond = lokaal(2026, 2, 4, 19, 30)
    with pytest.raises(AansluitingOnjuist):
        proef.verzet(op(proef, "beheersoverleg", avond + UUR), avond + DAG)
    proef.verzet(op(proef, "bewonersoverleg", avond), avond + DAG)
    assert avond + DAG + UUR in proef.overleggen("beheersoverleg")
    assert avond + UUR not in proef.overleggen("beheersoverleg")


def test_een_groot_overleg_blijft_tussen_zijn_buren(make_ledger: MakeLedger) -> None:
    """It may move within the fortnight, not past a tweewekelijks overleg; nor the other way round (KG-2.2.2)."""
    proef = maak_proef(make_ledger, Profielen([meegeleverd("koggenland")]), lokaal(2026, 1, 5, 8))
    proef.plan()
    groot, twee = lokaal(2026, 1, 14), lokaal(2026, 1, 21)
    with pytest.raises(TussenOnjuist):
        proef.verzet(op(proef, "groot-integraal", groot), twee + DAG)
    with pytest.raises(TussenOnjuist):
        proef.verzet(op(proef, "tweewekelijks", twee), groot - DAG)
    proef.verzet(op(proef, "groot-integraal", groot), groot + 2 * DAG)
    assert groot + 2 * DAG in proef.overleggen("groot-integraal")


def test_op_een_feestdag_kiest_niemand_een_overleg_dat_kan_wachten(proef: Proef) -> None:
    """A series with a rhythm is not moved to one, nor called on one; the driehoek does not wait (LVS-1.6)."""
    koningsdag = lokaal(2026, 4, 27, 15)
    lvos = op(proef, "lvos", lokaal(2026, 4, 28))
    for doe in (
        lambda: proef.verzet(lvos, koningsdag),
        lambda: proef.beleg(Belegging(uuid4(), GEMEENTE, "lvos", PLEK, koningsdag)),
    ):
        with pytest.raises(NietTeVerzetten, match="Koningsdag"):
            doe()
    driehoek = Belegging(uuid4(), GEMEENTE, "driehoek", PLEK, koningsdag)
    proef.beleg(driehoek)
    proef.verzet(driehoek.overleg_id, koningsdag + UUR)
    assert proef.aanvang(driehoek.overleg_id) == koningsdag + UUR


@pytest.mark.parametrize(
    ("code", "dag", "verwacht"),
    [
        ("lvos", lokaal(2026, 4, 27), "Koningsdag"),
        ("lvos", lokaal(2026, 1, 1), None),
        ("evaluatie", lokaal(2026, 4, 27), "Koningsdag"),
        ("beheersoverleg", lokaal(2026, 4, 27), "Koningsdag"),
        ("driehoek", lokaal(2026, 4, 27), None),
        ("lvos", lokaal(2026, 4, 26, 23, 59), None),
        ("lvos", lokaal(2026, 4, 27, 0), "Koningsdag"),
        ("lvos", lokaal(2026, 4, 28), None),
    ],
)
def test_welke_reeks_een_feestdag_ontziet(code: str, dag: datetime, verwacht: str | None) -> None:
    """By rhythm, once, or with another; not what is held because the situation asks, as the LVOS before arrival."""
    assert feestdag_ertegen(reeks(code), dag) == verwacht


def test_een_extra_overleg_beleggen(proef: Proef) -> None:
    """Outside the rhythm, within the order, once however often it is sent (LVS-1.4)."""
    extra = Belegging(uuid4(), GEMEENTE, "lvos", PLEK, lokaal(2026, 2, 11, 15))
    proef.beleg(extra)
    proef.beleg(extra)
    assert extra.aanvang in proef.overleggen()
    with pytest.raises(VolgordeOnjuist):
        proef.beleg(Belegging(uuid4(), GEMEENTE, "lvos", PLEK, DONDERDAG + timedelta(hours=5)))
    proef.plan()
    assert extra.aanvang in proef.overleggen()
