"""What the tests of the doors of escalatie share: an open escalation, its link, and who confirmed."""

import re
from uuid import UUID

import httpx

from shared.contracts.escalatie import EscalatieBevestigd, Stap
from tests.escalatie.gegeven import incident
from tests.escalatie.opstelling import Opstelling


async def geopend(keten: Opstelling) -> UUID:
    """An incident of which the police was warned."""
    await keten.hoor(incident())
    await keten.verloop()
    return keten.geopend()[0].escalatie_id


def link_uit(keten: Opstelling, rol: str) -> str:
    """The link that a role received, as a path."""
    tekst = next(
        pad.read_text() for pad in sorted((keten.data / "berichten").iterdir(), reverse=True) if f"-{rol}-" in pad.name
    )
    return link_in(tekst)


def link_in(tekst: str) -> str:
    """The link in a notice, as a path."""
    return tekst.partition("Bevestigen: http://127.0.0.1:8080")[2].split()[0]


def bevestigingen(keten: Opstelling) -> list[tuple[str, Stap, str]]:
    """Who confirmed what, and how."""
    feiten = [feit.fact for feit in keten.feiten(EscalatieBevestigd)]
    return [(feit.door, feit.stap, feit.weg) for feit in feiten if isinstance(feit, EscalatieBevestigd)]


async def neem_terug(
    client: httpx.AsyncClient, link: str, stap: str = Stap.ONTVANGEN, *, zeker: bool = True
) -> httpx.Response:
    """Take a step back with a link or its token, ticked or not, and follow where that leads."""
    velden = {"t": link.rpartition("?t=")[2], "stap": stap, **({f"{stap}.zeker": "true"} if zeker else {})}
    antwoord = await client.post("/bevestig/neem-terug", data=velden)
    return await client.get(antwoord.headers["location"]) if antwoord.status_code == 303 else antwoord


async def druk(client: httpx.AsyncClient, pagina: httpx.Response) -> httpx.Response:
    """Press the one button on the page, and follow."""
    token = re.search(r'name="t" value="([^"]+)"', pagina.text)
    assert token is not None
    antwoord = await client.post("/bevestig", data={"t": token[1]})
    assert antwoord.status_code == 303, antwoord.text
    return await client.get(antwoord.headers["location"])
