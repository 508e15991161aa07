"""Which phase a series is in, counted from the arrival of the first residents, and whether it has a rhythm then."""

from datetime import date

from dateutil.relativedelta import relativedelta

from services.overleg.reeks.cyclus import Besluit, Cyclus
from shared.profiel.schema import Fase


def fase_op(cyclus: Cyclus, dag: date) -> Fase | None:
    """The phase on a local day (LVS-1.1, 1.2). What the evaluation decided comes in the place of 'voorlopig'."""
    fase = _naar_de_tijd(cyclus, dag)
    besluit = _besluit_op(cyclus, dag)
    if fase is None or besluit is None or not fase.voorlopig:
        return fase
    ritme = "ad-hoc" if besluit.uitkomst == "ad-hoc" else fase.ritme
    return fase.model_copy(update={"ritme": ritme, "voorlopig": False, "regel": besluit.regel})


def ritme_op(cyclus: Cyclus, dag: date) -> str | None:
    """The rule of RFC 5545 that holds on such a day; None where it comes together when there is a reason."""
    fase = fase_op(cyclus, dag)
    vast = fase.ritme != "ad-hoc" if fase else not cyclus.reeks.fasen
    return cyclus.reeks.ritme if vast else None


def regel_op(cyclus: Cyclus, dag: date) -> str:
    """The rule by which a meeting on such a day is held."""
    fase = fase_op(cyclus, dag)
    return fase.regel if fase else cyclus.reeks.regel


def _naar_de_tijd(cyclus: Cyclus, dag: date) -> Fase | None:
    fasen = {fase.naam: fase for fase in cyclus.reeks.fasen}
    aankomst = cyclus.locatie.eerste_bewoners_op
    if aankomst is None or dag < aankomst:
        return fasen.get("voor-aankomst")
    eerste = fasen.get("eerste-maanden")
    if eerste and (eerste.maanden is None or dag < aankomst + relativedelta(months=eerste.maanden)):
        return eerste
    return fasen.get("daarna")


def _besluit_op(cyclus: Cyclus, dag: date) -> Besluit | None:
    geldend = [besluit for besluit in cyclus.besluiten if besluit.vanaf <= dag]
    return max(geldend, key=lambda besluit: besluit.vanaf, default=None)
