"""What people decide about a meeting that was proposed: it goes on, or it is not needed (LVS-1.6)."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from services.overleg.application import cycli
from services.overleg.application.vergaderen import lees
from services.overleg.application.verzetten import zeg_af
from services.overleg.overleg import bevestig, toets_voorstel
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction
from shared.maskering import masker
from shared.profiel import Profiel, Profielen, Rol
from shared.teksten import bewaar
from shared.woorden import rolnaam


def beslisser(profiel: Profiel, deelnemers: Sequence[str]) -> Rol:
    """Who decides: the burgemeester where that is one at the table (LVS-1.6), else who prepares the meetings."""
    partners = [profiel.partner(code) for code in deelnemers]
    aan_tafel = any(partner is not None and partner.rol is Rol.BURGEMEESTER for partner in partners)
    return Rol.BURGEMEESTER if aan_tafel else Rol.OOV


GEEN_REDEN = Fout("toelichting", "schrijf op waarom het overleg niet nodig is; dat komt in het verslag van dit besluit")


def gaat_door(tx: Transaction, profielen: Profielen, overleg_id: UUID, *, door: Rol, toelichting: str) -> None:
    """The meeting goes on."""
    overleg = lees(tx, overleg_id)
    toets_voorstel(overleg)
    regel = cycli.vind(tx, profielen, overleg.gemeente, overleg.reeks, overleg.locatie).reeks.regel
    zegel = bewaar(tx, masker(toelichting)) if toelichting.strip() else None
    tx.append(overleg_id, bevestig(overleg, door=door, regel=regel, tekstzegel=zegel))


def niet_nodig(tx: Transaction, profielen: Profielen, overleg_id: UUID, *, door: Rol, toelichting: str) -> None:
    """The meeting does not take place.

    Its escalation does not ask for the same meeting again: the series that discusses meldingen has it on its agenda.
    Whatever else stood here moves on.

    Raises:
        OngeldigeInvoer: nobody said why.
    """
    if not toelichting.strip():
        raise OngeldigeInvoer(GEEN_REDEN)
    overleg = lees(tx, overleg_id)
    toets_voorstel(overleg)
    cyclus = cycli.vind(tx, profielen, overleg.gemeente, overleg.reeks, overleg.locatie)
    elders = replace(overleg, open=tuple(punt for punt in overleg.open if punt.soort != "escalatie"))
    reden = f"Niet nodig. Dat besliste: {rolnaam(door).lower()}."
    zeg_af(tx, cyclus, elders, reden=reden, tekstzegel=bewaar(tx, masker(toelichting)))
