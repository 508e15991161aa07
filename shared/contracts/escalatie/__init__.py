"""What escalatie tells the others. To whom is a role, never a name."""

from shared.contracts.escalatie.basis import (
    Herkomst,
    Stap,
    Venster,
)
from shared.contracts.escalatie.drempel import (
    CijfersIngevoerd,
    DrempelHerzien,
    DrempelOverschreden,
    Groeivergelijking,
    Jaarverwachting,
    Meetwaarde,
    Periodecijfer,
)
from shared.contracts.escalatie.piket import BevestigingIngetrokken, BevestigingVerlopen
from shared.contracts.escalatie.zaak import (
    AlarmHerhaald,
    AlarmNietVerzonden,
    AlarmVerzonden,
    BurgemeesterIngelicht,
    EscalatieBevestigd,
    EscalatieGeopend,
    EscalatieGesloten,
    EscalatieGesplitst,
    EscalatieGevoed,
    EscalatieOpgeschaald,
    PolitieIngelicht,
    StapGemist,
    VasteStilte,
    VasteTrede,
    VasteTweedeStap,
)

__all__ = [
    "AlarmHerhaald",
    "AlarmNietVerzonden",
    "AlarmVerzonden",
    "BevestigingIngetrokken",
    "BevestigingVerlopen",
    "BurgemeesterIngelicht",
    "CijfersIngevoerd",
    "DrempelHerzien",
    "DrempelOverschreden",
    "EscalatieBevestigd",
    "EscalatieGeopend",
    "EscalatieGesloten",
    "EscalatieGesplitst",
    "EscalatieGevoed",
    "EscalatieOpgeschaald",
    "Groeivergelijking",
    "Herkomst",
    "Jaarverwachting",
    "Meetwaarde",
    "Periodecijfer",
    "PolitieIngelicht",
    "Stap",
    "StapGemist",
    "VasteStilte",
    "VasteTrede",
    "VasteTweedeStap",
    "Venster",
]
