"""The domain of one escalation: given, when, then."""

import pytest

from services.escalatie.alarm import alarmen_van
from services.escalatie.escalatie import Uitkomst, bevestig, herinner_tweede_stap, klim, ontbrekende_stappen, sluit
from services.escalatie.staat import Escalatie, Status, Vervolg
from services.escalatie.weigeringen import AlGesloten, GeenTweedeStap, NietDezeRol, NietOpDeLadder, StapOntbreekt
from shared.contracts.escalatie import (
    AlarmHerhaald,
    BurgemeesterIngelicht,
    EscalatieBevestigd,
    EscalatieGesloten,
    EscalatieOpgeschaald,
    PolitieIngelicht,
    Stap,
    StapGemist,
)
from tests.escalatie.gegeven import BEGIN, DRIEHOEK_LADDER, MINUUT, POLITIE_LADDER, UUR, geopend, stand

DRIEHOEK_MET_TWEEDE_STAP = DRIEHOEK_LADDER.model_copy(update={"tweede_stap": POLITIE_LADDER.tweede_stap})
ONTVANGEN, BURGEMEESTER = Stap.ONTVANGEN, Stap.BURGEMEESTER_INGELICHT


def door(escalatie: Escalatie, rol: str, stap: Stap = ONTVANGEN, na: int = 1) -> list[Vervolg]:
    """A confirmation, `na` minutes after the opening."""
    return bevestig(escalatie, door=rol, stap=stap, weg="link", op=BEGIN + na * MINUUT)


def test_bij_opening_wordt_de_eerste_trede_gewaarschuwd() -> None:
    """Opening asks for one notice to each role of the first step."""
    alarmen = [alarm for fact in geopend(DRIEHOEK_LADDER) for alarm in alarmen_van(fact)]
    assert [(alarm.rol, alarm.trede, alarm.ronde) for alarm in alarmen] == [
        ("burgemeester", 0, 1),
        ("politie", 0, 1),
        ("om", 0, 1),
    ]


def test_een_alarm_heeft_steeds_dezelfde_id() -> None:
    """A notice is the same one after every replay, and another one for another role."""
    eerste, tweede = ([alarm.id for fact in geopend(DRIEHOEK_LADDER) for alarm in alarmen_van(fact)] for _ in range(2))
    assert eerste == tweede
    assert len(set(eerste)) == 3


def test_voor_de_wachttijd_klimt_er_niets() -> None:
    """One moment before the deadline nothing climbs; at the deadline it does."""
    escalatie = stand(geopend())
    assert klim(escalatie, op=BEGIN + 10 * MINUUT - MINUUT / 60) == []
    assert klim(escalatie, op=BEGIN + 10 * MINUUT) != []


def test_onbevestigd_klimt_een_trede() -> None:
    """Nobody confirmed in time: the next step is warned, and gets its own deadline."""
    [fact] = klim(stand(geopend()), op=BEGIN + 10 * MINUUT)
    assert isinstance(fact, EscalatieOpgeschaald)
    assert (fact.trede, fact.rollen, fact.te_laat) == (1, ("piket", "oov"), False)
    assert fact.klim_op == BEGIN + 30 * MINUUT
    assert [alarm.rol for alarm in alarmen_van(fact)] == ["piket", "oov"]


def test_de_laatste_trede_wordt_herhaald() -> None:
    """At the top the same people are warned again, each time as a new notice."""
    facts: list[Vervolg] = []
    for ronde in (2, 3):
        [fact] = klim(stand(geopend(DRIEHOEK_LADDER), facts), op=BEGIN + ronde * UUR)
        assert isinstance(fact, AlarmHerhaald)
        assert (fact.trede, fact.ronde, fact.rollen) == (0, ronde, ("burgemeester", "politie", "om"))
        assert fact.volgende_op == BEGIN + ronde * UUR + 30 * MINUUT
        facts.append(fact)
    assert {alarm.id for alarm in alarmen_van(facts[0])}.isdisjoint({alarm.id for alarm in alarmen_van(facts[1])})


def test_na_een_stilstand_klimt_het_een_keer_en_heet_het_te_laat() -> None:
    """After three days of standing still one step fires at once, marked late."""
    [fact] = klim(stand(geopend()), op=BEGIN + 72 * UUR)
    assert isinstance(fact, EscalatieOpgeschaald)
    assert fact.te_laat
    assert fact.klim_op == BEGIN + 72 * UUR + 20 * MINUUT


def test_een_bevestigde_escalatie_klimt_niet_verder() -> None:
    """A confirmed escalation takes no further step."""
    start = geopend(DRIEHOEK_LADDER)
    assert klim(stand(start, door(stand(start), "om")), op=BEGIN + UUR) == []


def test_twee_keer_bevestigen_is_een_keer() -> None:
    """The same role confirming again changes nothing; another role is recorded too."""
    start = geopend(DRIEHOEK_LADDER)
    eerste = door(stand(start), "om")
    assert door(stand(start, eerste), "om", na=3) == []
    [tweede] = door(stand(start, eerste), "politie", na=3)
    assert isinstance(tweede, EscalatieBevestigd)


def test_wie_niet_gewaarschuwd_wordt_kan_niet_bevestigen() -> None:
    """A role outside the ladder cannot stop it."""
    with pytest.raises(NietOpDeLadder, match="coa"):
        door(stand(geopend()), "coa")


