"""Agreements, messages and requests: given what happened, when somebody acts, then these facts, or this refusal."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from services.overleg import afspraak, bericht, verzoek
from services.overleg.afspraak import AfspraakFact
from services.overleg.bericht import BerichtFact, BerichtGeweigerd
from shared.contracts.overleg import (
    AfspraakGemaakt,
    AfspraakHerinnerd,
    AfspraakNagekomen,
    AfspraakTeLaat,
    AfspraakVerzet,
    BerichtGeraadpleegd,
    BerichtGoedgekeurd,
    BerichtOpgesteld,
    BerichtVoorgelegd,
)
from shared.profiel import Rol
from tests.overleg.voorbeelden import DAG, GEMEENTE, PLEK, lokaal, meegeleverd

TERMIJN = lokaal(2026, 2, 12, 23)
TEL = timedelta(seconds=1)
OVER: dict[str, Any] = {"gemeente": GEMEENTE, "locatie": PLEK, "afspraak_id": uuid4()}
WIE: dict[str, Any] = {**OVER, "wie": "politie", "uiterlijk": TERMIJN}
gemaakt = AfspraakGemaakt(**WIE, tekstzegel="ab", regel="KG-2.2.1")
herinnerd = AfspraakHerinnerd(**WIE)
te_laat = AfspraakTeLaat(**WIE, regel="KG-2.2.1")
verzet = AfspraakVerzet(**OVER, van=TERMIJN, naar=TERMIJN + 3 * DAG)
nagekomen = AfspraakNagekomen(**OVER)

BRIEF: dict[str, Any] = {"gemeente": GEMEENTE, "locatie": PLEK, "bericht_id": uuid4(), "versie": 1}
opgesteld = BerichtOpgesteld(**BRIEF, onderwerpzegel="a", tekstzegel="b", publiek=("raad",), door="communicatie")
voorgelegd = BerichtVoorgelegd(**BRIEF, aan=("coa", "politie"))
coa = BerichtGeraadpleegd(**BRIEF, door="coa", instemming=True)
politie = BerichtGeraadpleegd(**BRIEF, door="politie", instemming=False)
goedgekeurd = BerichtGoedgekeurd(**BRIEF, door="oov")


def test_een_afspraak_is_voor_een_moment_dat_nog_komt() -> None:
    """Not for now, and not for before (KG-2.2.1)."""
    afspraak.toets_termijn(TERMIJN, TERMIJN - TEL)
    with pytest.raises(afspraak.TermijnVoorbij) as geweigerd:
        afspraak.toets_termijn(TERMIJN, TERMIJN)
    assert geweigerd.value.regel == "KG-2.2.1"


@pytest.mark.parametrize(
    ("feiten", "op", "keren"),
    [
        ([gemaakt], TERMIJN - TEL, 1),
        ([gemaakt], TERMIJN, 0),
        ([gemaakt, herinnerd], TERMIJN - TEL, 0),
        ([gemaakt, herinnerd, verzet], TERMIJN, 1),
        ([gemaakt, nagekomen], TERMIJN - TEL, 0),
    ],
)
def test_een_herinnering_per_termijn(feiten: list[AfspraakFact], op: Any, keren: int) -> None:
    """Once for each term, before it is over, of what still has to be done."""
    assert len(afspraak.herinner(afspraak.given(feiten), op)) == keren


@pytest.mark.parametrize(
    ("feiten", "op", "keren"),
    [
        ([gemaakt], TERMIJN - TEL, 0),
        ([gemaakt], TERMIJN, 1),
        ([gemaakt, te_laat], TERMIJN + DAG, 0),
        ([gemaakt, te_laat, verzet], TERMIJN + DAG, 0),
        ([gemaakt, te_laat, verzet], TERMIJN + 3 * DAG, 1),
        ([gemaakt, nagekomen], TERMIJN + DAG, 0),
    ],
)
def test_te_laat_is_een_keer_per_termijn(feiten: list[AfspraakFact], op: Any, keren: int) -> None:
    """From the moment that the term is over, once for each term."""
    assert len(afspraak.word_te_laat(afspraak.given(feiten), op)) == keren


def weigert(feiten: list[BerichtFact], *, spoed: bool = False) -> str | None:
    """Why a message does not go out; None: it does."""
    try:
        bericht.toets_publiceren(bericht.given(feiten), spoed=spoed)
    except BerichtGeweigerd as geweigerd:
        return f"{geweigerd.regel}: {geweigerd.reden}"
    return None


def test_een_bericht_gaat_uit_na_raadpleging_en_goedkeuring() -> None:
    """Both are heard, whatever they think of it, and the municipality approves (LVS-4)."""
    weg: list[BerichtFact] = [opgesteld, voorgelegd, coa, politie, goedgekeurd]
    assert weigert(weg) is None
    assert "LVS-4: Leg het bericht eerst voor" in (weigert([opgesteld]) or "")
    assert "het COA en de politie" in (weigert([opgesteld, voorgelegd]) or "")
    assert "de politie" in (weigert([opgesteld, voorgelegd, coa]) or "")
    assert "de politie" in (weigert([opgesteld, voorgelegd, coa, goedgekeurd]) or "")
    assert "eerst goedkeuren" in (weigert(weg[:-1]) or "")
    assert "Nog niet geraadpleegd" in (weigert([*weg[:-1], voorgelegd, goedgekeurd]) or "")


def test_spoed_slaat_het_wachten_over_niet_het_vragen() -> None:
    """With a reason a message goes out before the answers, never before it was put to them (LVS-4)."""
    assert weigert([opgesteld, voorgelegd], spoed=True) is None
    assert weigert([opgesteld], spoed=True)


def test_goedkeuren_kan_als_allen_gehoord_zijn() -> None:
    """The municipality approves the version that everybody was heard about (LVS-4)."""
    bericht.toets_goedkeuren(bericht.given([opgesteld, voorgelegd, coa, politie]))
    nog_niet: list[list[BerichtFact]] = [[opgesteld], [opgesteld, voorgelegd, coa]]
    nog_niet.append([opgesteld, voorgelegd, coa, politie, voorgelegd])
    for feiten in nog_niet:
        with pytest.raises(BerichtGeweigerd):
            bericht.toets_goedkeuren(bericht.given(feiten))


@pytest.mark.parametrize(
    ("feiten", "door"), [([opgesteld], "coa"), ([opgesteld, voorgelegd], "om"), ([opgesteld, voorgelegd], "")]
)
def test_wie_niet_gevraagd_is_geeft_geen_advies(feiten: list[BerichtFact], door: str) -> None:
    """Only who was asked about the version on the table says something of it (LVS-4)."""
    bericht.toets_raadpleging(bericht.given([opgesteld, voorgelegd]), "coa")
    with pytest.raises(BerichtGeweigerd):
        bericht.toets_raadpleging(bericht.given(feiten), door)


def test_een_verzoek_heeft_wat_het_nodig_heeft() -> None:
    """By who may ask, about a person where that is the matter, with plan and budget where those are needed."""
    profiel = meegeleverd("zoetermeer")
    spuk, overplaatsing = profiel.verzoek("spuk"), profiel.verzoek("overplaatsing")
    assert spuk
    assert overplaatsing
    plan: dict[str, Any] = {"door": Rol.OOV, "betrokkene": None, "plan": "Straatcoaches.", "begroting_euro": 80_000}
    kaal: dict[str, Any] = {"door": Rol.BURGEMEESTER, "betrokkene": uuid4(), "plan": "", "begroting_euro": None}
    verzoek.toets(spuk, **plan)
    verzoek.toets(overplaatsing, **kaal)
    for soort, wat, anders in (
        (spuk, plan, {"plan": " "}),
        (spuk, plan, {"begroting_euro": None}),
        (spuk, plan, {"betrokkene": uuid4()}),
        (spuk, plan, {"door": Rol.POLITIE}),
        (overplaatsing, kaal, {"betrokkene": None}),
        (overplaatsing, kaal, {"door": None}),
    ):
        with pytest.raises(verzoek.VerzoekGeweigerd) as geweigerd:
            verzoek.toets(soort, **{**wat, **anders})
        assert geweigerd.value.regel == soort.regel
