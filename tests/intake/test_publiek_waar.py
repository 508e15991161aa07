"""Where and when, in the public form: what is asked after which answer, and what need not be asked."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from re import findall

import pytest

from services.intake.paginas.publiek.vragen import Vragen
from shared.contracts.intake import MeldingOntvangen
from shared.web.talen import lees_taal
from tests.intake.bezoek import VOLLEDIG, Bezoek
from tests.intake.proef import Proef, profielen


async def test_elders_in_de_gemeente_en_de_buurt_niet_weten(proef: Proef) -> None:
    """The municipality is no office but everywhere else; an unknown neighbourhood is an answer, and stores none."""
    bezoek = await Bezoek(proef.publiek).begin()
    assert "Vraag 1. Hierna nog 6 tot 9 vragen." in bezoek.leest
    await bezoek.druk(aard="overlast")
    await bezoek.druk()
    assert "Ergens anders in Zoetermeer" in bezoek.leest
    assert "Dus ook op straat of bij uw eigen huis." in bezoek.leest, "their own door is not somewhere else"
    assert "Was het niet daar in de buurt? Kies dan ‘Ergens anders in Zoetermeer’." in bezoek.leest
    await bezoek.druk(locatie="gm0637:rokkeveenseweg")
    assert "Vraag 4. Hierna nog 4 of 5 vragen." in bezoek.leest
    await bezoek.druk(plaats="buiten-noodopvang")
    assert "Ergens anders, of dat weet ik niet" in bezoek.leest
    await bezoek.druk(gebied="")
    assert bezoek.kop == "Wanneer gebeurde het?"
    assert "Vraag 6. Hierna nog 3 vragen." in bezoek.leest
    await bezoek.druk(datum="2026-11-22", tijd="10:30")
    await bezoek.druk()
    assert "Vraag 8. Hierna nog 1 vraag." in bezoek.leest
    await bezoek.druk()
    assert "Vraag 9. Dit is de laatste vraag." in bezoek.leest


@pytest.mark.parametrize(
    ("taal", "wanneer", "controle"),
    [
        ("nl", "Wanneer gebeurde het?", "Controleer uw antwoorden"),
        ("en", "When did it happen?", "Check your answers"),
    ],
)
async def test_in_de_noodopvang_is_de_buurt_bekend(proef: Proef, taal: str, wanneer: str, controle: str) -> None:
    """Not asked on the way there or back; what was answered before falls away, and can be given again outside it."""
    bezoek = await Bezoek(proef.publiek, taal).tot_controle(**{**VOLLEDIG, "gebied": "dorp"})
    assert "naar:gebied" in bezoek.html
    await bezoek.druk(ga="naar:plaats")
    await bezoek.druk(plaats="in-noodopvang")
    assert (bezoek.kop, "naar:gebied" in bezoek.html) == (controle, False)
    await bezoek.verstuur()
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert (feit.plaats, feit.gebied) == ("in-noodopvang", None)
    onderweg = await Bezoek(proef.publiek, taal).begin()
    await onderweg.druk(aard="ggz")
    await onderweg.druk()
    await onderweg.druk(locatie=VOLLEDIG["locatie"])
    plaats = onderweg.kop
    await onderweg.druk(plaats="in-noodopvang")
    assert onderweg.kop == wanneer
    await onderweg.druk(ga="vorige")
    assert onderweg.kop == plaats
    await onderweg.druk(plaats="buiten-noodopvang")
    assert "gebied" in onderweg.form.velden


@pytest.mark.parametrize(
    ("taal", "plaats", "wanneer"),
    [("nl", "Waar gebeurde het?", "Wanneer gebeurde het?"), ("en", "Where did it happen?", "When did it happen?")],
)
async def test_elders_is_buiten_de_noodopvang(proef: Proef, taal: str, plaats: str, wanneer: str) -> None:
    """Not asked where there is no inside, nor shown; what was answered before falls away, and is asked again."""
    bezoek = await Bezoek(proef.publiek, taal).tot_controle(**{**VOLLEDIG, "plaats": "in-noodopvang"})
    assert "naar:plaats" in bezoek.html
    await bezoek.druk(ga="naar:locatie")
    await bezoek.druk(locatie="gm0637:zoetermeer")
    assert "naar:locatie" in bezoek.html
    assert "naar:plaats" not in bezoek.html
    await bezoek.druk(ga="naar:locatie")
    await bezoek.druk(locatie=VOLLEDIG["locatie"])
    await bezoek.verstuur()
    assert (bezoek.pagina.status_code, bezoek.kop, proef.feiten()) == (400, plaats, [])
    elders = await Bezoek(proef.publiek, taal).begin()
    await elders.druk()
    await elders.druk()
    await elders.druk(locatie="gm0637:zoetermeer")
    assert elders.kop == wanneer
    await elders.druk(datum=VOLLEDIG["datum"], tijd=VOLLEDIG["tijd"])
    await elders.verstuur()
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert (feit.locatie, feit.plaats) == ("zoetermeer", "buiten-noodopvang")


async def test_wie_de_tijd_niet_weet(proef: Proef) -> None:
    """A part of the day will do: what is kept beside it is where that part begins."""
    bezoek = await Bezoek(proef.publiek).tot_controle(**{**VOLLEDIG, "tijd": "", "dagdeel": "nacht"})
    assert "22-11-2026 Nacht (0.00 tot 6.00 uur)" in bezoek.leest
    await bezoek.verstuur()
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert feit.voorgevallen_op.isoformat().endswith("23:00:00+00:00")
    assert feit.dagdeel == "nacht"


@pytest.mark.parametrize(("taal", "zegt"), [("nl", "Kies een van de twee"), ("en", "Choose one of the two")])
async def test_een_tijd_of_een_deel_van_de_dag(proef: Proef, taal: str, zegt: str) -> None:
    """Both is no answer: which of the two is meant, is asked at the time."""
    bezoek = await Bezoek(proef.publiek, taal).tot_controle(**VOLLEDIG, dagdeel="avond")
    assert (bezoek.pagina.status_code, findall(r'id="(\w+)-fout"', bezoek.html)) == (400, ["tijd"])
    assert zegt in bezoek.leest
    await bezoek.druk(dagdeel="")
    assert (bezoek.pagina.status_code, "gerichtTegen" in bezoek.form.velden) == (200, True)


@pytest.mark.parametrize("gemeenten", [("zoetermeer",), ("zoetermeer", "koggenland")])
def test_wat_nog_komt_is_waar(gemeenten: tuple[str, ...]) -> None:
    """Of all ways on from an answer, the shortest and the longest are what the page says at each question."""
    vragen, echt = Vragen(profielen(*gemeenten)), defaultdict[tuple[str, tuple[int, int], str], set[int]](set)
    for stand in _wegen(vragen):
        gesteld, gegeven = vragen.gesteld(stand), dict[str, str]()
        for nummer, vraag in enumerate(gesteld, 1):
            echt[vraag.code, vragen.over(vraag, gegeven), str(gegeven)].add(len(gesteld) - nummer)
            gegeven |= {veld: stand[veld] for veld in vraag.velden if stand.get(veld)}
    assert len(echt) > 50
    assert [waar for waar, aantallen in echt.items() if (min(aantallen), max(aantallen)) != waar[1]] == []


def _wegen(vragen: Vragen) -> Iterator[dict[str, str]]:
    """Every way in which the answers can turn out that decide what is asked."""
    plekken = [optie.code for optie in vragen.opties("locatie", {}, lees_taal("nl"))]
    for aard, locatie in product(("", "overlast", "crimineel", "ggz"), plekken):
        stand = {"aard": aard, "locatie": locatie}
        for plaats in [] if vragen.vast(stand) else vragen.codes("plaats", stand):
            yield {**stand, "plaats": plaats}
        if vragen.vast(stand) or not vragen.codes("plaats", stand):
            yield stand