def test_de_politie_bevestigt_en_de_tweede_stap_krijgt_een_termijn() -> None:
    """LVS-0.3: the police is informed, and from then on the burgemeester must hear of it in time."""
    start = geopend()
    bevestigd, politie = facts = door(stand(start), "politie", na=4)
    assert isinstance(bevestigd, EscalatieBevestigd)
    assert bevestigd.tweede_stap_uiterlijk == BEGIN + 34 * MINUUT
    assert isinstance(politie, PolitieIngelicht)
    assert stand(start, facts).tweede_stap_op == BEGIN + 34 * MINUUT


def test_een_gemiste_tweede_stap_waarschuwt_de_anderen_en_herhaalt() -> None:
    """LVS-0.3: a missed second step is a fact, warns others, and goes on until it is confirmed."""
    start = geopend()
    facts = door(stand(start), "politie", na=0)
    assert herinner_tweede_stap(stand(start, facts), op=BEGIN + 29 * MINUUT) == []
    [gemist] = herinner_tweede_stap(stand(start, facts), op=BEGIN + 30 * MINUUT)
    assert isinstance(gemist, StapGemist)
    assert (gemist.rollen, gemist.uiterlijk) == (("oov", "piket"), BEGIN + 30 * MINUUT)
    [herhaald] = herinner_tweede_stap(stand(start, facts, [gemist]), op=BEGIN + 45 * MINUUT)
    assert isinstance(herhaald, AlarmHerhaald)
    assert (herhaald.stap, herhaald.ronde, herhaald.rollen) == (BURGEMEESTER, 2, ("oov", "piket"))
    klaar = door(stand(start, facts, [gemist, herhaald]), "politie", BURGEMEESTER, na=50)
    assert [type(fact) for fact in klaar] == [EscalatieBevestigd, BurgemeesterIngelicht]
    assert herinner_tweede_stap(stand(start, facts, [gemist, herhaald], klaar), op=BEGIN + 10 * UUR) == []


def test_de_burgemeester_ingelicht_zegt_ook_ontvangen() -> None:
    """When the police confirms the second step at once, it has received the notice as well."""
    start = geopend()
    facts = door(stand(start), "politie", BURGEMEESTER)
    assert [type(fact) for fact in facts] == [
        EscalatieBevestigd,
        PolitieIngelicht,
        EscalatieBevestigd,
        BurgemeesterIngelicht,
    ]
    klaar = stand(start, facts)
    assert klaar.status is Status.BEVESTIGD
    assert klaar.tweede_stap_op is None


def test_bevestigt_piket_dan_wacht_de_tweede_stap_nog_op_de_politie() -> None:
    """Piket took it on, but the police stayed silent: the reminder goes to the police as well."""
    start = geopend()
    facts = door(stand(start), "piket")
    [gemist] = herinner_tweede_stap(stand(start, facts), op=BEGIN + 31 * MINUUT)
    assert isinstance(gemist, StapGemist)
    assert gemist.rollen == ("oov", "piket", "politie")


def test_de_tweede_stap_is_niet_voor_iedereen() -> None:
    """Only who is named can confirm the second step, and only where there is one."""
    with pytest.raises(GeenTweedeStap):
        door(stand(geopend(DRIEHOEK_LADDER)), "om", BURGEMEESTER)
    with pytest.raises(NietDezeRol, match="politie, oov, piket"):
        door(stand(geopend(DRIEHOEK_MET_TWEEDE_STAP)), "om", BURGEMEESTER)


def test_sluiten_kan_pas_na_elke_verplichte_stap() -> None:
    """Closing says which steps are missing, each once: the police must confirm, so nobody else has to as well."""
    start = geopend()
    nodig = ("de politie bevestigt het bericht", "iemand meldt dat de burgemeester het weet")
    assert ontbrekende_stappen(stand(start)) == nodig
    assert ontbrekende_stappen(stand(geopend(DRIEHOEK_LADDER))) == ("iemand bevestigt het bericht",)
    with pytest.raises(StapOntbreekt, match=f"gebeuren: {'; '.join(nodig)}"):
        sluit(stand(start), door="oov", uitkomst=Uitkomst.AFGEHANDELD)
    piket = door(stand(start), "piket")
    with pytest.raises(StapOntbreekt, match=r"de politie bevestigt.*de burgemeester het weet"):
        sluit(stand(start, piket), door="oov", uitkomst=Uitkomst.AFGEHANDELD)
    politie = door(stand(start, piket), "politie")
    assert ontbrekende_stappen(stand(start, piket, politie)) == ("iemand meldt dat de burgemeester het weet",)
    klaar = door(stand(start, piket, politie), "politie", BURGEMEESTER)
    [gesloten] = sluit(stand(start, piket, politie, klaar), door="oov", uitkomst=Uitkomst.AFGEHANDELD)
    assert isinstance(gesloten, EscalatieGesloten)
    assert gesloten.uitkomst == "afgehandeld"


def test_na_het_sluiten_gebeurt_er_niets_meer() -> None:
    """A closed escalation does not climb, remind, accept or close again."""
    start = geopend(DRIEHOEK_LADDER)
    facts = door(stand(start), "om")
    gesloten = stand(start, facts, sluit(stand(start, facts), door="oov", uitkomst=Uitkomst.LOOS_ALARM))
    assert klim(gesloten, op=BEGIN + 9 * UUR) == []
    assert herinner_tweede_stap(gesloten, op=BEGIN + 9 * UUR) == []
    with pytest.raises(AlGesloten):
        door(gesloten, "politie")
    with pytest.raises(AlGesloten):
        sluit(gesloten, door="oov", uitkomst=Uitkomst.LOOS_ALARM)
