"""From the form for corrections to a correction: it knows no booleans, and a moment is a day and a time."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from services.intake.opdrachten import Correctie
from services.intake.paginas.ingevuld import JA_NEE, gekozen_dagdeel
from services.intake.tijden import GeenTijd, op_de_klok
from shared.facts import Fout, OngeldigeInvoer
from shared.wanneer import BEGIN
from shared.web import lees_invoer

GEEN_MOMENT = "Vul een datum in als 22-11-2026 en een tijd als 14:30, of kies een deel van de dag"
_JA_NEE = ("publiekeTaak", "gevolgenOpenbareOrde")


def lees_correctie(velden: Mapping[str, object], zone: ZoneInfo) -> Correctie:
    """Read what was sent.

    Raises:
        OngeldigeInvoer: with a reason for each field of the form.
    """
    gegevens = {naam: waarde for naam, waarde in velden.items() if naam not in ("datum", "tijd")}
    gegevens |= {naam: JA_NEE.get(str(velden[naam]), velden[naam]) for naam in _JA_NEE if naam in velden}
    if any(velden.get(naam) for naam in ("datum", "tijd", "dagdeel")):
        gegevens["voorgevallenOp"] = _moment(velden, zone)
    return lees_invoer(Correctie, gegevens)


def _moment(velden: Mapping[str, object], zone: ZoneInfo) -> datetime:
    tijd, dagdeel = velden.get("tijd"), gekozen_dagdeel(velden)
    if tijd and dagdeel:
        raise OngeldigeInvoer(Fout("tijd", "Vul een tijd in, of kies een deel van de dag. Kies een van de twee"))
    tijd = BEGIN[dagdeel].isoformat() if dagdeel else tijd
    try:
        lokaal = datetime.strptime(f"{velden.get('datum')} {tijd}"[:16], "%Y-%m-%d %H:%M")  # noqa: DTZ007
        return op_de_klok(lokaal, zone)
    except ValueError:
        raise OngeldigeInvoer(Fout("datum", GEEN_MOMENT)) from None
    except GeenTijd as fout:
        raise OngeldigeInvoer(Fout("datum", fout.reden)) from None
