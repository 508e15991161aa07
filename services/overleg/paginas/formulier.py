"""The form for a measure: its fields, and how they become a request.

The ids that a request may need are made when the form is shown, so that sending it twice says the same twice.
"""

from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic.alias_generators import to_camel

from services.overleg.maatregel import Aanvraag
from shared.contracts.overleg import GerichtOp
from shared.facts import Fout, OngeldigeInvoer
from shared.profiel import Profiel

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class Maatregelformulier(BaseModel):
    """What the page sends; moments are those of the municipality's clocks."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)

    aanvraag: UUID
    gemeente: Code
    soort: Code
    gericht_op: GerichtOp = GerichtOp.PERSOON
    gebied: Code | None = None
    betrokkene: UUID | None = None
    nieuw_kenmerk: UUID | None = None
    nieuwe_betrokkene: bool = False
    ingaande: datetime
    eindigt: datetime | None = None
    om_geraadpleegd_op: datetime | None = None
    overleg_id: UUID | None = None

    def lees(self, zone: ZoneInfo) -> Aanvraag:
        """The request that the domain judges.

        Raises:
            OngeldigeInvoer: both an existing and a new betrokkene.
        """
        if self.betrokkene and self.nieuwe_betrokkene:
            raise OngeldigeInvoer(Fout("betrokkene", "vul een kenmerk in, of laat een nieuw maken: niet allebei"))
        return Aanvraag(
            gericht_op=self.gericht_op,
            ingaande=_moment(self.ingaande, zone),
            eindigt=_moment(self.eindigt, zone) if self.eindigt else None,
            gebied=self.gebied,
            betrokkene=self.nieuw_kenmerk if self.nieuwe_betrokkene else self.betrokkene,
            om_geraadpleegd_op=_moment(self.om_geraadpleegd_op, zone) if self.om_geraadpleegd_op else None,
            overleg_id=self.overleg_id,
        )


def _moment(op_de_klok: datetime, zone: ZoneInfo) -> datetime:
    return op_de_klok if op_de_klok.tzinfo else op_de_klok.replace(tzinfo=zone)


def keuzes(profiel: Profiel) -> dict[str, object]:
    """What the form offers for one municipality."""
    gebieden = {gebied.code: gebied.naam for plek in profiel.locaties for gebied in plek.gebieden}
    return {
        "gemeente": profiel.gemeente.code,
        "soorten": [(soort.code, soort.naam) for soort in profiel.maatregelen],
        "gebieden": list(gebieden.items()),
        "aanvraag": uuid4(),
        "nieuw_kenmerk": uuid4(),
    }
