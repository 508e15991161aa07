"""Holding a meeting: who is there, what is written down, and what closing leaves behind."""

from datetime import timedelta

import pytest

from services.overleg.application.vergaderen import Notitie
from services.overleg.overleg import AlGesloten, NogNietBegonnen, NogNietGesloten
from shared.contracts.overleg import (
    AanwezigheidGenoteerd,
    BesluitGenomen,
    BevindingGenoteerd,
    OverlegGeopend,
    OverlegGesloten,
)
from shared.facts import OngeldigeInvoer
from shared.profiel import Profielen
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.test_agenda import soorten
from tests.overleg.test_verzetten import DINSDAG, op
from tests.overleg.voorbeelden import IN_FEBRUARI, melding, profiel, profielen


@pytest.fixture
def proef(make_ledger: MakeLedger) -> Proef:
    """Two days after arrival, planned ahead."""
    proef = maak_proef(make_ledger, profielen(), IN_FEBRUARI)
    proef.plan()
    return proef


def test_wie_er_is_en_wie_niet(proef: Proef) -> None:
    """By the codes of the profile, each once; who was invited and is not there is absent, a guest is just there."""
    lvos = op(proef, "lvos", DINSDAG)
    proef.aanwezig(lvos, ["politie", "burgemeester", "coa", "coa"])
    (feit,) = proef.feiten(AanwezigheidGenoteerd)
    assert isinstance(feit, AanwezigheidGenoteerd)
    assert (feit.aanwezig, feit.afwezig) == (("burgemeester", "coa", "politie"), ("handhaving", "gemeente"))


def test_wie_niemand_kent_zit_niet_aan_tafel(proef: Proef) -> None:
    """A code that the profile does not have is refused, without repeating it, and nothing is written."""
    with pytest.raises(OngeldigeInvoer) as geweigerd:
        proef.aanwezig(op(proef, "lvos", DINSDAG), ["coa", "jan"])
    assert [(fout.veld, "jan" in fout.reden) for fout in geweigerd.value.fouten] == [("aanwezig", False)]
    assert proef.feiten(AanwezigheidGenoteerd) == []


def test_na_het_sluiten_verandert_niet_wie_er_was(proef: Proef) -> None:
    """The record is final (LVS-2.4)."""
    lvos = op(proef, "lvos", DINSDAG)
    proef.open(lvos)
    proef.sluit(lvos)
    with pytest.raises(AlGesloten):
        proef.aanwezig(lvos, ["coa"])


@pytest.mark.parametrize(
    ("notitie", "aantallen"), [(("Rustig.", " "), (1, 0)), (("", "Niets."), (0, 1)), (("Rustig.", "Niets."), (1, 1))]
)
def test_leeg_is_niets(proef: Proef, notitie: tuple[str, str], aantallen: tuple[int, int]) -> None:
    """Only what was written down is a fact."""
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    proef.open(lvos)
    proef.noteer(lvos, [Notitie(proef.punt(id_), *notitie)])
    assert tuple(len(proef.feiten(soort)) for soort in (BevindingGenoteerd, BesluitGenomen)) == aantallen


def test_wat_nog_moet_beginnen_gaat_niet_dicht(proef: Proef) -> None:
    """Also not in the minutes in which it could be opened: what was not held has discussed nothing (LVS-2.4)."""
    lvos = op(proef, "lvos", DINSDAG)
    proef.nu = DINSDAG - timedelta(minutes=10)
    with pytest.raises(NogNietBegonnen):
        proef.sluit(lvos)
    assert proef.feiten(OverlegGeopend) == []
    proef.open(lvos)
    proef.sluit(lvos)
    assert len(proef.feiten(OverlegGesloten)) == 1


def test_een_vergeten_overleg_krijgt_bij_sluiten_zijn_vaste_punten(proef: Proef) -> None:
    """Closed without having been opened: then it is opened first, so that the record has what belongs in it."""
    lvos = op(proef, "lvos", DINSDAG)
    proef.nu = DINSDAG
    proef.sluit(lvos)
    assert (len(proef.feiten(OverlegGeopend)), soorten(proef, lvos)) == (1, ["vast", "vast"])


@pytest.mark.parametrize(("bevindingen", "bewaard"), [("", False), ("  ", False), ("Rustig.", True)])
def test_zonder_bevindingen_is_er_geen_tekst(proef: Proef, bevindingen: str, bewaard: bool) -> None:
    """Nothing is kept of nothing."""
    lvos = op(proef, "lvos", DINSDAG)
    proef.open(lvos)
    proef.sluit(lvos, bevindingen=bevindingen)
    (feit,) = proef.feiten(OverlegGesloten)
    assert isinstance(feit, OverlegGesloten)
    assert (feit.tekstzegel is not None) is bewaard


async def test_wat_dicht_is_wordt_niet_meer_gewekt(proef: Proef) -> None:
    """Closing takes the clock's entry away: nobody looks again whether it should have been closed."""
    lvos = op(proef, "lvos", DINSDAG)
    wachten = "SELECT COUNT(*) FROM timers WHERE id = ?"
    timer = (f"overleg-voorbij/{lvos}",)
    assert proef.ledger.query_sync(wachten, timer) == [(1,)]
    proef.open(lvos)
    proef.sluit(lvos)
    assert proef.ledger.query_sync(wachten, timer) == [(0,)]


def test_een_overleg_van_een_reeks_die_weg_is_kan_gehouden_worden(proef: Proef) -> None:
    """The series left the profile: what was planned is opened, noted and closed; nobody is missed at the table."""
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    zonder = tuple(each for each in profiel().reeksen if each.code not in {"lvos", "politieoverleg", "evaluatie"})
    later = Proef(proef.ledger, Profielen([profiel().model_copy(update={"reeksen": zonder})]), DINSDAG)
    later.open(lvos)
    later.aanwezig(lvos, ["coa"])
    later.sluit(lvos)
    (feit,) = later.feiten(AanwezigheidGenoteerd)
    assert isinstance(feit, AanwezigheidGenoteerd)
    assert (feit.afwezig, later.staat_op(id_), soorten(later, lvos)) == ((), [], ["melding"])


def test_een_correctie_te_vroeg_laat_niets_achter(proef: Proef) -> None:
    """Until the record is final it is simply changed: refused, and no text is kept."""
    lvos = op(proef, "lvos", DINSDAG)
    teksten = "SELECT COUNT(*) FROM teksten"
    voor = proef.ledger.query_sync(teksten)
    with pytest.raises(NogNietGesloten):
        proef.corrigeer(lvos, "Anders.")
    assert proef.ledger.query_sync(teksten) == voor
