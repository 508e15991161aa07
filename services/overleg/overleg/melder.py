"""What a meeting lets the reporter of a melding read: an approved sentence of the profile, never free words (LVS-4)."""

from datetime import date
from uuid import UUID

from services.overleg.overleg.weigering import AgendapuntOnbekend, NietVoorMelder, NogNietBegonnen
from services.overleg.overleg.zaak import Agendapunt, Overleg, Status
from shared.contracts.overleg import MelderIngelicht
from shared.profiel.goedkeuring import bezwaar
from shared.profiel.schema.melder import Melderzin

GEEN_MELDER = "Bij dit punt is er geen melder die iets te lezen krijgt."


def licht_melder_in(
    overleg: Overleg, punt_id: UUID, zin: Melderzin | None, *, door: str, dag: date
) -> list[MelderIngelicht]:
    """Let it be read; the same sentence at the same item twice is once.

    Raises:
        NogNietBegonnen: nobody sits at the table now. AgendapuntOnbekend: the item does not stand open here.
        NietVoorMelder: the item is confidential or about no melding, or the sentence may not be used (yet).
    """
    if overleg.status is not Status.GEOPEND:
        raise NogNietBegonnen("Dit kan tijdens het overleg: open het eerst. Na het sluiten kan het niet meer.")
    punt = next((punt for punt in overleg.open if punt.id == punt_id), None)
    if punt is None:
        raise AgendapuntOnbekend("Dit punt staat niet op deze agenda. Ga terug naar het overleg.")
    if not heeft_melder(punt):
        raise NietVoorMelder(GEEN_MELDER)
    waarom = bezwaar(zin, dag)
    if zin is None or waarom:
        raise NietVoorMelder(f"Deze zin is niet te gebruiken: {waarom}.")
    if (punt.id, zin.code) in overleg.ingelicht:
        return []
    over = {"agendapunt_id": punt.id, "meldingen": punt.meldingen, "zin": zin.code, "tekst": zin.tekst}
    return [MelderIngelicht.model_validate({**overleg.wat, **over, "regel": zin.regel, "door": door})]


def heeft_melder(punt: Agendapunt) -> bool:
    """Whether somebody may read something at this item: it is about meldingen, and not confidential."""
    return punt.soort in {None, "melding"} and bool(punt.meldingen) and not punt.vertrouwelijk
