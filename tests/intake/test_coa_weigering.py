"""A COA message that cannot be taken is kept apart while somebody is called. Never dropped (LVS-0.3)."""

from datetime import timedelta

import pytest

from services.intake.application import Quarantaine
from services.intake.geheim import Geheim
from services.intake.store import BEWAARTERMIJN
from shared.bus import CoaMessage
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.intake import IncidentGemeld, IncidentGeweigerd
from shared.klok import Wekker
from tests.intake.coa import GEHEIMPJE, KOPPEN, QUARANTAINE, bericht, geweigerd, neem, structured
from tests.intake.proef import INCIDENT, Proef, zonder

ONLEESBAAR = [
    bericht(rauw=b""),
    bericht(rauw=b"\xff\xfe\x00 geen json"),
    bericht(rauw=b"[" * 50_000),
    bericht(headers={}, rauw=b"{"),
    bericht(headers={}, rauw=b'"tekst"'),
    bericht(headers={}, rauw=b'["specversion"]'),
    bericht(headers={}),
    bericht(headers=zonder(KOPPEN, "ce-id")),
    bericht(headers={**KOPPEN, "ce-specversion": "0.3"}),
    bericht(headers={**KOPPEN, "ce-id": "x" * 300}),
    bericht([INCIDENT]),
    bericht("tekst"),
    bericht({}),
    bericht({**INCIDENT, "ernst": 9}),
    bericht({**INCIDENT, "nationaliteit": "x"}),
    bericht({**INCIDENT, "toelichting": "x" * 5000}),
    bericht({**INCIDENT, "voorgevallenOp": "2099-01-01T00:00:00Z"}),
    bericht(locatie="nergens"),
    structured(data=None),
    structured(data_base64="geen base64!"),
    structured(id=7),
]


@pytest.mark.parametrize("message", ONLEESBAAR)
async def test_wat_niet_kan_staat_apart(proef: Proef, message: CoaMessage) -> None:
    """The sender hears field and reason, a fact calls somebody, and the message can be read back as it came."""
    gehoord = await neem(proef, message)
    (feit,) = proef.feiten()
    assert isinstance(feit, IncidentGeweigerd)
    assert (feit.gemeente, feit.locatie) == (message.gemeente, message.locatie)
    assert gehoord
    assert all(veld and len(reden) > 5 for _, veld, reden in gehoord)
    apart = await QUARANTAINE.open(proef.dienst.ledger, feit.quarantaine_id)
    assert (apart.headers, apart.inhoud) == (message.headers, message.data)


async def test_honderdduizend_onbekende_velden(proef: Proef) -> None:
    """However much is wrong, the refusal fits on the bus: a fact that does not would stop every later alarm."""
    gehoord = await neem(proef, bericht({**INCIDENT, **{f"v{nummer}": 1 for nummer in range(95_000)}}))
    (feit,) = geweigerd(proef.feiten())
    assert len(feit.reden) < 1000
    assert len(gehoord) == 21
    assert "94980" in gehoord[-1][2]


@pytest.mark.parametrize(
    ("waar", "plek"),
    [
        ({"gemeente": "gm9999"}, ("gm0637", "alle")),
        ({"gemeente": "GM0637"}, ("gm0637", "alle")),
        ({"locatie": "Jan Jansen <b>"}, ("gm0637", "alle")),
        ({"locatie": "l" * 3000}, ("gm0637", "alle")),
    ],
)
async def test_ook_een_onbekende_plek_roept_iemand(proef: Proef, waar: dict[str, str], plek: tuple[str, str]) -> None:
    """Of a place that nobody serves or could exist, the refusal is for a municipality that can call somebody."""
    await neem(proef, bericht({}, **waar))
    (feit,) = geweigerd(proef.feiten())
    assert (feit.gemeente, feit.locatie) == plek


async def test_de_quarantaine_is_versleuteld(proef: Proef) -> None:
    """Neither the message nor what somebody made up as a field is readable in store or fact."""
    await neem(proef, bericht({"Jan Jansen 0612345678": 1, "toelichting": GEHEIMPJE}))
    (feit,) = geweigerd(proef.feiten())
    assert "onbekend veld" in feit.reden
    for pad in proef.omgeving.instellingen.data.rglob("*.db*"):
        assert b"Jansen" not in pad.read_bytes()
    ander = Quarantaine(Geheim(b"een ander geheim"))
    with pytest.raises(Exception):  # noqa: B017, PT011  the cipher says no, however it calls that
        await ander.open(proef.dienst.ledger, feit.quarantaine_id)


async def test_een_herhaalde_weigering_roept_een_keer(overal: Proef) -> None:
    """The same message again is one refusal; the sender hears it each time."""
    gehoord = [await neem(overal, bericht({}, aflevering=keer)) for keer in (1, 2)]
    assert gehoord[0] == gehoord[1] != []
    assert len(geweigerd(overal.feiten())) == 1


async def test_twee_onleesbare_berichten_roepen_twee_keer(proef: Proef) -> None:
    """Two equal messages without an id may be two incidents: each calls somebody, a repetition of one does not."""
    for nummer in (1, 2, 2):
        await neem(proef, bericht(headers={}, rauw=b"onleesbaar", nummer=nummer))
    assert len(geweigerd(proef.feiten())) == 2


async def test_na_een_weigering_kan_het_alsnog(proef: Proef) -> None:
    """The sender repairs the message and sends it under the same id: it is taken."""
    await neem(proef, bericht({}))
    assert await neem(proef, bericht()) == []
    assert [type(feit) for feit in proef.feiten()] == [IncidentGeweigerd, IncidentGemeld]


async def test_de_bewaartermijn(overal: Proef) -> None:
    """At the end of its term the message is erased, and that is a fact; nothing is due after that."""
    await neem(overal, bericht({}))
    wekker = Wekker(overal.dienst.ledger, overal.dienst.timers, overal.klok)
    overal.klok.verder(seconds=(BEWAARTERMIJN - timedelta(seconds=1)).total_seconds())
    assert await wekker.tick() == 0
    overal.klok.verder(seconds=1)
    assert await wekker.tick() == 1
    assert await wekker.tick() == 0
    assert overal.rijen("SELECT * FROM coa_quarantaine") == []
    assert [type(feit) for feit in overal.feiten()] == [IncidentGeweigerd, GegevensVernietigd]
    assert overal.dienst.ledger.views_differ() == []
