"""The tables beside intake's ledger, and the views that its lists are read from."""

from services.intake.store import verlopen
from services.intake.store.agendas import OP_AGENDAS
from services.intake.store.apart import (
    AFGEHANDELD,
    AFGEHANDELDE,
    APART,
    BEWAARTERMIJN,
    QUARANTAINE,
    TERMIJNEN,
    VERLOOPT,
    bewaar_apart,
    incident_na,
    wis_apart,
)
from services.intake.store.contactnummers import (
    ALLE_CONTACTEN,
    CONTACT_VAN,
    CONTACTNUMMERS,
    bewaar_contactnummer,
    wis_contactnummer,
)
from services.intake.store.doorzettingen import BEZORG, DOORZETTINGEN, KLOK, klok_weg, klok_zetten
from services.intake.store.groepen import GROEPEN
from services.intake.store.koppelingen import KOPPELINGEN
from services.intake.store.melder import BEEINDIGD, BEGONNEN, OVERLEGMOMENTEN, UIT_OVERLEG, VERNIETIGD, VERZENDINGEN
from services.intake.store.meldingen import MELDINGEN, TE_CORRIGEREN
from services.intake.store.ongelezen import ONGELEZEN
from services.intake.store.stilte import STIL, stil_zetten, weg_met_stil
from services.intake.store.tekstregister import TEKSTREGISTER
from services.intake.store.volgcodes import VAN_VOLGCODE, VOLGCODES, bewaar_volgcode
from shared.contracts import intake as feiten
from shared.contracts.elk import GegevensVernietigd, ProfielVastgesteld
from shared.teksten import TEKSTEN

FEITEN = (
    feiten.MeldingOntvangen,
    feiten.IncidentGemeld,
    feiten.IncidentGeweigerd,
    feiten.CoaBerichtAfgehandeld,
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
    feiten.AanvullingGezien,
    feiten.GroepscodeGemaakt,
    feiten.GroepscodeIngetrokken,
    ProfielVastgesteld,
    GegevensVernietigd,
)
VIEWS = (
    MELDINGEN,
    KOPPELINGEN,
    DOORZETTINGEN,
    TERMIJNEN,
    AFGEHANDELDE,
    TEKSTREGISTER,
    VERZENDINGEN,
    BEEINDIGD,
    VERNIETIGD,
    ONGELEZEN,
)
TABLES = (TEKSTEN, VOLGCODES, GROEPEN, CONTACTNUMMERS, QUARANTAINE, UIT_OVERLEG, OVERLEGMOMENTEN, OP_AGENDAS, BEGONNEN)

__all__ = [
    "AFGEHANDELD",
    "ALLE_CONTACTEN",
    "APART",
    "BEWAARTERMIJN",
    "BEZORG",
    "CONTACT_VAN",
    "FEITEN",
    "KLOK",
    "STIL",
    "TABLES",
    "TE_CORRIGEREN",
    "VAN_VOLGCODE",
    "VERLOOPT",
    "VIEWS",
    "bewaar_apart",
    "bewaar_contactnummer",
    "bewaar_volgcode",
    "incident_na",
    "klok_weg",
    "klok_zetten",
    "stil_zetten",
    "verlopen",
    "weg_met_stil",
    "wis_apart",
    "wis_contactnummer",
]
