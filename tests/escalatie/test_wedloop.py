"""Confirming, climbing, reminding and closing in any order: what must hold whatever comes first."""

from datetime import datetime, timedelta

from hypothesis import given as voor_elke
from hypothesis import strategies as st

from services.escalatie.alarm import alarmen_van
from services.escalatie.escalatie import Uitkomst, bevestig, herinner_tweede_stap, klim, sluit
from services.escalatie.staat import Escalatie, Status, Vervolg
from services.escalatie.verval import laat_verlopen, neem_terug
from shared.contracts import Fact
from shared.contracts.escalatie import (
    BurgemeesterIngelicht,
    EscalatieBevestigd,
    EscalatieGesloten,
    EscalatieOpgeschaald,
    PolitieIngelicht,
    Stap,
    StapGemist,
)
from shared.contracts.escalatie.piket import BevestigingIngetrokken, BevestigingVerlopen
from shared.facts import Rejected
from shared.profiel.schema import Ladder
from tests.escalatie.gegeven import BEGIN, DRIEHOEK_LADDER, POLITIE_LADDER, VERLOPENDE_LADDER, geopend, stand

Daad = tuple[str, str]
DADEN = st.one_of(
    st.just(("klim", "")),
    st.just(("herinner", "")),
    st.just(("sluit", "oov")),
    st.just(("verloop", "")),
    st.tuples(st.sampled_from([f"terug {stap}" for stap in Stap]), st.sampled_from(["politie", "piket", "oov", "om"])),
    st.tuples(st.sampled_from(list(Stap)), st.sampled_from(["politie", "piket", "oov", "burgemeester", "om", "raad"])),
)
VERLOOP = st.lists(st.tuples(DADEN, st.integers(0, 45)), max_size=25)


def doe(escalatie: Escalatie, daad: Daad, op: datetime) -> list[Vervolg]:
    """Do one thing; a refusal leaves everything as it was."""
    soort, rol = daad
    try:
        if soort == "klim":
            return klim(escalatie, op=op)
        if soort == "herinner":
            return herinner_tweede_stap(escalatie, op=op)
        if soort == "sluit":
            return sluit(escalatie, door=rol, uitkomst=Uitkomst.AFGEHANDELD)
        if soort == "verloop":
            return laat_verlopen(escalatie, op=op)
        if soort.startswith("terug "):
            return neem_terug(escalatie, door=rol, stap=Stap(soort.removeprefix("terug ")), weg="api", op=op)
        return bevestig(escalatie, door=rol, stap=Stap(soort), weg="api", op=op)
    except Rejected:
        return []


@voor_elke(st.sampled_from([POLITIE_LADDER, DRIEHOEK_LADDER, VERLOPENDE_LADDER]), VERLOOP)
def test_geen_volgorde_laat_een_escalatie_stilvallen(ladder: Ladder, verloop: list[tuple[Daad, int]]) -> None:
    """In any order: it climbs or is confirmed or closed, a second step is watched, and nothing happens twice."""
    facts: list[Fact] = list(geopend(ladder))
    op = BEGIN
    for daad, minuten in verloop:
        op += timedelta(minutes=minuten)
        voor = stand(facts)
        nieuw = doe(voor, daad, op)
        facts.extend(nieuw)
        _klopt_de_stap(voor, nieuw)
        _geeft_geen_tijd(voor, stand(facts), nieuw, op)
        _valt_niet_stil(stand(facts))
    _een_keer(facts)


def _klopt_de_stap(voor: Escalatie, nieuw: list[Vervolg]) -> None:
    soorten = {type(fact) for fact in nieuw}
    if voor.status is not Status.OPEN:
        assert EscalatieOpgeschaald not in soorten
    if voor.status is Status.GESLOTEN:
        assert not nieuw
    if EscalatieGesloten in soorten and voor.tweede_stap:
        assert voor.politie_ingelicht
        assert voor.burgemeester_ingelicht


