"""Handing a melding over: to whom at once, what came of it, and what is missed (KG-2.3a, KG-2.3b). Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

from services.intake.behandeling.behandelen import eis_open, over
from services.intake.behandeling.dagklok import einde_van_de_dag
from services.intake.behandeling.staat import Stand, Status, te_laat_op
from services.intake.behandeling.weigeringen import AlDoorgezet, IsHistorisch
from shared.contracts.intake import DoorzettingGemist, MeldingDoorgezet, Registratie
from shared.profiel.schema import Doorzetregel, Partner, Profiel
from shared.verzending.vormen import Uitslag

REGEL = "KG-2.3b"
PAUZES = (5, 15, 45, 135, 405)
LANGSTE_PAUZE = 900
"""Seconds between two attempts: growing, and never giving up while the melding counts."""
INGETROKKEN = "de melding is ingetrokken"


def passend(stand: Stand, profiel: Profiel) -> list[Doorzetregel]:
    """Return the rules that this melding falls under; a safety net only where nothing else catches it."""
    gevonden = [regel for regel in profiel.doorzetten.regels if _past(regel, stand)]
    gewoon = [regel for regel in gevonden if not regel.vangnet]
    return gewoon or gevonden


def bied_aan(stand: Stand, profiel: Profiel, op: datetime) -> list[MeldingDoorgezet]:
    """Offer a melding to everyone whom a rule names and who did not get it yet; `op`: since when the rule holds."""
    if not _telt(stand):
        return []
    nieuw: dict[str, MeldingDoorgezet] = {}
    for regel in passend(stand, profiel):
        for code in regel.aan:
            feit = _aangeboden(stand, profiel, code, regel.regel, op + regel.binnen)
            nieuw.setdefault(code, feit)
    if cluster := profiel.doorzetten.cluster:
        einde = einde_van_de_dag(op, profiel.zone)
        nieuw.setdefault(cluster.aan, _aangeboden(stand, profiel, cluster.aan, cluster.regel, einde))
    return [feit for code, feit in nieuw.items() if code not in stand.doorgezet]


def zet_door(
    stand: Stand, partner: Partner, profiel: Profiel, *, weg: Literal["kanaal", "zelf"], door: str, op: datetime
) -> list[MeldingDoorgezet]:
    """Hand over by a person: through the partner's channel, or `zelf` where that person told them already.

    Raises:
        AlDoorgezet: they have it, or it is under way to them.
    """
    eis_open(stand)
    if stand.waarneming.registratie is Registratie.HISTORISCH:
        raise IsHistorisch
    eerder = stand.doorgezet.get(partner.code)
    if eerder and (weg == "kanaal" or eerder.uitkomst == "bezorgd"):
        raise AlDoorgezet(partner.naam)
    feit = eerder or _aangeboden(stand, profiel, partner.code, REGEL, None)
    if weg == "zelf":
        anders = {"uitkomst": "bezorgd", "weg": "zelf", "opnieuw_op": None, "reden": ""}
        return [feit.model_copy(update={**anders, "door": door, "automatisch": False})]
    return [feit.model_copy(update={"automatisch": False, "door": door, "uiterlijk": _uiterlijk(profiel, op)})]


def bezorging(
    stand: Stand, aan: str, uitslagen: Sequence[Uitslag], *, poging: int, op: datetime
) -> list[MeldingDoorgezet]:
    """Record an attempt: one channel that took it is enough. Nothing where it had arrived already."""
    eerder = stand.doorgezet.get(aan)
    if eerder is None or eerder.uitkomst == "bezorgd":
        return []
    if any(not uit.fout for uit in uitslagen):
        anders: dict[str, object] = {"uitkomst": "bezorgd", "opnieuw_op": None, "reden": ""}
    else:
        reden = "; ".join(dict.fromkeys(uit.fout for uit in uitslagen)) or "geen kanaal ingesteld"
        anders = {"uitkomst": "mislukt", "reden": reden, "opnieuw_op": op + pauze(poging)}
    return [eerder.model_copy(update={**anders, "poging": poging, "door": None})]


def staak(stand: Stand, aan: str, poging: int) -> list[MeldingDoorgezet]:
    """Stop trying: the melding does not count any more."""
    eerder = stand.doorgezet.get(aan)
    if eerder is None or eerder.uitkomst == "bezorgd":
        return []
    anders = {"uitkomst": "mislukt", "reden": INGETROKKEN, "opnieuw_op": None, "poging": poging, "door": None}
    return [eerder.model_copy(update=anders)]


def gemiste_partners(stand: Stand, profiel: Profiel, op: datetime) -> list[DoorzettingGemist]:
    """Say who should have had it by now and does not (KG-2.3b): each partner once."""
    if not _telt(stand):
        return []
    laat = [feit for feit in _aan_partners(stand, profiel) if te_laat_op(feit, op) and feit.aan not in stand.gemist]
    if not laat:
        return []
    eerste = min(laat, key=lambda feit: feit.uiterlijk or op)
    aan = tuple(feit.aan for feit in laat)
    gemist = DoorzettingGemist(
        **over(stand), soort="partner", aan=aan, uiterlijk=eerste.uiterlijk or op, regel=eerste.regel
    )
    return [gemist]


def niemand_gekozen(stand: Stand, profiel: Profiel, *, uiterlijk: datetime, regel: str) -> list[DoorzettingGemist]:
    """Say that a person should have chosen a partner by now (KG-2.3b). Closing it is a choice as well."""
    gekozen = stand.status is Status.GESLOTEN or any(_aan_partners(stand, profiel))
    if gekozen or not _telt(stand) or "partner" in stand.gemist:
        return []
    return [DoorzettingGemist(**over(stand), soort="partner", aan=(), uiterlijk=uiterlijk, regel=regel)]


def gemist_cluster(stand: Stand, profiel: Profiel, *, uiterlijk: datetime) -> list[DoorzettingGemist]:
    """Warn that a melding is not at the cluster while its day ends (KG-2.3a): not delivered, nobody at work on it."""
    cluster = profiel.doorzetten.cluster
    if cluster is None or not _telt(stand) or "cluster" in stand.gemist:
        return []
    partner = profiel.partner(cluster.aan)
    bezig = partner is not None and partner.rol is not None and partner.rol in stand.behandeld_door
    if bezig or stand.is_bij(cluster.aan):
        return []
    return [
        DoorzettingGemist(**over(stand), soort="cluster", aan=(cluster.aan,), uiterlijk=uiterlijk, regel=cluster.regel)
    ]


def kiezen_voor(stand: Stand, profiel: Profiel) -> Doorzetregel | None:
    """Return the rule that lets a person choose, where no rule names a partner."""
    regels = passend(stand, profiel)
    return next((regel for regel in regels if not regel.aan), None) if _telt(stand) else None


def pauze(poging: int) -> timedelta:
    """How long to wait after this attempt."""
    return timedelta(seconds=PAUZES[poging - 1] if poging <= len(PAUZES) else LANGSTE_PAUZE)


def _telt(stand: Stand) -> bool:
    historisch = stand.waarneming.registratie is Registratie.HISTORISCH
    return not historisch and stand.status is not Status.INGETROKKEN


def _aan_partners(stand: Stand, profiel: Profiel) -> Iterator[MeldingDoorgezet]:
    cluster = profiel.doorzetten.cluster
    return (feit for code, feit in stand.doorgezet.items() if cluster is None or code != cluster.aan)


def _aangeboden(stand: Stand, profiel: Profiel, code: str, regel: str, uiterlijk: datetime | None) -> MeldingDoorgezet:
    partner = profiel.partner(code)
    rol = str(partner.rol) if partner and partner.rol else None
    return MeldingDoorgezet(
        **over(stand), aan=code, rol=rol, uitkomst="aangeboden", automatisch=True, regel=regel, uiterlijk=uiterlijk
    )


def _uiterlijk(profiel: Profiel, op: datetime) -> datetime | None:
    """By when a hand-over by a person must have arrived: as soon as the quickest rule of the profile."""
    regels = profiel.doorzetten.regels
    return op + min(regel.binnen for regel in regels) if regels else None


def _past(regel: Doorzetregel, stand: Stand) -> bool:
    nu = stand.waarneming
    velden: Mapping[str, Sequence[str]] = {
        "locatie": regel.locaties,
        "aard": regel.aard,
        "thema": regel.thema,
        "plaats": regel.plaats,
        "gericht_tegen": regel.gericht_tegen,
    }
    gevolgen = getattr(nu, "gevolgen_openbare_orde", False)
    return (
        all(not gekozen or getattr(nu, veld) in gekozen for veld, gekozen in velden.items())
        and regel.soort in (None, "incident" if stand.is_incident else "melding")
        and regel.gevolgen_openbare_orde in (None, gevolgen)
    )
