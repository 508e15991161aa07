"""What every shape at the doors has in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Code = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Gemeentecode = Annotated[str, Field(pattern=r"^gm\d{4}$")]


class Vorm(BaseModel):
    """Strict, frozen, in camelCase."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, extra="forbid", frozen=True)
