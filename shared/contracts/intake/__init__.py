"""What intake tells the others. Never the text, never contact details (promise 7)."""

from shared.contracts.base import Gezegd
from shared.contracts.intake.behandeling import (
    Intrekreden,
    Koppeling,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingGesloten,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntkoppeld,
    Sluitreden,
)
from shared.contracts.intake.doorzetten import DoorzettingGemist, MeldingDoorgezet
from shared.contracts.intake.groep import GroepscodeGemaakt, GroepscodeIngetrokken
from shared.contracts.intake.locatie import LocatieHoorbaar, LocatieStil
from shared.contracts.intake.melder import AanvullingGezien, AanvullingOntvangen, TerugkoppelingGegeven, VraagGesteld
from shared.contracts.intake.waarneming import (
    Aangifte,
    Aard,
    CoaAfhandeling,
    CoaBerichtAfgehandeld,
    Dagdeel,
    GerichtTegen,
    IncidentGemeld,
    IncidentGeweigerd,
    MeldingOntvangen,
    Registratie,
)

__all__ = [
    "Aangifte",
    "AanvullingGezien",
    "AanvullingOntvangen",
    "Aard",
    "CoaAfhandeling",
    "CoaBerichtAfgehandeld",
    "Dagdeel",
    "DoorzettingGemist",
    "GerichtTegen",
    "Gezegd",
    "GroepscodeGemaakt",
    "GroepscodeIngetrokken",
    "IncidentGemeld",
    "IncidentGeweigerd",
    "Intrekreden",
    "Koppeling",
    "LocatieHoorbaar",
    "LocatieStil",
    "MeldingDoorgezet",
    "MeldingGeclassificeerd",
    "MeldingGecorrigeerd",
    "MeldingGekoppeld",
    "MeldingGesloten",
    "MeldingHeropend",
    "MeldingIngetrokken",
    "MeldingOntkoppeld",
    "MeldingOntvangen",
    "Registratie",
    "Sluitreden",
    "TerugkoppelingGegeven",
    "VraagGesteld",
]
