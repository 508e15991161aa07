"""An escalation once it is open: what may happen to it, and what follows. Pure."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, TypedDict
from uuid import UUID

from services.escalatie.staat import Escalatie, Status, Vervolg
from services.escalatie.weigeringen import AlGesloten, GeenTweedeStap, NietDezeRol, NietOpDeLadder, StapOntbreekt
from shared.contracts.escalatie import (
    AlarmHerhaald,
    BurgemeesterIngelicht,
    EscalatieBevestigd,
    EscalatieGesloten,
    EscalatieOpgeschaald,
    PolitieIngelicht,
    Stap,
    StapGemist,
)
from shared.profiel.schema import Rol

Weg = Literal["link", "pagina", "api", "antwoord"]
SPELING = timedelta(seconds=5)
"""A timer that goes off later than this after its time is marked late: the service had stopped."""


class Uitkomst(StrEnum):
    """How an escalation ended."""

    AFGEHANDELD = "afgehandeld"
    LOOS_ALARM = "loos-alarm"
    OVERGEDRAGEN = "overgedragen"


def is_te_laat(gepland: datetime, op: datetime) -> bool:
    """Whether something due at `gepland` happens late at `op`."""
    return op - gepland > SPELING


def klim(escalatie: Escalatie, *, op: datetime) -> list[Vervolg]:
    """Go one step up, or repeat the last one, when nobody confirmed in time (promise 6)."""
    if escalatie.status is not Status.OPEN or escalatie.klim_op is None or op < escalatie.klim_op:
        return []
    te_laat, trede = is_te_laat(escalatie.klim_op, op), escalatie.trede + 1
    if trede < len(escalatie.treden) and escalatie.ronde >= escalatie.treden[escalatie.trede].keren:
        return [_opgeschaald(escalatie, trede, te_laat=te_laat, op=op)]
    return [_herhaald(escalatie, Stap.ONTVANGEN, escalatie.ronde + 1, te_laat=te_laat, op=op)]


def herinner_tweede_stap(escalatie: Escalatie, *, op: datetime) -> list[Vervolg]:
    """Warn others when the second step was missed, and go on until it is confirmed (LVS-0.3)."""
    uiterlijk, tweede = escalatie.tweede_stap_op, escalatie.tweede_stap
    if tweede is None or uiterlijk is None or op < uiterlijk:
        return []
    te_laat = is_te_laat(uiterlijk, op)
    if escalatie.tweede_stap_ronde:
        return [_herhaald(escalatie, tweede.stap, escalatie.tweede_stap_ronde + 1, te_laat=te_laat, op=op)]
    return [
        StapGemist(
            **_van(escalatie),
            stap=tweede.stap,
            trede=escalatie.trede,
            rollen=te_herinneren(escalatie),
            uiterlijk=uiterlijk,
            volgende_op=escalatie.straks(op, escalatie.herhaal),
            te_laat=te_laat,
        )
    ]


def bevestig(escalatie: Escalatie, *, door: str, stap: Stap, weg: Weg, op: datetime) -> list[Vervolg]:
    """Take it on, or say that the burgemeester was informed. Twice the same is nothing new.

    Raises:
        AlGesloten, NietOpDeLadder, GeenTweedeStap, NietDezeRol: see there.
    """
    _eis_bevoegd(escalatie, door, stap)
    if (stap, door) in escalatie.bevestigd:
        return []
    if stap is Stap.ONTVANGEN:
        return _ontvangen(escalatie, door, weg, op)
    eerst = [] if (Stap.ONTVANGEN, door) in escalatie.bevestigd else _ontvangen(escalatie, door, weg, op)
    bevestigd = _bevestigd(escalatie, door, stap, weg, op)
    if escalatie.burgemeester_ingelicht:
        return [*eerst, bevestigd]
    return [*eerst, bevestigd, BurgemeesterIngelicht(**_van(escalatie), op=op)]


def te_bevestigen(escalatie: Escalatie, rol: str) -> Stap | None:
    """What this role can confirm now, if anything."""
    if escalatie.status is Status.GESLOTEN or rol not in escalatie.rollen:
        return None
    if (Stap.ONTVANGEN, rol) not in escalatie.bevestigd:
        return Stap.ONTVANGEN
    tweede = escalatie.tweede_stap
    if tweede is None or escalatie.burgemeester_ingelicht or rol not in (*tweede.door, *tweede.anders):
        return None
    return tweede.stap


def sluit(escalatie: Escalatie, *, door: str, uitkomst: Uitkomst) -> list[Vervolg]:
    """End it, once every obligatory step was taken.

    Raises:
        AlGesloten: it was ended before. StapOntbreekt: says which steps are missing.
    """
    if escalatie.status is Status.GESLOTEN:
        raise AlGesloten
    if ontbreekt := ontbrekende_stappen(escalatie):
        raise StapOntbreekt(ontbreekt)
    return [EscalatieGesloten(**_van(escalatie), door=door, uitkomst=uitkomst)]


def ontbrekende_stappen(escalatie: Escalatie) -> tuple[str, ...]:
    """Name what must still happen before it can be closed, in Dutch; each deed once."""
    tweede, politie = escalatie.tweede_stap, moet_zelf_bevestigen(escalatie, Rol.POLITIE)
    stappen = (
        (escalatie.status is Status.OPEN and not politie, "iemand bevestigt het bericht"),
        (politie, "de politie bevestigt het bericht"),
        (
            tweede is not None and not escalatie.burgemeester_ingelicht,
            "iemand meldt dat de burgemeester het weet",
        ),
    )
    return tuple(naam for ontbreekt, naam in stappen if ontbreekt)


def moet_zelf_bevestigen(escalatie: Escalatie, rol: str) -> bool:
    """Whether nobody can confirm for this role: the police must know, whoever else took it on (LVS-0.3)."""
    tweede = escalatie.tweede_stap
    return bool(rol == Rol.POLITIE and tweede and Rol.POLITIE in tweede.door and not escalatie.politie_ingelicht)


def _eis_bevoegd(escalatie: Escalatie, door: str, stap: Stap) -> None:
    tweede = escalatie.tweede_stap
    if escalatie.status is Status.GESLOTEN:
        raise AlGesloten
    if door not in escalatie.rollen:
        raise NietOpDeLadder(door)
    if stap is Stap.ONTVANGEN:
        return
    if tweede is None or tweede.stap is not stap:
        raise GeenTweedeStap
    if door not in (wel := (*tweede.door, *tweede.anders)):
        raise NietDezeRol(door, ", ".join(wel))


def _ontvangen(escalatie: Escalatie, door: str, weg: Weg, op: datetime) -> list[Vervolg]:
    """A first confirmation starts the clock of the second step, whoever gave it: silence is never an outcome."""
    tweede, eerste = escalatie.tweede_stap, escalatie.status is Status.OPEN
    loopt = escalatie.burgemeester_ingelicht or escalatie.tweede_stap_op
    uiterlijk = termijn_tweede_stap(escalatie, op) if eerste and not loopt else None
    bevestigd: list[Vervolg] = [_bevestigd(escalatie, door, Stap.ONTVANGEN, weg, op, uiterlijk)]
    if door == Rol.POLITIE and tweede and not escalatie.politie_ingelicht:
        bevestigd.append(PolitieIngelicht(**_van(escalatie), op=op))
    return bevestigd


def termijn_tweede_stap(escalatie: Escalatie, op: datetime) -> datetime | None:
    """Give the deadline of the second step: the one that it had, or now where that has passed (LVS-0.3)."""
    if escalatie.tweede_stap_uiterlijk:
        return max(escalatie.tweede_stap_uiterlijk, op)
    return op + escalatie.tweede_stap.binnen if escalatie.tweede_stap else None


def te_herinneren(escalatie: Escalatie) -> tuple[str, ...]:
    """Those who must step in, and the ones who should have done it as long as they have not answered at all."""
    tweede = escalatie.tweede_stap
    if tweede is None:
        return ()
    zwijgend = (rol for rol in tweede.door if (Stap.ONTVANGEN, rol) not in escalatie.bevestigd)
    return tuple(dict.fromkeys((*tweede.anders, *zwijgend)))


def _opgeschaald(escalatie: Escalatie, trede: int, *, te_laat: bool, op: datetime) -> EscalatieOpgeschaald:
    hoger = escalatie.treden[trede]
    return EscalatieOpgeschaald(
        **_van(escalatie),
        trede=trede,
        reden="niemand heeft op tijd bevestigd",
        te_laat=te_laat,
        rollen=hoger.rollen,
        klim_op=escalatie.straks(op, hoger.wacht),
    )


def _herhaald(escalatie: Escalatie, stap: Stap, ronde: int, *, te_laat: bool, op: datetime) -> AlarmHerhaald:
    eerste, trede = stap is Stap.ONTVANGEN, escalatie.treden[escalatie.trede]
    laatste = escalatie.trede + 1 == len(escalatie.treden) or not eerste
    return AlarmHerhaald(
        **_van(escalatie),
        stap=stap,
        trede=escalatie.trede,
        ronde=ronde,
        rollen=trede.rollen if eerste else te_herinneren(escalatie),
        volgende_op=escalatie.straks(op, escalatie.herhaal if laatste else trede.wacht),
        te_laat=te_laat,
    )


def _bevestigd(
    escalatie: Escalatie, door: str, stap: Stap, weg: Weg, op: datetime, uiterlijk: datetime | None = None
) -> EscalatieBevestigd:
    return EscalatieBevestigd(
        **_van(escalatie),
        door=door,
        stap=stap,
        trede=escalatie.trede,
        weg=weg,
        tweede_stap_uiterlijk=uiterlijk,
        verloopt_op=op + escalatie.verloopt_na if escalatie.verloopt_na else None,
    )


class _Kop(TypedDict):
    gemeente: str
    locatie: str
    escalatie_id: UUID


def _van(escalatie: Escalatie) -> _Kop:
    return {"gemeente": escalatie.gemeente, "locatie": escalatie.locatie, "escalatie_id": escalatie.id}
