"""The week's picture of one location, whole: what the LVOS begins with (LVS-2.1)."""

from services.rapportage.beeld import (
    Aantallen,
    Antwoord,
    Dag,
    Incidentenbeeld,
    LopendeMaatregel,
    Meldingenbeeld,
    OpenEscalatie,
    Overlegvak,
    Uur,
    Weekvak,
)
from services.rapportage.weekbeelden.drempelstand import Drempelstand
from services.rapportage.weekbeelden.overlegstand import Afsprakenstand, Inbreng, SindsOverleg
from services.rapportage.weekbeelden.uitsnede import Uitsnede
from services.rapportage.weekbeelden.vergelijken import Vergelijking, Weekrij


class Weekbeeld(Antwoord):
    """The week's picture of one location (LVS-2.1). What is None among the last seven is not for this role."""

    uitsnede: Uitsnede
    """What the counts are limited to."""
    deze_week: Weekvak
    vorige_week: Weekvak
    weken: tuple[Weekrij, ...]
    """The weeks before and the one shown, the oldest first."""
    jaar_geleden: Weekrij
    vergelijking_meldingen: Vergelijking
    vergelijking_incidenten: Vergelijking
    meldingen: Meldingenbeeld
    incidenten: Incidentenbeeld
    per_dag: tuple[Dag, ...]
    per_uur: tuple[Uur, ...]
    zonder_uur: Aantallen
    """In no hour: who reported it knew the part of the day alone."""
    escalaties: tuple[OpenEscalatie, ...] | None
    drempels: tuple[Drempelstand, ...] | None
    volgend_overleg: Overlegvak | None
    maatregelen: tuple[LopendeMaatregel, ...] | None
    afspraken: Afsprakenstand | None
    sinds_overleg: SindsOverleg | None
    """Also None where no meeting about meldingen was closed yet."""
    inbreng: tuple[Inbreng, ...] | None
