"""What the views make of a fact."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from services.escalatie.alarm import alarmen_van
from services.escalatie.situatie import GEZEGD
from services.escalatie.staat import Status
from shared.contracts import Fact
from shared.contracts.escalatie import (
    AlarmHerhaald,
    AlarmNietVerzonden,
    AlarmVerzonden,
    BurgemeesterIngelicht,
    DrempelHerzien,
    DrempelOverschreden,
    EscalatieBevestigd,
    EscalatieGeopend,
    EscalatieGesloten,
    EscalatieGesplitst,
    EscalatieGevoed,
    EscalatieOpgeschaald,
    PolitieIngelicht,
    Stap,
    StapGemist,
)
from shared.contracts.escalatie.piket import AlarmAangekomen, BevestigingIngetrokken, BevestigingVerlopen
from shared.facts import Recorded
from shared.ledger import Row, iso
from shared.profiel.schema import Rol


def escalatie_rijen(recorded: Recorded) -> Iterator[Row]:
    """Rows of `escalaties`, `bevestigingen` and `voeding`."""
    fact, op = recorded.fact, iso(recorded.tijd)
    match fact:
        case DrempelOverschreden():
            yield _invoegen("escalaties", _nieuw(fact, op))
        case EscalatieGevoed():
            yield from _gevoed(fact, op)
        case EscalatieGesplitst():
            yield from _gesplitst(fact)
        case DrempelHerzien():
            gezegd = {naam: waarde.value for naam in GEZEGD if (waarde := getattr(fact, naam)) is not None}
            yield _bijwerken({"vervallen": int(not fact.nog_overschreden), **gezegd}, fact)
        case EscalatieBevestigd():
            yield from _bevestigd(fact, op)
        case BevestigingVerlopen() | BevestigingIngetrokken():
            yield from _vervallen(fact)
        case _:
            if velden := _velden(fact, op):
                yield _bijwerken(velden, fact)


def alarm_rijen(recorded: Recorded) -> Iterator[Row]:
    """Rows of `alarmen`: what was asked for, and how far it is."""
    fact, op = recorded.fact, iso(recorded.tijd)
    for alarm in alarmen_van(fact):
        yield _invoegen(
            "alarmen",
            {
                "alarm_id": str(alarm.id),
                "escalatie_id": str(alarm.escalatie_id),
                "rol": alarm.rol,
                "stap": alarm.stap.value,
                "trede": alarm.trede,
                "ronde": alarm.ronde,
                "gevraagd_op": op,
                "status": "wacht",
                "poging": 0,
            },
        )
    if isinstance(fact, AlarmVerzonden):
        yield _bezorging(fact.alarm_id, "verzonden", fact.poging, fact.kanaal, None, op)
        wie = (fact.dienst, fact.terugval, str(fact.alarm_id))
        yield "UPDATE alarmen SET dienst = ?, terugval = ? WHERE alarm_id = ?", wie
    elif isinstance(fact, AlarmAangekomen):
        yield "UPDATE alarmen SET aangekomen_op = ? WHERE alarm_id = ?", (op, str(fact.alarm_id))
    elif isinstance(fact, AlarmNietVerzonden) and fact.alarm_id:
        status = "opnieuw" if fact.opnieuw_op else "niet-verzonden"
        yield _bezorging(fact.alarm_id, status, fact.poging, fact.kanaal, fact.reden, op)


def _nieuw(fact: DrempelOverschreden, op: str) -> dict[str, object]:
    return {
        "escalatie_id": str(fact.escalatie_id),
        "gemeente": fact.gemeente,
        "locatie": fact.locatie,
        "drempel": fact.drempel,
        "regel": fact.regel,
        "omschrijving": fact.omschrijving,
        "status": Status.OPEN.value,
        "geopend_op": op,
        "voorgevallen_op": iso(fact.voorgevallen_op) if fact.voorgevallen_op else None,
        "dagdeel": fact.dagdeel.value if fact.dagdeel else None,
        "telling": fact.telling,
        **{naam: getattr(fact, naam).value for naam in GEZEGD},
        **dict.fromkeys(("erbij", "trede", "treden", "tweede_stap", "tweede_stap_gemist"), 0),
        "ronde": 1,
        "rollen": "",
    }


def _velden(fact: Fact, op: str) -> Mapping[str, object]:
    """Which columns of its escalation a fact changes."""
    match fact:
        case EscalatieGeopend():
            return _geopend(fact)
        case EscalatieOpgeschaald():
            klim_op = iso(fact.klim_op) if fact.klim_op else None
            return {"trede": fact.trede, "ronde": 1, "rollen": " ".join(fact.rollen), "klim_op": klim_op}
        case AlarmHerhaald(stap=Stap.ONTVANGEN):
            return {"ronde": fact.ronde, "klim_op": iso(fact.volgende_op)}
        case StapGemist():
            return {"tweede_stap_gemist": 1}
        case PolitieIngelicht():
            return {"politie_op": iso(fact.op)}
        case BurgemeesterIngelicht():
            return {"burgemeester_op": iso(fact.op)}
        case EscalatieGesloten():
            gesloten = {"status": Status.GESLOTEN.value, "gesloten_op": op, "klim_op": None, "verloopt_op": None}
            return {**gesloten, "gesloten_door": fact.door, "uitkomst": fact.uitkomst}
        case _:
            return {}


def _geopend(fact: EscalatieGeopend) -> Mapping[str, object]:
    return {
        "treden": len(fact.treden),
        "rollen": " ".join(fact.treden[0].rollen) if fact.treden else "",
        "klim_op": iso(fact.klim_op) if fact.klim_op else None,
        "tweede_stap": int(fact.tweede_stap is not None),
        "belang": fact.belang,
    }


def _bevestigd(fact: EscalatieBevestigd, op: str) -> Iterator[Row]:
    bevestiging = {"stap": fact.stap.value, "rol": fact.door, "weg": fact.weg, "op": op}
    yield _invoegen("bevestigingen", {"escalatie_id": str(fact.escalatie_id), **bevestiging})
    yield (
        "UPDATE escalaties SET status = ?, bevestigd_door = ?, bevestigd_op = ?, klim_op = NULL "
        "WHERE escalatie_id = ? AND status = ?",
        (Status.BEVESTIGD.value, fact.door, op, str(fact.escalatie_id), Status.OPEN.value),
    )
    if fact.tweede_stap_uiterlijk:
        yield _bijwerken({"tweede_stap_uiterlijk": iso(fact.tweede_stap_uiterlijk)}, fact)
    if fact.verloopt_op:
        yield _bijwerken({"verloopt_op": iso(fact.verloopt_op)}, fact)


def _vervallen(fact: BevestigingVerlopen | BevestigingIngetrokken) -> Iterator[Row]:
    """What does not count any more: of everyone, or of the one who took it back."""
    zaak, heropend = str(fact.escalatie_id), isinstance(fact, BevestigingVerlopen) or fact.heropend
    if isinstance(fact, BevestigingIngetrokken):
        sql = "DELETE FROM bevestigingen WHERE escalatie_id = ? AND stap = ? AND rol = ?"
        yield sql, (zaak, fact.stap.value, fact.door)
        yield from _niet_meer_ingelicht(fact)
    else:
        yield "DELETE FROM bevestigingen WHERE escalatie_id = ? AND stap = ?", (zaak, Stap.ONTVANGEN.value)
    if heropend and fact.klim_op:
        weer = {"status": Status.OPEN.value, "ronde": fact.ronde, "klim_op": iso(fact.klim_op)}
        yield _bijwerken({**weer, "bevestigd_door": None, "bevestigd_op": None, "verloopt_op": None}, fact)


def _niet_meer_ingelicht(fact: BevestigingIngetrokken) -> Iterator[Row]:
    if fact.stap is Stap.ONTVANGEN:
        if fact.door == Rol.POLITIE:
            yield _bijwerken({"politie_op": None}, fact)
    else:
        sql = (
            "UPDATE escalaties SET burgemeester_op = NULL WHERE escalatie_id = ? AND NOT EXISTS "
            "(SELECT 1 FROM bevestigingen WHERE escalatie_id = ? AND stap = ? AND rol <> ?)"
        )
        yield sql, (str(fact.escalatie_id), str(fact.escalatie_id), fact.stap.value, fact.door)
    if fact.tweede_stap_uiterlijk:
        yield _bijwerken({"tweede_stap_uiterlijk": iso(fact.tweede_stap_uiterlijk)}, fact)


def _gevoed(fact: EscalatieGevoed, op: str) -> Iterator[Row]:
    for nummer, feit in enumerate(fact.feiten):
        melding = str(fact.meldingen[nummer]) if nummer < len(fact.meldingen) else None
        rij = {"escalatie_id": str(fact.escalatie_id), "feit": feit, "melding_id": melding, "op": op}
        yield _invoegen("voeding", rij)
    sql = "UPDATE escalaties SET erbij = erbij + ? WHERE escalatie_id = ?"
    yield sql, (len(fact.feiten), str(fact.escalatie_id))


def _gesplitst(fact: EscalatieGesplitst) -> Iterator[Row]:
    """What had joined goes along to the new escalation; it is not told there a second time."""
    for feit in fact.feiten:
        yield "DELETE FROM voeding WHERE escalatie_id = ? AND feit = ?", (str(fact.escalatie_id), feit)
    sql = "UPDATE escalaties SET erbij = (SELECT COUNT(*) FROM voeding WHERE escalatie_id = ?) WHERE escalatie_id = ?"
    yield sql, (str(fact.escalatie_id), str(fact.escalatie_id))


def _bezorging(alarm_id: UUID, status: str, poging: int, kanaal: str | None, reden: str | None, op: str) -> Row:
    sql = "UPDATE alarmen SET status = ?, poging = ?, kanaal = ?, reden = ?, op = ? WHERE alarm_id = ?"
    return sql, (status, poging, kanaal, reden, op, str(alarm_id))


def _invoegen(tabel: str, rij: Mapping[str, object]) -> Row:
    kolommen, plaatsen = ", ".join(rij), ", ".join("?" * len(rij))
    return f"INSERT INTO {tabel} ({kolommen}) VALUES ({plaatsen})", tuple(rij.values())  # noqa: S608 - our own names


def _bijwerken(velden: Mapping[str, object], fact: Any) -> Row:
    gelijk = ", ".join(f"{kolom} = ?" for kolom in velden)
    sql = f"UPDATE escalaties SET {gelijk} WHERE escalatie_id = ?"  # noqa: S608 - our own names
    return sql, (*velden.values(), str(fact.escalatie_id))
