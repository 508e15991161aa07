"""Escalatie in a process of its own, to be killed: hears of one incident and sends its notice."""

import asyncio
import sys
from pathlib import Path

from shared.profiel import laad
from shared.web.toegang import open_toegang
from tests.escalatie.gegeven import incident
from tests.escalatie.opstelling import Opstelling
from tests.web import nu


async def leef(data: str, adres: str) -> None:
    """Live until killed."""
    keten = Opstelling("", Path(data), laad("zoetermeer"), open_toegang(data, nu), kanalen={"politie": adres})
    await keten.hoor(incident())
    await keten.verloop()


if __name__ == "__main__":
    asyncio.run(leef(*sys.argv[1:]))
