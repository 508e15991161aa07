"""Whether a melding could have come in the way it is changed to. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic.alias_generators import to_camel

from services.intake.behandeling.behandelen import verschillen
from services.intake.behandeling.staat import Stand
from services.intake.bezwaren import Omstandigheid, keuzes, tegen_incident, tegen_melding
from services.intake.opgave import IncidentOpgave, MeldingOpgave
from shared.facts import Fout
from shared.profiel.schema import Profiel


def bezwaren_tegen(stand: Stand, nieuw: Mapping[str, Any], profiel: Profiel, op: datetime) -> list[Fout]:
    """Say what is against the fields that change; what stood already may be of an older profile."""
    anders = verschillen(stand, nieuw)
    bij = Omstandigheid(keuzes(profiel), op, medewerker=True)
    alles = {**stand.waarneming.model_dump(), **anders}
    vorm = IncidentOpgave if stand.is_incident else MeldingOpgave
    opgave = vorm.model_construct(**{naam: alles.get(naam) for naam in vorm.model_fields if naam in alles})
    fouten = tegen_incident(opgave, bij) if isinstance(opgave, IncidentOpgave) else tegen_melding(opgave, bij)
    gewijzigd = {to_camel(veld) for veld in anders}
    return [fout for fout in fouten if fout.veld in gewijzigd]
