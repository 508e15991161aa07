"""How a reporter can be reached: the shape of an address and of a number. Neither is ever repeated in an answer."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

_EMAIL = re.compile(r"[^@\s<>\"',;:\\()]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,24}", re.IGNORECASE)
_TELEFOON = re.compile(r"\+[1-9]\d{7,14}")
_TUSSEN = str.maketrans("", "", " -.()\u00a0")
EMAIL_HOOGSTENS, TELEFOON_HOOGSTENS = 254, 40


def _email(tekst: str) -> str:
    kaal = tekst.strip()
    if len(kaal) > EMAIL_HOOGSTENS or not _EMAIL.fullmatch(kaal):
        raise PydanticCustomError("bereik", "vul een e-mailadres in zoals naam@voorbeeld.nl")
    return kaal


def _telefoon(tekst: str) -> str:
    """Write a number as the whole world dials it; without a country it is Dutch."""
    kaal = tekst.translate(_TUSSEN)[:TELEFOON_HOOGSTENS]
    if kaal.startswith("00"):
        kaal = f"+{kaal[2:]}"
    elif kaal.startswith("0"):
        kaal = f"+31{kaal[1:]}"
    if not _TELEFOON.fullmatch(kaal):
        raise PydanticCustomError("bereik", "vul een telefoonnummer in zoals 0612345678 of +31612345678")
    return kaal


class Terugkoppeling(BaseModel):
    """How a reporter wants to hear more; goes to the vault alone, so nothing here is kept or shown."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, hide_input_in_errors=True)

    email: Annotated[str, AfterValidator(_email)] | None = None
    telefoon: Annotated[str, AfterValidator(_telefoon)] | None = None

    def __repr__(self) -> str:
        """Show nothing, for the sake of logs and errors."""
        return "Terugkoppeling(…)"

    __str__ = __repr__

    @property
    def gevraagd(self) -> bool:
        """Whether anything was filled in."""
        return self.email is not None or self.telefoon is not None
