"""What escalatie keeps: its facts, the views made of them, and the counts beside them."""

from services.escalatie.store import tabellen
from services.escalatie.store.drempels import drempel_rijen
from services.escalatie.store.piket import kanaal_rijen, piket_rijen
from services.escalatie.store.rijen import alarm_rijen, escalatie_rijen
from services.escalatie.store.wekkers import wekker_rijen
from shared.contracts import Fact
from shared.contracts.elk import GegevensVernietigd, ProfielVastgesteld
from shared.contracts.escalatie import (
    AlarmHerhaald,
    AlarmNietVerzonden,
    AlarmVerzonden,
    BurgemeesterIngelicht,
    CijfersIngevoerd,
    DrempelHerzien,
    DrempelOverschreden,
    EscalatieBevestigd,
    EscalatieGeopend,
    EscalatieGesloten,
    EscalatieGesplitst,
    EscalatieGevoed,
    EscalatieOpgeschaald,
    LinkGevraagd,
    PolitieIngelicht,
    StapGemist,
)
from shared.contracts.escalatie.piket import (
    AlarmAangekomen,
    BevestigingIngetrokken,
    BevestigingVerlopen,
    KanaalGetest,
    PiketgatGevonden,
    PiketGewijzigd,
    PiketOvergedragen,
    PiketwijzigingVervallen,
)
from shared.ledger import Table, View

FACTS: tuple[type[Fact], ...] = (
    DrempelOverschreden,
    DrempelHerzien,
    EscalatieGesplitst,
    CijfersIngevoerd,
    EscalatieGeopend,
    EscalatieGevoed,
    AlarmVerzonden,
    AlarmNietVerzonden,
    AlarmHerhaald,
    EscalatieOpgeschaald,
    EscalatieBevestigd,
    StapGemist,
    PolitieIngelicht,
    BurgemeesterIngelicht,
    EscalatieGesloten,
    BevestigingVerlopen,
    BevestigingIngetrokken,
    LinkGevraagd,
    AlarmAangekomen,
    KanaalGetest,
    PiketGewijzigd,
    PiketwijzigingVervallen,
    PiketOvergedragen,
    PiketgatGevonden,
    ProfielVastgesteld,
    GegevensVernietigd,
)
VIEWS = (
    View(
        "escalaties",
        ("escalaties", "bevestigingen", "voeding"),
        (
            tabellen.ESCALATIES,
            tabellen.OPEN_PER_DREMPEL,
            tabellen.OP_VOLGORDE,
            tabellen.BEVESTIGINGEN,
            tabellen.VOEDING,
        ),
        escalatie_rijen,
    ),
    View("alarmen", ("alarmen",), (tabellen.ALARMEN, tabellen.ALARMEN_PER_ESCALATIE), alarm_rijen),
    View(
        "piket",
        ("piketwijzigingen", "piketgaten", "piketstand"),
        (
            tabellen.PIKETWIJZIGINGEN,
            tabellen.PIKETWIJZIGINGEN_OP_TIJD,
            tabellen.PIKETGATEN,
            tabellen.PIKETSTAND,
        ),
        piket_rijen,
    ),
    View(
        "drempels",
        ("onderdrukt", "cijfers"),
        (tabellen.ONDERDRUKT, tabellen.ONDERDRUKT_DOOR, tabellen.CIJFERS),
        drempel_rijen,
    ),
    View("kanalen", ("kanaalstanden",), (tabellen.KANAALSTANDEN,), kanaal_rijen),
    View("wekkers", (), (), wekker_rijen),
)
TELLINGEN = Table(
    "tellingen",
    (tabellen.TELLINGEN, tabellen.TELLINGEN_OP_MOMENT, tabellen.TELLINGEN_VAN_MELDING, tabellen.DAGTELLINGEN),
)
"""What counted towards which threshold. Intake's facts are not ours, so no view can rebuild it: the bus writes it."""
MELDINGSTANDEN = Table("meldingstanden", (tabellen.MELDINGSTANDEN, tabellen.KOPPELINGEN))
"""Each melding as it stands, and which are one event: of intake too, and written by the bus."""
TABLES = (TELLINGEN, MELDINGSTANDEN)
