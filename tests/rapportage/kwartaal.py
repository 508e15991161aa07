"""A quarter of invented meldingen and what was done with them, by chance but always the same."""

import random
from datetime import datetime, timedelta

from tests.rapportage.feiten import DINSDAG, Keten

UUR, DAG = timedelta(hours=1), timedelta(days=1)
KWARTAAL = 91 * DAG
BEGIN = DINSDAG - KWARTAAL
"""Of the quarter that ends on `DINSDAG`."""
PARTNERS = ("politie", "handhaving", "coa")


def kwartaal(aantal: int = 80, zaad: int = 6, begin: datetime = BEGIN) -> Keten:
    """Meldingen and incidents, forwarded, discussed, agreed upon and told back, or not."""
    toeval, keten = random.Random(zaad), Keten()
    for n in range(aantal):
        op = begin + toeval.random() * KWARTAAL
        if n % 7 == 0:
            keten.incident(f"q{n}", op - UUR, op=op, ernst=toeval.randint(1, 4))
        else:
            aard = toeval.choice(("overlast", "crimineel", "ggz"))
            keten.meld(f"q{n}", op - UUR, op=op, aard=aard, terugkoppeling_gewenst=toeval.random() < 0.6)
        _behandel(keten, toeval, n)
    return keten


def _behandel(keten: Keten, toeval: random.Random, n: int) -> None:
    naam, partner = f"q{n}", toeval.choice(PARTNERS)
    ontvangen = keten.intake.events[-1].tijd
    bezorgd = ontvangen + toeval.expovariate(0.2) * UUR if toeval.random() < 0.9 else None
    keten.zet_door(naam, partner, op=ontvangen, bezorgd=bezorgd, uiterlijk=ontvangen + 2 * UUR)
    if toeval.random() < 0.8:
        keten.agendeer("lvos", naam, op=ontvangen + UUR)
        besproken = ontvangen + toeval.uniform(1, 9) * DAG
        keten.bespreek("lvos", naam, op=besproken)
        if toeval.random() < 0.7:
            keten.spreek_af(f"a{n}", partner, naam, op=besproken, uiterlijk=besproken + 7 * DAG)
            if toeval.random() < 0.8:
                keten.kom_na(f"a{n}", op=besproken + toeval.uniform(1, 12) * DAG)
    if toeval.random() < 0.7:
        keten.sluit(naam, op=ontvangen + 14 * DAG)
        keten.vertel(naam, op=ontvangen + 14 * DAG + UUR)
