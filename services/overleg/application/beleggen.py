"""What people put in the calendar or on an agenda: an extra meeting, a request, the decision of an evaluation."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID, uuid5

from services.overleg import reeks as series
from services.overleg.application import cycli
from services.overleg.application.agenderen import zet_op
from services.overleg.application.planning import volgende, wat_van, wek
from services.overleg.application.verzetten import toets_dag, toets_volgorde
from services.overleg.overleg import Agendapunt, NietTeVerzetten, Overleg, Status
from services.overleg.reeks import NAAMRUIMTE, Cyclus, Voorkomen
from services.overleg.store import zoeken
from shared.contracts.overleg import EvaluatieBesloten, OverlegGepland
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction
from shared.maskering import masker
from shared.profiel import Onderwerp, Profielen
from shared.teksten import bewaar


@dataclass(frozen=True, slots=True)
class Belegging:
    """A meeting of a series at a moment that somebody chose."""

    overleg_id: UUID
    gemeente: str
    reeks: str
    locatie: str
    aanvang: datetime


@dataclass(frozen=True, slots=True)
class Verzoek:
    """Something that the profile lets one ask of a series, at a location."""

    verzoek_id: UUID
    gemeente: str
    locatie: str
    onderwerp: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Evaluatiebesluit:
    """What was decided about the rhythm of a series at a location, from a day on."""

    besluit_id: UUID
    gemeente: str
    locatie: str
    reeks: str
    uitkomst: Literal["doorgaan", "ad-hoc"]
    overleg_id: UUID | None = None


def beleg(tx: Transaction, profielen: Profielen, wens: Belegging) -> None:
    """Plan one meeting; twice is once.

    Raises:
        NietTeVerzetten: the moment is past, or on a public holiday that this series keeps.
        VolgordeOnjuist, TussenOnjuist: it breaks the order between series.
    """
    if tx.facts(wens.overleg_id):
        return
    if wens.aanvang <= tx.op:
        raise NietTeVerzetten("Dit moment is al voorbij. Kies een moment in de toekomst.")
    cyclus = cycli.vind(tx, profielen, wens.gemeente, wens.reeks, wens.locatie)
    toets_dag(cyclus, wens.aanvang)
    dag = wens.aanvang.astimezone(cyclus.zone).date()
    voorkomen = Voorkomen(wens.overleg_id, wens.aanvang, series.regel_op(cyclus, dag))
    plek = (wens.gemeente, cyclus.locatie.code, wens.reeks, wens.aanvang)
    toets_volgorde(tx, profielen, cyclus, Overleg(wens.overleg_id, *plek, Status.GEPLAND), wens.aanvang)
    tx.append(wens.overleg_id, OverlegGepland.model_validate(wat_van(cyclus, voorkomen)))
    wek(tx, cyclus, wens.overleg_id, voorkomen)


def vraag(tx: Transaction, profielen: Profielen, verzoek: Verzoek) -> UUID:
    """Put a request on the next agenda of the series that takes it; gives the meeting.

    Raises:
        OngeldigeInvoer: no series of this location takes such a request.
    """
    for cyclus in cycli.alle(tx, profielen.van(verzoek.gemeente)):
        for onderwerp in cyclus.reeks.verzoeken:
            if onderwerp.code == verzoek.onderwerp and cyclus.locatie.code == verzoek.locatie:
                return _zet_op_volgende(tx, cyclus, onderwerp, verzoek)
    raise OngeldigeInvoer(Fout("onderwerp", "geen overleg van deze locatie neemt dit verzoek; kies uit de lijst"))


def _zet_op_volgende(tx: Transaction, cyclus: Cyclus, onderwerp: Onderwerp, verzoek: Verzoek) -> UUID:
    punt_id = uuid5(NAAMRUIMTE, f"verzoek/{verzoek.verzoek_id}")
    if eerder := tx.query(*zoeken.waar_het_staat(punt_id)):
        return UUID(eerder[0][0])
    zegel = bewaar(tx, masker(verzoek.toelichting)) if verzoek.toelichting.strip() else None
    wat = (punt_id, (), onderwerp.regel, onderwerp.vertrouwelijk)
    punt = Agendapunt(*wat, soort="verzoek", onderwerp=onderwerp.code, tekstzegel=zegel)
    overleg = volgende(tx, cyclus, "Er is een verzoek om te bespreken.")
    zet_op(tx, overleg, [punt])
    return overleg.id


def besluit(tx: Transaction, profielen: Profielen, wens: Evaluatiebesluit) -> None:
    """Record what the evaluation decided, from today.

    Raises:
        OngeldigeInvoer: no series of the profile decides about this one.
    """
    profiel = profielen.van(wens.gemeente)
    beslissers = [reeks for reeks in profiel.reeksen if reeks.besluit_over == wens.reeks]
    if not beslissers or not profiel.locatie(wens.locatie):
        raise OngeldigeInvoer(Fout("reeks", "over deze reeks beslist geen evaluatie; kijk in de lijst van reeksen"))
    if tx.facts(wens.besluit_id):
        return
    vanaf: date = tx.op.astimezone(profiel.zone).date()
    tx.append(
        wens.besluit_id,
        EvaluatieBesloten(
            gemeente=wens.gemeente,
            locatie=wens.locatie,
            besluit_id=wens.besluit_id,
            reeks=wens.reeks,
            uitkomst=wens.uitkomst,
            vanaf=vanaf,
            overleg_id=wens.overleg_id,
            regel=beslissers[0].regel,
        ),
    )
