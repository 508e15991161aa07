"""What overleg keeps: its facts, the views made of them, and the tables beside them."""

from services.overleg.store import rijen, tabellen
from shared.contracts import Fact
from shared.contracts.elk import GegevensVernietigd, ProfielVastgesteld
from shared.contracts.overleg import (
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    MaatregelOpgelegd,
    MaatregelVerlopen,
    OverlegGeannuleerd,
    OverlegGeopend,
    OverlegGepland,
    OverlegGesloten,
    OverlegVoorgesteld,
)
from shared.ledger import Table, View
from shared.teksten import TEKSTEN

FACTS: tuple[type[Fact], ...] = (
    OverlegGepland,
    OverlegVoorgesteld,
    OverlegGeannuleerd,
    OverlegGeopend,
    OverlegGesloten,
    AgendapuntToegevoegd,
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    MaatregelOpgelegd,
    MaatregelVerlopen,
    ProfielVastgesteld,
    GegevensVernietigd,
)

VIEWS = (
    View(
        "overleggen",
        ("overleggen", "agendapunten"),
        (
            tabellen.OVERLEGGEN,
            "CREATE INDEX IF NOT EXISTS overleggen_aanvang ON overleggen (reeks, locatie, aanvang)",
            tabellen.AGENDAPUNTEN,
            "CREATE INDEX IF NOT EXISTS agendapunten_punt ON agendapunten (agendapunt_id)",
        ),
        rijen.overleg_rijen,
    ),
    View(
        "maatregelen",
        ("maatregelen",),
        (tabellen.MAATREGELEN, "CREATE INDEX IF NOT EXISTS maatregelen_betrokkene ON maatregelen (betrokkene)"),
        rijen.maatregel_rijen,
    ),
)
MELDINGEN_BEKEND = Table("meldingen_bekend", (tabellen.MELDINGEN,))
"""Intake's facts are not ours, so no view can rebuild this: the bus handler writes it with the agenda item."""

TABLES = (TEKSTEN, MELDINGEN_BEKEND)
