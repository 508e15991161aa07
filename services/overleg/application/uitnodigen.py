"""Which invitations, changes and cancellations must still go out, and recording what became of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from services.overleg.beelden import Overlegbeeld
from services.overleg.overleg import AFGELOPEN, Status
from shared.contracts.overleg import UitnodigingNietVerzonden, Uitnodigingsoort, UitnodigingVerzonden
from shared.ledger import Ledger, Transaction, timer_set
from shared.profiel import Profiel, Profielen

NODIG_UIT = "nodig-uit"
ELKE = timedelta(minutes=5)
Adres = Callable[[str], str | None]
"""The mail address of a partner's code; None where the installation has none."""


@dataclass(frozen=True, slots=True)
class Uitnodiging:
    """One message to one partner that must still go out."""

    overleg: Overlegbeeld
    partner: str
    naar: str
    soort: Uitnodigingsoort


def te_versturen(
    overleggen: Sequence[Overlegbeeld],
    verzonden: Mapping[tuple[str, str], int],
    profielen: Profielen,
    adres: Adres,
    nu: datetime,
) -> list[Uitnodiging]:
    """What nobody was told yet. `verzonden`: the last SEQUENCE by meeting and partner."""
    gevonden = []
    for overleg in overleggen:
        for partner in overleg.deelnemers if _is_tijd(profielen.van(overleg.gemeente), overleg, nu) else ():
            naar, laatste = adres(partner), verzonden.get((str(overleg.overleg_id), partner))
            soort = _soort(overleg, laatste)
            if naar and soort:
                gevonden.append(Uitnodiging(overleg, partner, naar, soort))
    return gevonden


async def verzonden(ledger: Ledger) -> dict[tuple[str, str], int]:
    """The last SEQUENCE that went out, by meeting and partner."""
    sql = (
        "SELECT overleg_id, partner, MAX(volgnummer) FROM uitnodigingen WHERE uitkomst = ? GROUP BY overleg_id, partner"
    )
    return {(rij[0], rij[1]): int(rij[2]) for rij in await ledger.query(sql, ("verzonden",))}


def noteer(tx: Transaction, uitnodiging: Uitnodiging, fout: str | None) -> None:
    """Record that a message went out, or once why not."""
    overleg = uitnodiging.overleg
    wat = {
        "gemeente": overleg.gemeente,
        "locatie": overleg.locatie,
        "overleg_id": overleg.overleg_id,
        "partner": uitnodiging.partner,
        "soort": uitnodiging.soort,
        "volgnummer": overleg.volgnummer,
    }
    if fout is None:
        feit: UitnodigingVerzonden | UitnodigingNietVerzonden = UitnodigingVerzonden.model_validate(wat)
    elif _al_gezegd(tx, overleg.overleg_id, uitnodiging):
        return
    else:
        feit = UitnodigingNietVerzonden.model_validate({**wat, "reden": fout, "opnieuw_op": tx.op + ELKE})
    tx.follow(overleg.overleg_id)
    tx.append(overleg.overleg_id, feit)


def over_vijf_minuten(tx: Transaction) -> None:
    """Look again in a while."""
    tx.execute(*timer_set(NODIG_UIT, NODIG_UIT, tx.op + ELKE, {}, los=True))


def _is_tijd(profiel: Profiel, overleg: Overlegbeeld, nu: datetime) -> bool:
    reeks = profiel.reeks(overleg.reeks)
    return overleg.aanvang > nu and (reeks is None or overleg.aanvang <= nu + reeks.uitnodigen_vooraf)


def _soort(overleg: Overlegbeeld, laatste: int | None) -> Uitnodigingsoort | None:
    if laatste == overleg.volgnummer or overleg.status is Status.GESLOTEN:
        return None
    if overleg.status in AFGELOPEN:
        return "annulering" if laatste is not None else None
    return "uitnodiging" if laatste is None else "wijziging"


def _al_gezegd(tx: Transaction, overleg_id: UUID, uitnodiging: Uitnodiging) -> bool:
    sql = "SELECT 1 FROM uitnodigingen WHERE overleg_id = ? AND partner = ? AND volgnummer = ?"
    return bool(tx.query(sql, (str(overleg_id), uitnodiging.partner, uitnodiging.overleg.volgnummer)))
