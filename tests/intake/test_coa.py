"""COA messages: an incident is taken once, or kept apart while somebody is called. Never dropped (LVS-0.3)."""

import asyncio
import json
from base64 import b64encode
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any, cast
from uuid import UUID

import pytest
from nats.aio.client import Client

from services.intake.application import Quarantaine
from services.intake.bus import CoaDeur
from services.intake.geheim import Geheim
from services.intake.store import BEWAARTERMIJN
from shared.bus import COA, CoaInlet, CoaMessage, provision
from shared.contracts import Fact
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.intake import IncidentGemeld, IncidentGeweigerd
from shared.klok import Wekker
from shared.ledger import Ledger, Overloaded, StoreUnavailable
from tests.intake.proef import GEHEIM, INCIDENT, Proef, gebruik, zonder
from tests.shared.busproef import op_de_stroom
from tests.wachten import wacht_tot_async

KOPPEN = {"ce-specversion": "1.0", "ce-id": "a1", "ce-source": "urn:coa:zaak", "ce-type": "nl.coa.incident.v1"}
QUARANTAINE = Quarantaine(Geheim(GEHEIM.encode()))
GEHEIMPJE = "Jan Jansen, 06 12345678"


def bericht(
    data: Any = None, *, headers: dict[str, str] | None = None, rauw: bytes | None = None, **anders: Any
) -> CoaMessage:
    """A message in binary mode, unless told otherwise."""
    inhoud = rauw if rauw is not None else json.dumps(INCIDENT if data is None else data).encode()
    waar: dict[str, Any] = {"gemeente": "gm0637", "locatie": "rokkeveenseweg", "aflevering": 1, "nummer": 1, **anders}
    return CoaMessage(headers=KOPPEN if headers is None else headers, data=inhoud, **waar)


def structured(**anders: Any) -> CoaMessage:
    """The same message as one JSON object."""
    heel = {"specversion": "1.0", "id": "a1", "source": "urn:coa:zaak", "type": "nl.coa.incident.v1", "data": INCIDENT}
    return bericht(headers={}, rauw=json.dumps({**heel, **anders}).encode())


class Afzender:
    """Hears what was refused."""

    def __init__(self) -> None:
        self.gehoord: list[tuple[str, str, str]] = []

    async def __call__(self, message: CoaMessage, *, ce_id: str, veld: str, reden: str) -> None:
        """Hear one refusal."""
        self.gehoord.append((ce_id, veld, reden))


async def neem(proef: Proef, message: CoaMessage) -> list[tuple[str, str, str]]:
    """Hand a message to the door; give what the sender hears."""
    afzender = Afzender()
    assert proef.dienst.coa is not None
    await proef.dienst.coa(message, afzender)
    return afzender.gehoord


def geweigerd(feiten: list[Fact]) -> list[IncidentGeweigerd]:
    """The refusals among these facts."""
    return [feit for feit in feiten if isinstance(feit, IncidentGeweigerd)]


async def test_een_incident_wordt_genomen(overal: Proef) -> None:
    """In binary mode the headers say which it is; the sender hears nothing, for the acknowledgement said it."""
    assert await neem(overal, bericht({**INCIDENT, "toelichting": GEHEIMPJE})) == []
    (feit,) = overal.feiten()
    assert isinstance(feit, IncidentGemeld)
    assert (feit.locatie, feit.kanaal, feit.gevolgen_openbare_orde) == ("rokkeveenseweg", "coa", True)
    assert overal.rijen("SELECT tekst FROM teksten") == [("[naam], [telefoonnummer]",)]
    assert overal.rijen("SELECT * FROM volgcodes") == []


@pytest.mark.parametrize(
    "anders",
    [
        {},
        {"time": "2026-11-22T12:00:00Z", "datacontenttype": "application/json", "subject": "x"},
        {"data": None, "data_base64": b64encode(json.dumps(INCIDENT).encode()).decode()},
    ],
)
async def test_een_incident_als_een_json_object(proef: Proef, anders: dict[str, Any]) -> None:
    """In structured mode all of it is one object; other attributes are no objection."""
    assert await neem(proef, structured(**anders)) == []
    assert len(proef.feiten()) == 1


async def test_de_plek_komt_van_het_onderwerp(proef: Proef) -> None:
    """The subject, which the server guards, says where: the data may leave it out, and not say otherwise."""
    assert await neem(proef, bericht(zonder(INCIDENT, "locatie"))) == []
    gehoord = await neem(proef, bericht({**INCIDENT, "locatie": "zoetermeer", "gemeente": "gm1916"}))
    assert {veld for _, veld, _ in gehoord} == {"locatie", "gemeente"}
    assert geweigerd(proef.feiten())[0].locatie == "rokkeveenseweg"


async def test_hetzelfde_bericht_nog_eens(overal: Proef) -> None:
    """Delivered twice, also at once, it is one incident."""
    await asyncio.gather(*(neem(overal, bericht(aflevering=keer)) for keer in (1, 2, 3)))
    assert [type(feit) for feit in overal.feiten()] == [IncidentGemeld]


