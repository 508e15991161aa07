"""A confirmation that does not hold: nothing followed it, or its giver takes it back. Pure."""

from datetime import datetime, timedelta
from typing import Literal

from services.escalatie.alarm import alarmen_van
from services.escalatie.escalatie import herinner_tweede_stap, is_te_laat, klim, termijn_tweede_stap
from services.escalatie.staat import Escalatie, Status, Vervolg, na
from services.escalatie.weigeringen import AlGesloten, NietBevestigd
from shared.contracts.escalatie import Stap
from shared.contracts.escalatie.piket import BevestigingIngetrokken, BevestigingVerlopen


def laat_verlopen(escalatie: Escalatie, *, op: datetime) -> list[Vervolg]:
    """Warn again when a confirmation was followed by nothing: taking on is not yet doing (promise 6)."""
    uiterlijk, bevestigd_op = escalatie.verloopt_op, escalatie.bevestigd_op
    if escalatie.status is not Status.BEVESTIGD or uiterlijk is None or bevestigd_op is None or op < uiterlijk:
        return []
    trede = escalatie.treden[escalatie.trede]
    return [
        BevestigingVerlopen(
            gemeente=escalatie.gemeente,
            locatie=escalatie.locatie,
            escalatie_id=escalatie.id,
            bevestigd_op=bevestigd_op,
            trede=escalatie.trede,
            ronde=escalatie.ronde + 1,
            rollen=trede.rollen,
            klim_op=escalatie.straks(op, trede.wacht),
            te_laat=is_te_laat(uiterlijk, op),
        )
    ]


def neem_terug(
    escalatie: Escalatie, *, door: str, stap: Stap, weg: Literal["pagina", "api"], op: datetime
) -> list[Vervolg]:
    """Take back what one confirmed. Where nobody else had taken it on, people are warned again.

    Raises:
        AlGesloten: it is over. NietBevestigd: this role has nothing to take back.
    """
    if escalatie.status is Status.GESLOTEN:
        raise AlGesloten
    if (stap, door) not in escalatie.bevestigd:
        raise NietBevestigd
    kop = {"gemeente": escalatie.gemeente, "locatie": escalatie.locatie, "escalatie_id": escalatie.id}
    wie = {"door": door, "stap": stap, "weg": weg, "trede": escalatie.trede}
    gevolg = _heropend(escalatie, op) if stap is Stap.ONTVANGEN else _weer_te_doen(escalatie, op)
    return [BevestigingIngetrokken.model_validate({**kop, **wie, **_alleen(escalatie, stap, door, gevolg)})]


def na_terugnemen(escalatie: Escalatie, *, door: str, stap: Stap, op: datetime) -> tuple[Escalatie, list[str]]:
    """Try what taking a step back would do: how it would stand, and the roles that are warned at once.

    Raises:
        AlGesloten, NietBevestigd: see `neem_terug`.
    """
    terug = neem_terug(escalatie, door=door, stap=stap, weg="pagina", op=op)
    straks = na(escalatie, terug)
    verder = klim(straks, op=op) if stap is Stap.ONTVANGEN else herinner_tweede_stap(straks, op=op)
    return straks, [alarm.rol for fact in (*terug, *verder) for alarm in alarmen_van(fact)]


def _alleen(escalatie: Escalatie, stap: Stap, door: str, gevolg: dict[str, object]) -> dict[str, object]:
    """Another role's confirmation of the same step holds: then nothing else changes."""
    anderen = any(een == stap and rol != door for een, rol in escalatie.bevestigd)
    return {"ronde": escalatie.ronde} if anderen or escalatie.status is Status.OPEN else gevolg


def _heropend(escalatie: Escalatie, op: datetime) -> dict[str, object]:
    trede = escalatie.treden[escalatie.trede]
    ronde = escalatie.ronde + 1
    return {"heropend": True, "ronde": ronde, "rollen": trede.rollen, "klim_op": _oude_termijn(escalatie, ronde, op)}


def _oude_termijn(escalatie: Escalatie, ronde: int, op: datetime) -> datetime:
    """Give the term that ran; where it has passed the next step hears it at once, for this one it begins a round."""
    if escalatie.termijn and escalatie.termijn > op:
        return escalatie.termijn
    trede, laatste = escalatie.treden[escalatie.trede], escalatie.trede + 1 == len(escalatie.treden)
    if not laatste and ronde >= trede.keren:
        return escalatie.straks(op, timedelta())
    return escalatie.straks(op, escalatie.herhaal if laatste else trede.wacht)


def _weer_te_doen(escalatie: Escalatie, op: datetime) -> dict[str, object]:
    return {"ronde": escalatie.ronde, "tweede_stap_uiterlijk": termijn_tweede_stap(escalatie, op)}
