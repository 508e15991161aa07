"""A report computed again from what `meldketen exporteer` writes, by other means, gives the same figures."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from services.rapportage.application import Rapportagedienst, Verloopdienst, op
from services.rapportage.plek import Kijker
from services.rapportage.store.vormen import gebeurd
from shared.bus import Source, to_cloudevent
from shared.contracts import Fact
from shared.facts import Context
from shared.ledger import Ledger, Transaction
from shared.profiel import Profielen
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.feiten import DINSDAG, LOCATIE, Keten, neem
from tests.rapportage.kwartaal import BEGIN, DAG, PARTNERS, kwartaal
from tests.shared.busproef import OIN, als_event

Regels = list[dict[str, Any]]
NU = DINSDAG + 30 * DAG
AANKOMST = datetime(2026, 9, 29, 8, 0, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def exporteer(make_ledger: MakeLedger, rapportage: Ledger, keten: Keten) -> Regels:
    """Commit the quarter in real ledgers, hand it to rapportage, and return the lines that are exported."""
    uit: Regels = []
    for bron in (keten.intake, keten.overleg):
        feiten = [(event.stream, gebeurd(event).fact, event.tijd) for event in bron.events]
        ledger = make_ledger(bron.naam, sorted({type(fact) for _, fact, _ in feiten}, key=lambda soort: soort.__name__))
        for stream, fact, tijd in feiten:
            assert isinstance(fact, Fact)
            ledger.run_sync(partial(_leg_vast, stream=stream, fact=fact), Context(tijd, "c"))
        vastgelegd = ledger.read(0, 10_000)
        neem(rapportage, *(als_event(ledger, recorded) for recorded in vastgelegd))
        source = Source(bron.naam, OIN, ledger.chain_id)
        uit += [json.loads(json.dumps(to_cloudevent(source, recorded))) for recorded in vastgelegd]
    return sorted(uit, key=lambda regel: regel["time"])


def _leg_vast(tx: Transaction, stream: UUID, fact: Fact) -> None:
    tx.facts(stream)  # what is not read is taken for new
    tx.append(stream, fact)


def _van(regels: Regels, naam: str, **waar: str) -> Regels:
    soort = [regel for regel in regels if regel["type"].split(".")[3] == naam]
    return [regel for regel in soort if all(regel["data"].get(veld) == waarde for veld, waarde in waar.items())]


def _tijd(regel: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(regel["time"])


def _binnen(tijden: list[float], deel: float) -> int:
    """The shortest time within which that part was done: by trying them all."""
    return int(next(tijd for tijd in sorted(tijden) if sum(een <= tijd for een in tijden) >= deel * len(tijden)))


async def test_doorlooptijden_nagerekend_uit_de_export(
    ledger: Ledger, make_ledger: MakeLedger, profielen: Profielen, oov: Kijker
) -> None:
    """Forwarded and discussed from received, agreements kept from made, overall and per partner."""
    regels = exporteer(make_ledger, ledger, kwartaal())
    plek = Rapportagedienst(ledger, profielen).plek(LOCATIE)
    dagen = {"van": BEGIN.date().isoformat(), "tot": DINSDAG.date().isoformat()}
    uit = await Verloopdienst(ledger).doorlooptijden(plek, oov, NU, **dagen)
    stappen = {stap.code: stap for stap in uit.meldingen.stappen}
    verwacht = _nagerekend(regels)
    assert uit.meldingen.gevallen == len(_van(regels, "melding-ontvangen")) > 60
    for code in ("doorgezet", "besproken", "nagekomen"):
        tijden = verwacht[code]
        stap = stappen[code]
        assert stap.aantal == len(tijden) > 20
        assert (stap.mediaan_seconden, stap.p90_seconden) == (_binnen(tijden, 0.5), _binnen(tijden, 0.9))
    for partner in stappen["doorgezet"].per_partner:
        tijden = verwacht[f"doorgezet {partner.partner}"]
        assert (partner.aantal, partner.mediaan_seconden) == (len(tijden), _binnen(tijden, 0.5))


async def test_de_evaluatie_nagerekend_uit_de_export(
    ledger: Ledger, make_ledger: MakeLedger, profielen: Profielen, oov: Kijker
) -> None:
    """Meldingen per week, by aard, and what came of the agreements."""
    regels = exporteer(make_ledger, ledger, kwartaal(aantal=150, begin=AANKOMST))
    alles = op(ledger, profielen)
    uit = await alles.evaluatie.evaluatie(alles.dienst.plek(LOCATIE), oov, AANKOMST + 120 * DAG)
    dagen = [_dag(regel) for regel in _van(regels, "melding-ontvangen")]
    per_week = Counter((dag - AANKOMST.date()).days // 7 for dag in dagen)
    assert [week.meldingen for week in uit.weken] == [per_week[n] for n in range(13)]
    per_aard = Counter(
        regel["data"]["aard"] for regel in _van(regels, "melding-ontvangen") if uit.van <= _dag(regel) <= uit.tot
    )
    assert {een.code: een.aantal for een in uit.meldingen.per_aard if een.aantal} == dict(per_aard)
    klaar = {r["data"]["afspraakId"]: _tijd(r) for r in _van(regels, "afspraak-nagekomen")}
    beloofd = [
        (datetime.fromisoformat(r["data"]["uiterlijk"]), klaar.get(r["data"]["afspraakId"]))
        for r in _van(regels, "afspraak-gemaakt")
        if _tijd(r).date() <= uit.tot
    ]
    assert uit.afspraken is not None
    assert uit.afspraken.gemaakt == len(beloofd) > 40
    assert uit.afspraken.op_tijd_nagekomen == sum(op_ is not None and op_ <= uiterlijk for uiterlijk, op_ in beloofd)
    assert uit.afspraken.te_laat_nagekomen == sum(op_ is not None and op_ > uiterlijk for uiterlijk, op_ in beloofd)
    assert uit.afspraken.over_datum == sum(op_ is None for _, op_ in beloofd)


def _dag(regel: dict[str, Any]) -> date:
    return datetime.fromisoformat(regel["data"]["voorgevallenOp"]).astimezone(AMSTERDAM).date()


def _nagerekend(regels: Regels) -> dict[str, list[float]]:
    ontvangen = {regel["data"]["meldingId"]: _tijd(regel) for regel in _van(regels, "melding-ontvangen")}
    gemaakt = {regel["data"]["afspraakId"]: regel for regel in _van(regels, "afspraak-gemaakt")}
    over = {zaak: _tijd(regel) for zaak, regel in gemaakt.items() if regel["data"]["meldingen"][0] in ontvangen}
    bezorgd = _van(regels, "melding-doorgezet", uitkomst="bezorgd")
    besproken = _van(regels, "agendapunt-besproken")
    uit = {
        "doorgezet": _eerste(ontvangen, ((regel["data"]["meldingId"], regel) for regel in bezorgd)),
        "besproken": _eerste(ontvangen, ((regel["data"]["meldingen"][0], regel) for regel in besproken)),
        "nagekomen": _eerste(over, ((r["data"]["afspraakId"], r) for r in _van(regels, "afspraak-nagekomen"))),
    }
    for partner in PARTNERS:
        naar = ((r["data"]["meldingId"], r) for r in bezorgd if r["data"]["aan"] == partner)
        uit[f"doorgezet {partner}"] = _eerste(ontvangen, naar)
    return uit


def _eerste(sinds: dict[str, datetime], regels: Iterable[tuple[str, dict[str, Any]]]) -> list[float]:
    eerste: dict[str, datetime] = {}
    for sleutel, regel in regels:
        if sleutel in sinds:
            eerste.setdefault(sleutel, _tijd(regel))
    return [(op - sinds[sleutel]).total_seconds() for sleutel, op in eerste.items()]
