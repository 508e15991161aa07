"""The tables beside intake's ledger, and the views that its lists are read from."""

from services.intake.store.apart import APART, BEWAARTERMIJN, QUARANTAINE, TERMIJNEN, VERLOOPT, bewaar_apart, wis_apart
from services.intake.store.meldingen import MELDINGEN, TE_CORRIGEREN
from services.intake.store.volgcodes import VOLGCODES, bewaar_volgcode
from shared.contracts import intake as feiten
from shared.contracts.elk import GegevensVernietigd, ProfielVastgesteld
from shared.teksten import TEKSTEN

FEITEN = (
    feiten.MeldingOntvangen,
    feiten.IncidentGemeld,
    feiten.IncidentGeweigerd,
    feiten.MeldingGeclassificeerd,
    feiten.MeldingGecorrigeerd,
    feiten.MeldingIngetrokken,
    feiten.MeldingGekoppeld,
    feiten.MeldingOntkoppeld,
    feiten.MeldingDoorgezet,
    feiten.DoorzettingGemist,
    feiten.MeldingGesloten,
    feiten.MeldingHeropend,
    feiten.LocatieStil,
    feiten.LocatieHoorbaar,
    feiten.TerugkoppelingGegeven,
    feiten.VraagGesteld,
    feiten.AanvullingOntvangen,
    ProfielVastgesteld,
    GegevensVernietigd,
)
VIEWS = (MELDINGEN, TERMIJNEN)
TABLES = (TEKSTEN, VOLGCODES, QUARANTAINE)

__all__ = [
    "APART",
    "BEWAARTERMIJN",
    "FEITEN",
    "TABLES",
    "TE_CORRIGEREN",
    "VERLOOPT",
    "VIEWS",
    "bewaar_apart",
    "bewaar_volgcode",
    "wis_apart",
]
