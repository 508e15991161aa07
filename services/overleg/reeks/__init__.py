"""When a series meets: its rhythm, its phases, public holidays, and the order between series."""

from services.overleg.reeks.ad_hoc import ad_hoc, feestdag_ertegen
from services.overleg.reeks.cyclus import (
    NAAMRUIMTE,
    Besluit,
    Besluiten,
    Cyclus,
    Voorkomen,
    cycli,
    cyclus,
    id_van,
    voor_incidenten,
    voor_meldingen,
)
from services.overleg.reeks.fasen import fase_op, regel_op, ritme_op
from services.overleg.reeks.feestdagen import feestdag, is_werkdag, verschuif
from services.overleg.reeks.ritme import einde, in_de_week, na, naar_ritme, voorkomens
from services.overleg.reeks.volgorde import (
    AansluitingOnjuist,
    Buur,
    TussenOnjuist,
    VolgordeOnjuist,
    buren,
    controleer_volgorde,
    maandag_van,
)

__all__ = [
    "NAAMRUIMTE",
    "AansluitingOnjuist",
    "Besluit",
    "Besluiten",
    "Buur",
    "Cyclus",
    "TussenOnjuist",
    "VolgordeOnjuist",
    "Voorkomen",
    "ad_hoc",
    "buren",
    "controleer_volgorde",
    "cycli",
    "cyclus",
    "einde",
    "fase_op",
    "feestdag",
    "feestdag_ertegen",
    "id_van",
    "in_de_week",
    "is_werkdag",
    "maandag_van",
    "na",
    "naar_ritme",
    "regel_op",
    "ritme_op",
    "verschuif",
    "voor_incidenten",
    "voor_meldingen",
    "voorkomens",
]
