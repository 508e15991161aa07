"""What overleg keeps: its facts, the views made of them, and the tables beside them."""

from services.overleg.store import agendarijen, overlegrijen, overlegtabellen, tabellen, uitvoering
from services.overleg.store.gebieden import MELDINGEN_PER_GEBIED
from shared.contracts import Fact
from shared.contracts.elk import GegevensVernietigd, ProfielVastgesteld
from shared.contracts.overleg import (
    AanwezigheidGenoteerd,
    AgendaGemist,
    AgendaGeordend,
    AgendalinkGemaakt,
    AgendalinkIngetrokken,
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    BesluitGenomen,
    BevindingGenoteerd,
    EvaluatieBesloten,
    MelderIngelicht,
    OverlegBevestigd,
    OverlegGeannuleerd,
    OverlegGeopend,
    OverlegGepland,
    OverlegGesloten,
    OverlegVerzet,
    OverlegVoorgesteld,
    UitnodigingNietVerzonden,
    UitnodigingVerzonden,
    VerslagGecorrigeerd,
)
from shared.ledger import Table, View
from shared.teksten import TEKSTEN

FACTS: tuple[type[Fact], ...] = (
    OverlegGepland,
    OverlegVoorgesteld,
    OverlegBevestigd,
    OverlegVerzet,
    OverlegGeannuleerd,
    OverlegGeopend,
    AanwezigheidGenoteerd,
    OverlegGesloten,
    VerslagGecorrigeerd,
    EvaluatieBesloten,
    AgendapuntToegevoegd,
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendaGeordend,
    BevindingGenoteerd,
    BesluitGenomen,
    MelderIngelicht,
    AgendaGemist,
    AgendalinkGemaakt,
    AgendalinkIngetrokken,
    UitnodigingVerzonden,
    UitnodigingNietVerzonden,
    *uitvoering.FEITEN,
    ProfielVastgesteld,
    GegevensVernietigd,
)

VIEWS = (
    View(
        "overleggen",
        ("overleggen", "correcties", "reeksbesluiten", "uitnodigingen"),
        (
            overlegtabellen.OVERLEGGEN,
            overlegtabellen.CORRECTIES,
            overlegtabellen.BESLUITEN,
            overlegtabellen.UITNODIGINGEN,
            *overlegtabellen.OVERLEG_INDEXES,
        ),
        overlegrijen.overleg_rijen,
    ),
    View(
        "agendapunten",
        ("agendapunten", "agenda_gemist"),
        (overlegtabellen.AGENDAPUNTEN, overlegtabellen.GEMIST, *overlegtabellen.AGENDA_INDEXES),
        agendarijen.agenda_rijen,
    ),
    View("melder_ingelicht", ("melder_ingelicht",), (overlegtabellen.INGELICHT,), agendarijen.ingelicht_rijen),
    *uitvoering.BEELDEN,
)
MELDINGEN_BEKEND = Table("meldingen_bekend", (tabellen.MELDINGEN,), tabellen.MELDINGEN_ERBIJ)
"""Intake's facts are not ours, so no view can rebuild this: the bus handler writes it with the agenda item."""

MELDING_WIJZIGINGEN = Table("melding_wijzigingen", (overlegtabellen.WIJZIGINGEN,))
"""What intake told later: corrected, withdrawn, tied to another."""

ESCALATIE_BIJ_MELDING = Table("escalatie_bij_melding", (tabellen.ESCALATIES,))
"""Which escalation ran about a melding, where it is discussed at the item of that melding."""

AGENDALINKS = Table("agendalinks", (overlegtabellen.AGENDALINKS,))
"""Hashes only: who reads the database can follow no calendar."""

MELDERZIN_GEKOZEN = Table("melderzin_gekozen", (overlegtabellen.GEKOZEN,))
"""What the chair means to let reporters read; no fact until the meeting closes, for until then it can be another."""

TABLES = (
    TEKSTEN,
    AGENDALINKS,
    MELDINGEN_BEKEND,
    MELDING_WIJZIGINGEN,
    ESCALATIE_BIJ_MELDING,
    MELDINGEN_PER_GEBIED,
    MELDERZIN_GEKOZEN,
)
