"""How a line of a logbook is shown to who supervises, over HTTP."""

from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Verwerking(BaseModel):
    """One line of the logbook, with the names of the standard."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True)

    trace_id: str
    span_id: str
    status: Literal["Unset", "Ok", "Error"]
    name: str
    start_time: AwareDatetime
    end_time: AwareDatetime
    attributes: dict[str, str]
