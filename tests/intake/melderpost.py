"""What reporters find in their mail, and what makes that something is sent."""

from uuid import UUID, uuid4

from shared.bus import Event
from shared.contracts.intake import TerugkoppelingGegeven
from shared.contracts.overleg import (
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    MelderIngelicht,
    OverlegGepland,
    OverlegVerzet,
)
from shared.klok import Wekker
from shared.ledger import iso
from shared.profiel import Rol
from tests.escalatie.ontvangers import Postbus
from tests.intake.proef import MELDING, MELDINGEN, Proef

ADRES = "kanarie@voorbeeld.nl"
NUMMER = "+31681542793"
Punt = AgendapuntToegevoegd | AgendapuntDoorgeschoven | AgendapuntBesproken | MelderIngelicht
MAIL, SMS = "MELDKETEN_TERUGKOPPELING_MAIL", "MELDKETEN_TERUGKOPPELING_SMS"


class Post:
    """What reporters found in their mail."""

    def __init__(self, bus: Postbus) -> None:
        self._bus = bus

    @property
    def nu(self) -> list[str]:
        """What arrived so far, as `aan: onderwerp`."""
        return [f"{bericht['To']}: {bericht['Subject']}" for bericht in self._bus.berichten]

    @property
    def tekst(self) -> str:
        """The words of the last message."""
        delen = [deel for deel in self._bus.berichten[-1].walk() if deel.get_content_type() == "text/plain"]
        inhoud = delen[0].get_payload(decode=True)
        assert isinstance(inhoud, bytes)
        return inhoud.decode()


async def gemeld(proef: Proef, **contact: str) -> dict[str, str]:
    """A melding of somebody who wants to hear more."""
    antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, "terugkoppeling": contact or {"email": ADRES}})
    assert antwoord.status_code == 201, antwoord.text
    bon: dict[str, str] = antwoord.json()
    return bon


async def laat_gaan(proef: Proef) -> None:
    """Let everything that is due happen."""
    wekker = Wekker(proef.dienst.ledger, proef.dienst.timers, proef.klok)
    for _ in range(5):
        await wekker.tick()


def verteld(proef: Proef) -> list[TerugkoppelingGegeven]:
    """What was told, or not."""
    return [feit for feit in proef.feiten() if isinstance(feit, TerugkoppelingGegeven)]


def kort(proef: Proef) -> list[tuple[str, str]]:
    """The same in two words each."""
    return [(feit.aanleiding, feit.uitkomst) for feit in verteld(proef)]


def uit_overleg(
    proef: Proef,
    feit: Punt | OverlegGepland | OverlegVerzet,
) -> None:
    """Let intake hear overleg."""
    event = Event(
        source="overleg", place=1, previous=0, chain_id="k", hash=b"", id=uuid4().hex, naam=type(feit).__name__,
        moment=iso(proef.klok()), correlatie="c" * 32, oorzaak="", gemeente="gm0637", locatie="rokkeveenseweg",
        stream_id=str(feit.overleg_id), version=1, data=b"",
    )  # fmt: skip
    handler = proef.dienst.handlers[type(feit)]
    proef.dienst.ledger.run_sync(lambda tx: handler(tx, feit, event), proef.context())


def punt(soort: type, melding_id: str, *, vertrouwelijk: bool = False, **anders: str) -> Punt:
    """An agenda item about a melding."""
    basis = {
        "gemeente": "gm0637",
        "locatie": "rokkeveenseweg",
        "overleg_id": UUID(int=5),
        "agendapunt_id": UUID(int=7 + vertrouwelijk),
        "meldingen": (UUID(melding_id),),
    }
    meer = {"regel": "LVS-2.4", "vertrouwelijk": vertrouwelijk} if soort is AgendapuntToegevoegd else {}
    return soort(**basis, **meer, **anders)  # type: ignore[no-any-return]


async def sluit(proef: Proef, melding_id: str, *, heropend: bool = False) -> None:
    """Staff close it; after they reopened it, once more."""
    if heropend:
        await proef.als(Rol.OOV).post(f"{MELDINGEN}/{melding_id}/_heropen")
    antwoord = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{melding_id}/_sluit", json={"reden": "afgehandeld"})
    assert antwoord.status_code < 300, antwoord.text
