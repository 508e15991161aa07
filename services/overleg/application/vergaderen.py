"""Meetings and their agendas: plan, put on, open, close."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID, uuid5

from services.overleg import reeks as series
from services.overleg.overleg import (
    Agendapunt,
    Overleg,
    OverlegFact,
    Status,
    agendeer,
    begin,
    blijft_liggen,
    given,
    sluit,
)
from services.overleg.reeks import NAAMRUIMTE, Cyclus, Voorkomen
from services.overleg.store import zoeken
from services.overleg.store.meldingen import onthoud
from shared.contracts.escalatie import EscalatieGeopend
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen, Registratie
from shared.contracts.overleg import OverlegGepland, OverlegVoorgesteld
from shared.facts import NietGevonden
from shared.ledger import Transaction, from_iso, timer_set
from shared.maskering import masker
from shared.profiel import Profielen
from shared.teksten import bewaar

PLAN_VOORUIT = "plan-vooruit"
DAG = timedelta(days=1)


class Overlegdienst:
    """The use cases of meetings and their agendas."""

    def __init__(self, profielen: Profielen) -> None:
        for profiel in profielen.alle():
            series.controleer_volgorde(profiel)
        self.profielen = profielen

    def plan_vooruit(self, tx: Transaction) -> None:
        """Plan every series up to its horizon, and come back tomorrow. What is planned already stays as it is."""
        for profiel in self.profielen.alle():
            for cyclus in series.cycli(profiel):
                for voorkomen in series.voorkomens(cyclus, tx.op, tx.op + cyclus.reeks.vooruit):
                    _plan(tx, cyclus, voorkomen)
        tx.execute(*timer_set(PLAN_VOORUIT, PLAN_VOORUIT, tx.op + DAG, {}, los=True))

    def agendeer(self, tx: Transaction, melding: MeldingOntvangen | IncidentGemeld, ontvangen_op: datetime) -> None:
        """Put a melding or incident on the next agenda (LVS-2.4), once, whatever events tell of it.

        Where no series discusses it, it stays visible among the meldingen without a meeting.
        """
        if melding.registratie is Registratie.HISTORISCH:
            return
        punt_id = uuid5(NAAMRUIMTE, f"{melding.gemeente}/melding/{melding.melding_id}")
        tx.execute(*onthoud(melding, punt_id, ontvangen_op))
        cyclus = series.voor_meldingen(self.profielen.van(melding.gemeente), melding.locatie)
        if cyclus is None or tx.query(*zoeken.staat_op_agenda(punt_id)):
            return
        punt = Agendapunt(punt_id, (melding.melding_id,), cyclus.reeks.meldingen_regel)
        _zet_op(tx, _volgende(tx, cyclus, "Er is een melding om te bespreken."), [punt])

    def stel_voor(self, tx: Transaction, escalatie: EscalatieGeopend) -> None:
        """Propose the extra meeting that an escalation asks for (LVS-1.6), once for each escalation."""
        if escalatie.stelt_overleg_voor is None:
            return
        cyclus = self._cyclus(escalatie.gemeente, escalatie.stelt_overleg_voor, escalatie.locatie)
        sleutel = f"{escalatie.gemeente}/{cyclus.reeks.code}/escalatie/{escalatie.escalatie_id}"
        overleg_id = uuid5(NAAMRUIMTE, sleutel)
        if tx.facts(overleg_id):
            return
        voorkomen = Voorkomen(overleg_id, next(series.ad_hoc(cyclus, tx.op)).aanvang, escalatie.regel)
        reden = f"Drempel '{escalatie.drempel}' is overschreden ({escalatie.regel})."
        _stel_voor(tx, cyclus, voorkomen, reden, escalatie.escalatie_id)
        punt_id = uuid5(NAAMRUIMTE, f"{sleutel}/agendapunt")
        punt = Agendapunt(punt_id, escalatie.meldingen, escalatie.regel, escalatie_id=escalatie.escalatie_id)
        _zet_op(tx, _overleg(tx, overleg_id), [punt])

    def open(self, tx: Transaction, overleg_id: UUID) -> None:
        """Begin the meeting: its agenda stands, what comes in now is for the next."""
        tx.append(overleg_id, *begin(_overleg(tx, overleg_id)))

    def sluit(
        self, tx: Transaction, overleg_id: UUID, *, niet_besproken: Collection[UUID] = (), bevindingen: str = ""
    ) -> UUID | None:
        """Close the meeting; what was not discussed goes to the next one, whose id this gives."""
        overleg = _overleg(tx, overleg_id)
        liggend = blijft_liggen(overleg, niet_besproken, tx.op)
        verder = self._verder(tx, overleg) if liggend else None
        naar = verder.id if verder else None
        zegel = bewaar(tx, masker(bevindingen)) if bevindingen.strip() else None
        tx.append(overleg_id, *sluit(overleg, liggend, naar=naar, tekstzegel=zegel))
        if verder:
            _zet_op(tx, verder, liggend, van=overleg_id)
        return naar

    def _verder(self, tx: Transaction, overleg: Overleg) -> Overleg:
        cyclus = self._cyclus(overleg.gemeente, overleg.reeks, overleg.locatie)
        return _volgende(tx, cyclus, "Er zijn punten blijven liggen.")

    def _cyclus(self, gemeente: str, code: str, locatie: str) -> Cyclus:
        profiel = self.profielen.van(gemeente)
        reeks = profiel.reeks(code)
        plekken = [profiel.locatie(plek) for plek in (locatie, *reeks.locaties)] if reeks else []
        for plek in plekken:
            if reeks and plek:
                return series.cyclus(profiel, reeks, plek)
        raise NietGevonden(f"Het overleg '{code}' staat niet in het profiel van {profiel.gemeente.naam}.")


def _volgende(tx: Transaction, cyclus: Cyclus, reden: str) -> Overleg:
    """The next meeting with room on its agenda: the first by rhythm, or, without rhythm, one that is proposed now.

    It comes without the items that stand on it already: in a riot those are thousands, and a new one is not among them.
    """
    ritme = series.wekelijks_op(cyclus, tx.op.astimezone(cyclus.zone).date())
    tot = None if ritme else tx.op + cyclus.reeks.ad_hoc_binnen
    for overleg_id, aanvang, status in tx.query(*zoeken.volgende_overleg(cyclus, tx.op, tot)):
        plek = cyclus.locatie.code
        return Overleg(UUID(overleg_id), cyclus.gemeente, plek, cyclus.reeks.code, from_iso(aanvang), Status(status))
    for voorkomen in series.voorkomens(cyclus, tx.op, tx.op + cyclus.reeks.vooruit) if ritme else ():
        if _plan(tx, cyclus, voorkomen):
            return _overleg(tx, voorkomen.overleg_id)
    voorstel = next(voorkomen for voorkomen in series.ad_hoc(cyclus, tx.op) if not tx.facts(voorkomen.overleg_id))
    _stel_voor(tx, cyclus, voorstel, reden)
    return _overleg(tx, voorstel.overleg_id)


def _plan(tx: Transaction, cyclus: Cyclus, voorkomen: Voorkomen) -> bool:
    """Plan a meeting unless it stands already."""
    if tx.facts(voorkomen.overleg_id):
        return False
    gepland = OverlegGepland.model_validate({**_wat(cyclus, voorkomen), "voorlopig": voorkomen.voorlopig})
    tx.append(voorkomen.overleg_id, gepland)
    return True


def _stel_voor(
    tx: Transaction, cyclus: Cyclus, voorkomen: Voorkomen, reden: str, escalatie_id: UUID | None = None
) -> None:
    wat = {**_wat(cyclus, voorkomen), "reden": reden, "escalatie_id": escalatie_id}
    tx.append(voorkomen.overleg_id, OverlegVoorgesteld.model_validate(wat))


def _wat(cyclus: Cyclus, voorkomen: Voorkomen) -> dict[str, object]:
    return {
        "gemeente": cyclus.gemeente,
        "locatie": cyclus.locatie.code,
        "overleg_id": voorkomen.overleg_id,
        "soort": cyclus.reeks.soort,
        "reeks": cyclus.reeks.code,
        "aanvang": voorkomen.aanvang,
        "deelnemers": cyclus.reeks.deelnemers,
        "regel": voorkomen.regel,
    }


def _zet_op(tx: Transaction, overleg: Overleg, punten: Collection[Agendapunt], *, van: UUID | None = None) -> None:
    tx.facts(overleg.id)  # read, so that the ledger knows which version comes next
    tx.append(overleg.id, *agendeer(overleg, punten, van=van))


def _overleg(tx: Transaction, overleg_id: UUID) -> Overleg:
    return given(cast("list[OverlegFact]", tx.facts(overleg_id)))
