"""What the tests of overleg speak about: the profile of Zoetermeer with arrival on 2 February 2026."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from services.overleg.reeks import Cyclus, cyclus
from shared.contracts.escalatie import EscalatieGeopend
from shared.contracts.intake import Aard, GerichtTegen, IncidentGemeld, MeldingOntvangen, Registratie
from shared.profiel import Profiel, Profielen, Reeks, laad

GEMEENTE = "gm0637"
PLEK = "rokkeveenseweg"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
AANKOMST = date(2026, 2, 2)
UUR = timedelta(hours=1)
DAG = timedelta(days=1)
WEEK = timedelta(weeks=1)


def lokaal(jaar: int, maand: int, dag: int, uur: int = 10, minuut: int = 0) -> datetime:
    """A moment on the clocks of Zoetermeer, in UTC."""
    return datetime(jaar, maand, dag, uur, minuut, tzinfo=AMSTERDAM).astimezone(UTC)


IN_FEBRUARI = lokaal(2026, 2, 4, 12)
"""Two days after the first residents arrived: the Wednesday after the first LVOS."""
VOOR_AANKOMST = lokaal(2026, 1, 5, 12)


@lru_cache
def meegeleverd(naam: str) -> Profiel:
    """A profile as it is shipped; read once."""
    return laad(naam)


@lru_cache
def profiel(aankomst: date | None = AANKOMST) -> Profiel:
    """Zoetermeer with another arrival date."""
    vast = meegeleverd("zoetermeer")
    eerste = {PLEK: aankomst}
    plekken = [plek.model_copy(update={"eerste_bewoners_op": eerste.get(plek.code)}) for plek in vast.locaties]
    return vast.model_copy(update={"locaties": tuple(plekken)})


def profielen(aankomst: date | None = AANKOMST) -> Profielen:
    """The same, as a service gets it."""
    return Profielen([profiel(aankomst)])


def reeks(code: str, aankomst: date | None = AANKOMST) -> Cyclus:
    """One series at the reception location."""
    van = profiel(aankomst)
    gevonden, plek = van.reeks(code), van.locatie(PLEK)
    assert gevonden is not None
    assert plek is not None
    return cyclus(van, gevonden, plek)


def met_reeks(van: Profiel, code: str, **anders: object) -> Profiel:
    """The profile with one series changed."""
    reeksen: list[Reeks] = [each.model_copy(update=anders) if each.code == code else each for each in van.reeksen]
    return van.model_copy(update={"reeksen": tuple(reeksen)})


def melding(op: datetime, *, locatie: str = PLEK, id: UUID | None = None, historisch: bool = False) -> MeldingOntvangen:  # noqa: A002
    """A melding of nuisance outside the location."""
    return MeldingOntvangen(
        gemeente=GEMEENTE,
        locatie=locatie,
        melding_id=id or uuid4(),
        aard=Aard.OVERLAST,
        plaats="buiten-noodopvang",
        voorgevallen_op=op,
        kanaal="telefoon",
        gericht_tegen=GerichtTegen.OMWONENDEN,
        thema="geluid",
        registratie=Registratie.HISTORISCH if historisch else Registratie.DIRECT,
    )


def incident(op: datetime, *, id: UUID | None = None) -> IncidentGemeld:  # noqa: A002
    """An incident in the location with consequences for public order."""
    return IncidentGemeld(
        gemeente=GEMEENTE,
        locatie=PLEK,
        melding_id=id or uuid4(),
        aard=Aard.CRIMINEEL,
        plaats="in-noodopvang",
        voorgevallen_op=op,
        kanaal="coa",
        thema="geweld",
        gevolgen_openbare_orde=True,
        ernst=3,
    )


def escalatie(reeks: str | None = "driehoek") -> EscalatieGeopend:
    """The threshold for the driehoek was crossed."""
    return EscalatieGeopend(
        gemeente=GEMEENTE,
        locatie=PLEK,
        escalatie_id=uuid4(),
        drempel="driehoek-aantal",
        regel="LVS-1.6",
        ladder="driehoek",
        meldingen=(uuid4(), uuid4()),
        stelt_overleg_voor=reeks,
    )
