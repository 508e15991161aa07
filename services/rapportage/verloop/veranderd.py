"""What changed in the picture of a week between two moments at which it was known. Pure."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Literal, TypeVar

from services.rapportage.beeld import (
    Antwoord,
    Incidentenbeeld,
    LopendeMaatregel,
    Meldingenbeeld,
    OpenEscalatie,
    Overlegvak,
    Paar,
    Telling,
    Vorm,
    Weekvak,
)
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from services.rapportage.woorden import GETROFFEN

T = TypeVar("T")


class Verschil(Vorm):
    """A number of that week that was known as another one before."""

    onderdeel: str
    code: str
    naam: str
    eerder: int
    nu: int


class Zaakverschil(Vorm):
    """An escalation or measure that is otherwise than it was."""

    id: str
    naam: str
    regel: str
    wat: Literal["geopend", "gesloten", "bevestigd", "begonnen", "afgelopen", "ander-einde"]


class Veranderingen(Antwoord):
    """The differences between two pictures of one week; empty lists: nothing changed."""

    week: Weekvak
    eerder: datetime
    tellingen: tuple[Verschil, ...]
    escalaties: tuple[Zaakverschil, ...] | None
    """None: not for this role."""
    maatregelen: tuple[Zaakverschil, ...] | None
    """None: not for this role."""
    volgend_overleg_eerder: Overlegvak | None
    volgend_overleg_nu: Overlegvak | None


def vergelijk(eerder: Weekbeeld, nu: Weekbeeld) -> Veranderingen:
    """Compare two pictures of the same week."""
    return Veranderingen(
        **{veld: getattr(nu, veld) for veld in Antwoord.model_fields},
        week=nu.deze_week,
        eerder=eerder.peildatum,
        tellingen=tuple(_tellingen(eerder, nu)),
        escalaties=_zaken(eerder.escalaties, nu.escalaties, _escalatie_id, _escalatie),
        maatregelen=_zaken(eerder.maatregelen, nu.maatregelen, _maatregel_id, _maatregel),
        volgend_overleg_eerder=eerder.volgend_overleg,
        volgend_overleg_nu=nu.volgend_overleg,
    )


Rij = tuple[str, str, str]
"""Part, code and words of a number."""


def _tellingen(eerder: Weekbeeld, nu: Weekbeeld) -> Iterator[Verschil]:
    oud, nieuw = dict(_rijen(eerder)), dict(_rijen(nu))
    for rij in dict.fromkeys((*oud, *nieuw)):
        voor, na = oud.get(rij, 0), nieuw.get(rij, 0)
        if voor != na:
            onderdeel, code, naam = rij
            yield Verschil(onderdeel=onderdeel, code=code, naam=naam, eerder=voor, nu=na)


def _rijen(beeld: Weekbeeld) -> Iterator[tuple[Rij, int]]:
    m, i = beeld.meldingen, beeld.incidenten
    yield _rij("Meldingen", "totaal", "Totaal", m.totaal)
    yield _rij("Meldingen", "waarvan-historisch", "Waarvan achteraf ingevoerd", m.waarvan_historisch)
    yield from _soorten("Meldingen", m)
    yield from _per("Meldingen naar kanaal", m.per_kanaal)
    yield _rij("Incidenten", "totaal", "Totaal", i.totaal)
    yield _rij("Incidenten", "waarvan-historisch", "Waarvan achteraf ingevoerd", i.waarvan_historisch)
    yield _rij("Incidenten", "met-gevolgen", "Met gevolgen voor de openbare orde", i.met_gevolgen_openbare_orde)
    yield from _soorten("Incidenten", i)
    yield from _per("Incidenten naar ernst", i.per_ernst)
    for dag in beeld.per_dag:
        yield _rij("Meldingen per dag", dag.datum.isoformat(), dag.naam, dag.meldingen)
        yield _rij("Incidenten per dag", dag.datum.isoformat(), dag.naam, dag.incidenten)


def _soorten(wat: str, beeld: Meldingenbeeld | Incidentenbeeld) -> Iterator[tuple[Rij, int]]:
    yield from _per(f"{wat} naar aard", beeld.per_aard)
    yield from _per(f"{wat} naar plaats", beeld.per_plaats)
    yield from _per(f"{wat} naar gebied", beeld.per_gebied)
    yield from _per(f"{wat} naar thema", beeld.per_thema)
    yield from _per(f"{wat} naar {GETROFFEN}", beeld.per_gericht_tegen)


def _per(onderdeel: str, tellingen: Iterable[Telling]) -> Iterator[tuple[Rij, int]]:
    return (_rij(onderdeel, telling.code, telling.naam, telling) for telling in tellingen)


def _rij(onderdeel: str, code: str, naam: str, paar: Paar) -> tuple[Rij, int]:
    return (onderdeel, code, naam), paar.deze_week


def _zaken(
    eerder: Sequence[T] | None,
    nu: Sequence[T] | None,
    sleutel: Callable[[T], Hashable],
    zeg: Callable[[T | None, T | None], Zaakverschil | None],
) -> tuple[Zaakverschil, ...] | None:
    if eerder is None or nu is None:
        return None
    oud, nieuw = {sleutel(zaak): zaak for zaak in eerder}, {sleutel(zaak): zaak for zaak in nu}
    gezegd = (zeg(oud.get(id_), nieuw.get(id_)) for id_ in dict.fromkeys((*oud, *nieuw)))
    return tuple(verschil for verschil in gezegd if verschil)


def _escalatie_id(zaak: OpenEscalatie) -> Hashable:
    return zaak.escalatie_id


def _maatregel_id(zaak: LopendeMaatregel) -> Hashable:
    return zaak.maatregel_id


def _escalatie(oud: OpenEscalatie | None, nieuw: OpenEscalatie | None) -> Zaakverschil | None:
    zaak = nieuw or oud
    if zaak is None or (oud and nieuw and oud.bevestigd == nieuw.bevestigd):
        return None
    wat: Literal["geopend", "gesloten", "bevestigd"] = (
        "bevestigd" if oud and nieuw else "geopend" if nieuw else "gesloten"
    )
    return Zaakverschil(id=str(zaak.escalatie_id), naam=zaak.naam, regel=zaak.regel, wat=wat)


def _maatregel(oud: LopendeMaatregel | None, nieuw: LopendeMaatregel | None) -> Zaakverschil | None:
    zaak = nieuw or oud
    if zaak is None or (oud and nieuw and oud.eindigt == nieuw.eindigt):
        return None
    wat: Literal["ander-einde", "begonnen", "afgelopen"]
    wat = "ander-einde" if oud and nieuw else "begonnen" if nieuw else "afgelopen"
    return Zaakverschil(id=str(zaak.maatregel_id), naam=zaak.naam, regel=zaak.regel, wat=wat)
