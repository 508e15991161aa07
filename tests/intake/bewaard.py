"""Meldingen with texts and contact details, and time that passes."""

from shared.contracts.elk import GegevensVernietigd
from shared.klok import Wekker
from shared.profiel import Rol
from tests.intake.proef import BEKIJK, MELDING, MELDINGEN, Proef

VERTELD = "Er klonk zeldzaamluid gebonk bij Kees op de galerij"
ADRES = "kanarie@voorbeeld.nl"
VUL_AAN = "/intake/v1/terugkoppelingen/_vul-aan"
WIS = "/intake/v1/terugkoppelingen/_wis-contact"


async def gemeld(proef: Proef, **velden: object) -> dict[str, str]:
    """A melding with a text and contact details."""
    lijf = {**MELDING, "toelichting": VERTELD, "terugkoppeling": {"email": ADRES}, **velden}
    antwoord = await proef.publiek.post(MELDINGEN, json=lijf)
    assert antwoord.status_code == 201, antwoord.text
    bon: dict[str, str] = antwoord.json()
    return bon


async def ga_door(proef: Proef, **duur: float) -> None:
    """Let time pass, and everything happen that is due."""
    proef.klok.verder(**duur)
    wekker = Wekker(proef.dienst.ledger, proef.dienst.timers, proef.klok)
    assert proef.dienst.aan_het_begin is not None
    await proef.dienst.aan_het_begin(proef.context())
    for _ in range(4):
        await wekker.tick()


def vernietigd(proef: Proef) -> list[tuple[str, int]]:
    """What was erased."""
    return [(feit.soort, feit.aantal) for feit in proef.feiten() if isinstance(feit, GegevensVernietigd)]


def verschillen(proef: Proef) -> list[str]:
    """What `controleer` would say."""
    assert proef.dienst.verschillen is not None
    breuk = proef.dienst.ledger.verify()
    return [*proef.dienst.verschillen(), *proef.dienst.ledger.views_differ(), *([breuk.reden] if breuk else [])]


async def sluit(proef: Proef, melding_id: str, hoe: str = "_sluit", reden: str = "afgehandeld") -> None:
    """Staff end it."""
    antwoord = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{melding_id}/{hoe}", json={"reden": reden})
    assert antwoord.status_code < 300, antwoord.text


async def heeft_contact(proef: Proef, bon: dict[str, str]) -> bool:
    """Whether a reporter can still be reached."""
    stand = (await proef.publiek.post(BEKIJK, json={"volgcode": bon["volgcode"]})).json()
    return bool(stand["contact"])