async def test_twee_incidenten_met_dezelfde_inhoud(proef: Proef) -> None:
    """Another id, or another source, is another incident."""
    for anders in ({}, {"ce-id": "a2"}, {"ce-source": "urn:coa:ander"}):
        assert await neem(proef, bericht(headers={**KOPPEN, **anders})) == []
    assert len(proef.feiten()) == 3


async def test_dezelfde_id_met_een_andere_inhoud(proef: Proef) -> None:
    """An id stands for one incident: the second is kept apart, and the first stays as it was."""
    await neem(proef, bericht())
    gehoord = await neem(proef, bericht({**INCIDENT, "ernst": 4}))
    assert [(ce_id, veld) for ce_id, veld, _ in gehoord] == [("a1", "kenmerk")]
    assert [type(feit) for feit in proef.feiten()] == [IncidentGemeld, IncidentGeweigerd]


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


class Haperend:
    """A sender's ear that fails the first time."""

    def __init__(self) -> None:
        self.keren = 0

    async def __call__(self, message: CoaMessage, **_: str) -> None:
        """Fail once."""
        self.keren += 1
        if self.keren == 1:
            raise ConnectionError


async def test_een_weigering_die_niet_aankomt(proef: Proef) -> None:
    """When the refusal cannot be sent the message comes again: still one refusal, and then it is sent."""
    assert proef.dienst.coa is not None
    haperend = Haperend()
    with pytest.raises(ConnectionError):
        await proef.dienst.coa(bericht({}), haperend)
    await proef.dienst.coa(bericht({}, aflevering=2), haperend)
    assert (haperend.keren > 1, len(geweigerd(proef.feiten()))) == (True, 1)


class Kapot:
    """Use cases with a mistake in them."""

    def meld_incident(self, *_: Any, **__: Any) -> Any:
        """Fail, with somebody's number in the words."""
        raise RuntimeError("06 12345678")


class Hapert:
    """A ledger that cannot be reached the first time."""

    def __init__(self, ledger: Ledger, fout: Exception) -> None:
        self.ledger, self.fouten = ledger, [fout]

    async def run(self, *unit: Any) -> Any:
        """Fail once."""
        if self.fouten:
            raise self.fouten.pop()
        return await self.ledger.run(*unit)


@pytest.mark.parametrize("fout", [StoreUnavailable(), Overloaded()])
@pytest.mark.parametrize("message", [bericht(), bericht({}), bericht(aflevering=9)])
async def test_zonder_opslag_blijft_het_liggen(proef: Proef, message: CoaMessage, fout: Exception) -> None:
    """While nothing can be stored nothing is taken or refused, however often it came: it stays in the buffer."""
    hapert = cast("Ledger", Hapert(proef.dienst.ledger, fout))
    afzender = Afzender()
    with pytest.raises(type(fout)):
        await CoaDeur(gebruik(proef), QUARANTAINE, hapert, proef.klok).neem(message, afzender)
    assert (afzender.gehoord, proef.feiten()) == ([], [])


async def test_een_fout_van_ons_zelf_blijft_niet_stil(proef: Proef) -> None:
    """A mistake in our own code is tried again, and after that the message is kept apart and somebody called."""
    deur = CoaDeur(cast("Any", Kapot()), QUARANTAINE, proef.dienst.ledger, proef.klok)
    for keer in (1, 2):
        with pytest.raises(RuntimeError):
            await deur.neem(bericht(aflevering=keer), Afzender())
    await deur.neem(bericht(aflevering=3), Afzender())
    (feit,) = geweigerd(proef.feiten())
    assert "storing" in feit.reden
    assert "12345678" not in feit.reden


@pytest.fixture
async def inlaat(proef: Proef, nc: Client) -> Any:
    """The door on a real server."""
    await provision(nc)
    deur: Callable[..., Awaitable[None]] | None = proef.dienst.coa
    assert deur is not None
    inlet = CoaInlet(nc, lambda message: deur(message, inlet.refuse))
    task = asyncio.create_task(inlet.run())
    yield inlet
    task.cancel()


@pytest.mark.usefixtures("inlaat")
async def test_op_een_echte_server(proef: Proef, nc: Client) -> None:
    """Published, taken or refused on its own subject, and erased from the buffer either way."""
    gehoord = await nc.subscribe("coa.gm0637.rokkeveenseweg.afgewezen")
    onderwerp = "coa.gm0637.rokkeveenseweg.incident"
    await nc.request(onderwerp, json.dumps(INCIDENT).encode(), headers=KOPPEN, timeout=5)
    await nc.request(onderwerp, b"onleesbaar", timeout=5)
    await wacht_tot_async(lambda: len(proef.feiten()) == 2, op="beide verwerkt")
    weigering = json.loads((await gehoord.next_msg(timeout=5)).data)
    assert weigering == {"ce-id": "", "veld": "verzoek", "reden": "geen geldige JSON"}
    await wacht_tot_async(partial(_leeg, nc), op="buffer leeg")
    assert UUID(str(geweigerd(proef.feiten())[0].quarantaine_id))


async def _leeg(nc: Client) -> bool:
    return not await op_de_stroom(nc, COA)
