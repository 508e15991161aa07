"""A quarter that is over and can be published, and where its figures are."""

from datetime import datetime, timedelta

from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.web import Toegang
from tests.rapportage.deur import Deur, open_deur
from tests.rapportage.feiten import DINSDAG, LOCATIE, Keten, neem

NA = datetime.fromisoformat("2027-01-04T09:00:00+00:00")
LIJST, CSV = "/rapportage/v1/open-data", "/rapportage/v1/open-data/meldingen.csv"
KWARTAAL = {"locatie": LOCATIE, "kwartaal": "2026-K4"}


def na_een_kwartaal(ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten) -> Deur:
    """After a quarter with twelve reports of nuisance, two of crime, and one incident."""
    for n in range(12):
        keten.meld(f"o{n}", DINSDAG - timedelta(days=n), op=DINSDAG, aard="overlast")
    for n in range(2):
        keten.meld(f"c{n}", DINSDAG, op=DINSDAG, aard="crimineel")
    keten.incident("i", DINSDAG)
    neem(ledger, *keten.events)
    return open_deur(ledger, profielen, toegang, NA)
