"""What is kept of everything that follows from a meeting: measures, agreements, requests, messages, dossiers."""

from services.overleg.store import afspraakrijen, dossierrijen, maatregelrijen, verzoekrijen
from shared.contracts import Fact
from shared.contracts.overleg import (
    AfspraakGemaakt,
    AfspraakHerinnerd,
    AfspraakNagekomen,
    AfspraakTeLaat,
    AfspraakVervallen,
    AfspraakVerzet,
    BerichtGepubliceerd,
    BerichtGeraadpleegd,
    BerichtGoedgekeurd,
    BerichtOpgesteld,
    BerichtVervallen,
    BerichtVoorgelegd,
    BetrokkeneVastgelegd,
    BewaartermijnVerlengd,
    MaatregelIngetrokken,
    MaatregelLooptAf,
    MaatregelOpgelegd,
    MaatregelVerlengd,
    MaatregelVerlopen,
    VerzoekBeantwoord,
    VerzoekGedaan,
    VerzoekIngetrokken,
)
from shared.ledger import View

FEITEN: tuple[type[Fact], ...] = (
    MaatregelOpgelegd,
    MaatregelVerlengd,
    MaatregelIngetrokken,
    MaatregelLooptAf,
    MaatregelVerlopen,
    AfspraakGemaakt,
    AfspraakVerzet,
    AfspraakNagekomen,
    AfspraakVervallen,
    AfspraakHerinnerd,
    AfspraakTeLaat,
    VerzoekGedaan,
    VerzoekBeantwoord,
    VerzoekIngetrokken,
    BerichtOpgesteld,
    BerichtVoorgelegd,
    BerichtGeraadpleegd,
    BerichtGoedgekeurd,
    BerichtGepubliceerd,
    BerichtVervallen,
    BetrokkeneVastgelegd,
    BewaartermijnVerlengd,
)

BEELDEN = (
    View(
        "maatregelen",
        ("maatregelen", "maatregelmomenten"),
        (maatregelrijen.MAATREGELEN, maatregelrijen.MOMENTEN, *maatregelrijen.INDEXES),
        maatregelrijen.maatregel_rijen,
    ),
    View(
        "afspraken",
        ("afspraken",),
        (afspraakrijen.AFSPRAKEN, *afspraakrijen.INDEXES),
        afspraakrijen.afspraak_rijen,
    ),
    View(
        "verzoeken",
        ("verzoeken", "berichten", "raadplegingen"),
        (verzoekrijen.VERZOEKEN, verzoekrijen.BERICHTEN, verzoekrijen.RAADPLEGINGEN),
        verzoekrijen.verzoek_rijen,
    ),
    View("betrokkenen", ("betrokkenen",), (dossierrijen.DOSSIERS,), dossierrijen.dossier_rijen),
)
