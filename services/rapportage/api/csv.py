"""A weekbeeld as CSV (RFC 4180, UTF-8): one row per number, so that any sheet can filter it."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from services.rapportage.beeld import Paar, Telling
from services.rapportage.weekbeeld import Weekbeeld

KOPPEN = ("onderdeel", "code", "naam", "dezeWeek", "vorigeWeek")
Rij = tuple[str, str, str, int | str, int | str]


def als_csv(beeld: Weekbeeld) -> str:
    """Write the counts of a picture; the first rows say which weeks and what was known."""
    uit = StringIO()
    schrijver = csv.writer(uit)
    schrijver.writerow(KOPPEN)
    schrijver.writerows(_rijen(beeld))
    return uit.getvalue()


def _rijen(beeld: Weekbeeld) -> Iterator[Rij]:
    yield "week", beeld.locatie, beeld.locatie_naam, beeld.deze_week.code, beeld.vorige_week.code
    yield "peildatum", "", "", beeld.peildatum.isoformat(), beeld.peildatum.isoformat()
    yield "profielversie", beeld.gemeente, "", beeld.profielversie, beeld.profielversie
    yield from _meldingen(beeld)
    yield from _incidenten(beeld)
    for dag in beeld.per_dag:
        yield _rij("meldingen per dag", dag.datum.isoformat(), dag.naam, dag.meldingen)
        yield _rij("incidenten per dag", dag.datum.isoformat(), dag.naam, dag.incidenten)


def _meldingen(beeld: Weekbeeld) -> Iterator[Rij]:
    deel = beeld.meldingen
    yield _rij("meldingen", "totaal", "Meldingen", deel.totaal)
    yield _rij("meldingen", "waarvan-historisch", "Waarvan historisch", deel.waarvan_historisch)
    yield from _tabel("meldingen per aard", deel.per_aard)
    yield from _tabel("meldingen per plaats", deel.per_plaats)
    yield from _tabel("meldingen per kanaal", deel.per_kanaal)
    yield from _tabel("meldingen per gerichtTegen", deel.per_gericht_tegen)
    yield from _tabel("meldingen per thema", deel.per_thema)


def _incidenten(beeld: Weekbeeld) -> Iterator[Rij]:
    deel = beeld.incidenten
    yield _rij("incidenten", "totaal", "Incidenten", deel.totaal)
    yield _rij("incidenten", "waarvan-historisch", "Waarvan historisch", deel.waarvan_historisch)
    yield _rij("incidenten", "met-gevolgen", "Met gevolgen voor de openbare orde", deel.met_gevolgen_openbare_orde)
    yield from _tabel("incidenten per ernst", deel.per_ernst)
    yield from _tabel("incidenten per aard", deel.per_aard)
    yield from _tabel("incidenten per plaats", deel.per_plaats)
    yield from _tabel("incidenten per gerichtTegen", deel.per_gericht_tegen)
    yield from _tabel("incidenten per thema", deel.per_thema)


def _tabel(onderdeel: str, tellingen: Sequence[Telling]) -> Iterator[Rij]:
    return (_rij(onderdeel, telling.code, telling.naam, telling) for telling in tellingen)


def _rij(onderdeel: str, code: str, naam: str, paar: Paar) -> Rij:
    return onderdeel, code, naam, paar.deze_week, paar.vorige_week
