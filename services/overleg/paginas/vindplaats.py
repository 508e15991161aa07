"""At which item of which meeting something begins: shown at the form, and the way back to it."""

from typing import Any
from uuid import UUID

from fastapi import Request

from services.overleg.application import Inzage
from services.overleg.paginas.woorden import Woorden
from services.overleg.vormen.bevoegd import ziet
from shared.profiel import Profielen
from shared.web import wie

NERGENS: dict[str, Any] = {"overleg": None, "punt": None}


async def vindplaats(
    request: Request, profielen: Profielen, inzage: Inzage, woorden: Woorden, gemeente: str, punt_id: object
) -> dict[str, Any]:
    """The meeting and the item in words; of both None without an item, or with one that this reader may not see."""
    try:
        gevraagd = UUID(str(punt_id))
    except ValueError:  # what is wrong with it is for the form to say
        return NERGENS
    gevonden = await inzage.punt(gemeente, gevraagd, ziet(profielen, wie(request)))
    if gevonden is None:
        return NERGENS
    overleg, punt = gevonden
    return {"overleg": woorden.overleg(overleg), "punt": woorden.punt(punt, gemeente)}