def _geeft_geen_tijd(voor: Escalatie, na: Escalatie, nieuw: list[Vervolg], op: datetime) -> None:
    """Taking back, and confirming again, moves no deadline: it holds, or it has passed and is now."""
    for fact in nieuw:
        if isinstance(fact, EscalatieBevestigd | BevestigingIngetrokken) and fact.tweede_stap_uiterlijk:
            assert fact.tweede_stap_uiterlijk == max(voor.tweede_stap_uiterlijk or fact.tweede_stap_uiterlijk, op)
        if isinstance(fact, BevestigingIngetrokken) and fact.heropend and voor.termijn:
            hoger = na.trede + 1 < len(na.treden)
            assert na.klim_op == (max(voor.termijn, op) if hoger or voor.termijn > op else op + na.herhaal)


def _valt_niet_stil(na: Escalatie) -> None:
    """Promise 6: as long as somebody must act, there is a moment at which people are warned again."""
    assert (na.klim_op is not None) == (na.status is Status.OPEN)
    moet_nog = na.tweede_stap is not None and not na.burgemeester_ingelicht
    if na.status is not Status.OPEN:  # open again, the second step's own clock may run on
        assert (na.tweede_stap_op is not None) == (moet_nog and na.status is Status.BEVESTIGD)
    assert na.tweede_stap_op is None or moet_nog
    assert (na.verloopt_op is not None) == (na.verloopt_na is not None and na.status is Status.BEVESTIGD)


def _een_keer(facts: list[Fact]) -> None:
    terug = sum(isinstance(fact, BevestigingIngetrokken) for fact in facts)
    for soort in (PolitieIngelicht, BurgemeesterIngelicht, EscalatieGesloten, StapGemist):
        assert sum(isinstance(fact, soort) for fact in facts) <= 1 + terug
    gevraagd = [alarm.id for fact in facts for alarm in alarmen_van(fact)]
    assert len(gevraagd) == len(set(gevraagd))
    bevestigd: set[tuple[Stap, str]] = set()
    for fact in facts:
        if isinstance(fact, EscalatieBevestigd):
            assert (fact.stap, fact.door) not in bevestigd
            bevestigd.add((fact.stap, fact.door))
        elif isinstance(fact, BevestigingIngetrokken):
            bevestigd.remove((fact.stap, fact.door))
        elif isinstance(fact, BevestigingVerlopen):
            bevestigd = {paar for paar in bevestigd if paar[0] is not Stap.ONTVANGEN}
    treden = [fact.trede for fact in facts if isinstance(fact, EscalatieOpgeschaald)]
    assert treden == sorted(set(treden))


@voor_elke(st.permutations(["klim", "bevestig"]), st.integers(-60, 60))
def test_klimmen_en_bevestigen_tegelijk(volgorde: list[str], seconden: int) -> None:
    """Around the deadline the order alone decides: confirmed first never climbs, climbed first is confirmed after."""
    facts: list[Fact] = list(geopend())
    op = BEGIN + timedelta(minutes=10, seconds=seconden)
    for wat in volgorde:
        daad = ("klim", "") if wat == "klim" else (Stap.ONTVANGEN.value, "politie")
        facts.extend(doe(stand(facts), daad, op))
    geklommen = any(isinstance(fact, EscalatieOpgeschaald) for fact in facts)
    assert geklommen == (volgorde[0] == "klim" and seconden >= 0)
    assert stand(facts).status is Status.BEVESTIGD
    assert klim(stand(facts), op=op + timedelta(days=1)) == []


HEEN_EN_TERUG = st.lists(
    st.tuples(st.sampled_from([*Stap, *(f"terug {stap}" for stap in Stap), "klim", "herinner"]), st.integers(0, 12)),
    min_size=3,
    max_size=12,
)


@voor_elke(st.sampled_from([POLITIE_LADDER, VERLOPENDE_LADDER]), HEEN_EN_TERUG)
def test_heen_en_terug_geeft_geen_tijd(ladder: Ladder, verloop: list[tuple[str, int]]) -> None:
    """LVS-0.3: the police may confirm, take back and confirm again as often as they like: no deadline moves."""
    facts, op = list(geopend(ladder)), BEGIN
    for soort, minuten in verloop:
        op += timedelta(minutes=minuten)
        voor = stand(facts)
        nieuw = doe(voor, (soort, "politie"), op)
        facts.extend(nieuw)
        _geeft_geen_tijd(voor, stand(facts), nieuw, op)
        _valt_niet_stil(stand(facts))
