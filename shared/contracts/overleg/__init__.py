"""What overleg tells the others: meetings, agendas, agreements and measures."""

from shared.contracts.overleg.agenda import (
    AgendaGemist,
    AgendaGeordend,
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    BesluitGenomen,
    BevindingGenoteerd,
    Puntsoort,
)
from shared.contracts.overleg.kalender import (
    AgendalinkGemaakt,
    AgendalinkIngetrokken,
    UitnodigingNietVerzonden,
    Uitnodigingsoort,
    UitnodigingVerzonden,
)
from shared.contracts.overleg.maatregel import GerichtOp, MaatregelOpgelegd, MaatregelVerlopen
from shared.contracts.overleg.vergadering import (
    AanwezigheidGenoteerd,
    EvaluatieBesloten,
    OverlegGeannuleerd,
    OverlegGeopend,
    OverlegGepland,
    OverlegGesloten,
    OverlegVerzet,
    OverlegVoorgesteld,
    VerslagGecorrigeerd,
)

__all__ = [
    "AanwezigheidGenoteerd",
    "AgendaGemist",
    "AgendaGeordend",
    "AgendalinkGemaakt",
    "AgendalinkIngetrokken",
    "AgendapuntBesproken",
    "AgendapuntDoorgeschoven",
    "AgendapuntToegevoegd",
    "BesluitGenomen",
    "BevindingGenoteerd",
    "EvaluatieBesloten",
    "GerichtOp",
    "MaatregelOpgelegd",
    "MaatregelVerlopen",
    "OverlegGeannuleerd",
    "OverlegGeopend",
    "OverlegGepland",
    "OverlegGesloten",
    "OverlegVerzet",
    "OverlegVoorgesteld",
    "Puntsoort",
    "UitnodigingNietVerzonden",
    "UitnodigingVerzonden",
    "Uitnodigingsoort",
    "VerslagGecorrigeerd",
]
