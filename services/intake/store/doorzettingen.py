"""Where meldingen were handed over, and the timer of each attempt that is still to come."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from shared.contracts.intake import DoorzettingGemist, MeldingDoorgezet
from shared.facts import Recorded
from shared.ledger import Row, View, iso, timer_cancel, timer_set

BEZORG = "doorzetten-bezorg"
KLOK = "doorzetten-klok"
_KOLOMMEN = (
    *("melding_id", "aan", "gemeente", "locatie", "rol", "uitkomst", "automatisch", "regel", "weg"),
    *("uiterlijk", "poging", "opnieuw_op", "reden", "op"),
)
_UPSERT = (
    f"INSERT INTO doorzettingen ({', '.join(_KOLOMMEN)}, gemist) VALUES ({', '.join('?' * len(_KOLOMMEN))}, 0)"  # noqa: S608
    f" ON CONFLICT (melding_id, aan) DO UPDATE SET {', '.join(f'{k} = excluded.{k}' for k in _KOLOMMEN[2:])}"
)


def _doorzettingen(recorded: Recorded) -> Iterable[Row]:
    feit = recorded.fact
    if isinstance(feit, MeldingDoorgezet):
        yield _UPSERT, (*_waar(feit), *_hoe(feit), iso(recorded.tijd))
        yield _poging(feit, recorded)
    elif isinstance(feit, DoorzettingGemist):
        for aan in feit.aan:
            yield "UPDATE doorzettingen SET gemist = 1 WHERE melding_id = ? AND aan = ?", (str(feit.melding_id), aan)


def _waar(feit: MeldingDoorgezet) -> tuple[object, ...]:
    return str(feit.melding_id), feit.aan, feit.gemeente, feit.locatie, feit.rol


def _hoe(feit: MeldingDoorgezet) -> tuple[object, ...]:
    hoe = (feit.uitkomst, int(feit.automatisch), feit.regel, feit.weg, _of_niets(feit.uiterlijk))
    return (*hoe, feit.poging, _of_niets(feit.opnieuw_op), feit.reden)


def _poging(feit: MeldingDoorgezet, recorded: Recorded) -> Row:
    """Set the timer of the next attempt, or take it away when there is none to come."""
    timer = f"{BEZORG}:{feit.melding_id}:{feit.aan}"
    op = recorded.tijd if feit.uitkomst == "aangeboden" else feit.opnieuw_op
    if op is None:
        return timer_cancel(timer)
    over = {"id": str(feit.melding_id), "aan": feit.aan, "poging": feit.poging + 1, "correlatie": recorded.correlatie}
    return timer_set(timer, BEZORG, op, over)


def klok_zetten(melding_id: object, soort: str, op: datetime, gegevens: Mapping[str, str]) -> Row:
    """Set one of the clocks of a melding: `partner`, `kiezen` or `cluster`."""
    return timer_set(_klok(melding_id, soort), KLOK, op, {**gegevens, "id": str(melding_id), "soort": soort}, los=True)


def klok_weg(melding_id: object, soort: str) -> Row:
    """Take a clock away."""
    return timer_cancel(_klok(melding_id, soort))


def _klok(melding_id: object, soort: str) -> str:
    return f"{KLOK}:{melding_id}:{soort}"


def _of_niets(moment: datetime | None) -> str | None:
    return iso(moment) if moment else None


DOORZETTINGEN = View(
    name="doorzettingen",
    names=("doorzettingen",),
    tables=(
        "CREATE TABLE IF NOT EXISTS doorzettingen (melding_id TEXT NOT NULL, aan TEXT NOT NULL, gemeente TEXT NOT NULL,"
        " locatie TEXT NOT NULL, rol TEXT, uitkomst TEXT NOT NULL, automatisch BIGINT NOT NULL, regel TEXT NOT NULL,"
        " weg TEXT NOT NULL, uiterlijk TEXT, poging BIGINT NOT NULL, opnieuw_op TEXT, reden TEXT NOT NULL,"
        " op TEXT NOT NULL, gemist BIGINT NOT NULL, PRIMARY KEY (melding_id, aan))",
        "CREATE INDEX IF NOT EXISTS doorzettingen_uitkomst ON doorzettingen (uitkomst, op)",
    ),
    apply=_doorzettingen,
)
