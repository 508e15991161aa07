"""From a sent form to a checked shape."""

import re
from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from shared.facts import Fout, OngeldigeInvoer
from shared.web.dagen import gelezen
from shared.web.reasons import form_faults

CSRF = "csrf"
UNTYPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
M = TypeVar("M", bound=BaseModel)


async def formulier(request: Request) -> dict[str, str | list[str]]:
    """Read the sent fields: without the csrf field and without fields left empty; a repeated one as a list.

    Without the signs that no keyboard makes and no database or file holds: PostgreSQL refuses a NUL. A line ends in one
    character, as who typed it counts: a browser sends two.
    """
    form = await request.form()
    sent = {name: [_typed(part) for part in form.getlist(name) if isinstance(part, str)] for name in form}
    read = {name: [part for part in parts if part.strip()] for name, parts in sent.items()}
    return {name: parts[0] if len(parts) == 1 else parts for name, parts in read.items() if parts and name != CSRF}


def _typed(part: str) -> str:
    return UNTYPED.sub("", part.replace("\r\n", "\n"))


def lees_invoer(shape: type[M], velden: Mapping[str, object]) -> M:
    """Check fields against a shape; a day may be written as the Dutch do.

    Raises:
        OngeldigeInvoer: with a Dutch reason for each field.
    """
    soorten = {naam: veld.annotation for eigen, veld in shape.model_fields.items() for naam in (eigen, veld.alias)}
    try:
        return shape.model_validate({naam: gelezen(waarde, soorten.get(naam)) for naam, waarde in velden.items()})
    except ValidationError as exc:
        raise OngeldigeInvoer(*form_faults(exc.errors(include_url=False))) from None


def eis_zeker(
    velden: Mapping[str, object], gevolg: str = "Dit is niet terug te draaien.", *, veld: str = "zeker"
) -> None:
    """Ask for a tick beside a button that cannot be taken back. `gevolg`: what then holds.

    Raises:
        OngeldigeInvoer: it was not ticked.
    """
    if velden.get(veld) != "true":
        raise OngeldigeInvoer(Fout(veld, f"Kruis aan dat u het zeker weet. {gevolg}"))
