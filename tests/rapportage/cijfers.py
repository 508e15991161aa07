"""Imported figures as escalatie tells them."""

from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from services.escalatie.toets.cijfers import lees_cijfers
from shared.contracts.escalatie import CijfersIngevoerd, Meetwaarde, Periodecijfer
from tests.rapportage.feiten import GEMEENTE, Bron, nr

KERNCIJFERS = Path(__file__).parents[1] / "data" / "kerncijfers.csv"


def voer_bestand_in(bron: Bron, op: datetime, *, gemeente: str = GEMEENTE, naam: str = "Zoetermeer") -> None:
    """Import the figures that the policy documents print."""
    for een in lees_cijfers(KERNCIJFERS, naam):
        wat = {"perioden": een.perioden, "eenheid": een.eenheid, "metingen": een.metingen}
        feit = CijfersIngevoerd(gemeente=gemeente, reeks=een.reeks, bron=een.bron, **wat)
        bron.zeg(stroom(een.reeks), feit, op)


def voer_jaren_in(
    bron: Bron, op: datetime, reeks: str, waarden: dict[int, float], *, eenheid: str = "aantal", wie: str = "politie"
) -> None:
    """Import yearly figures of one series."""
    dagen = {jaar: {"van": date(jaar, 1, 1), "tot": date(jaar, 12, 31)} for jaar in waarden}
    telt = eenheid == "aantal"
    feit = CijfersIngevoerd(
        gemeente=GEMEENTE,
        reeks=reeks,
        bron=wie,
        eenheid=eenheid,
        perioden=tuple(Periodecijfer(**dagen[jaar], aantal=int(w)) for jaar, w in waarden.items() if telt),
        metingen=tuple(Meetwaarde(**dagen[jaar], waarde=w) for jaar, w in waarden.items() if not telt),
    )
    bron.zeg(stroom(reeks), feit, op)


def voer_weken_in(bron: Bron, op: datetime, reeks: str, eerste: date, per_week: list[int]) -> None:
    """Import whole weeks in a row."""
    weken = [
        Periodecijfer(van=eerste + timedelta(weeks=n), tot=eerste + timedelta(weeks=n, days=6), aantal=aantal)
        for n, aantal in enumerate(per_week)
    ]
    feit = CijfersIngevoerd(gemeente=GEMEENTE, reeks=reeks, bron="politie", perioden=tuple(weken))
    bron.zeg(stroom(reeks), feit, op)


def stroom(reeks: str) -> UUID:
    """Where the figures of a series stand."""
    return nr(f"cijfers {reeks}")
