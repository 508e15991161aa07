"""A report computed again from what `meldketen exporteer` writes, by other means, gives the same figures."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from services.rapportage.application import Rapportagedienst, Verloopdienst
from services.rapportage.plek import Kijker
from services.rapportage.store.vormen import gebeurd
from shared.bus import Source, to_cloudevent
from shared.contracts import Fact
from shared.facts import Context
from shared.ledger import Ledger, Transaction
from shared.profiel import Profielen
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.feiten import DINSDAG, LOCATIE, neem
from tests.rapportage.kwartaal import BEGIN, DAG, PARTNERS, kwartaal
from tests.shared.busproef import OIN, als_event

Regels = list[dict[str, Any]]
NU = DINSDAG + 30 * DAG


def exporteer(make_ledger: MakeLedger, rapportage: Ledger) -> Regels:
    """Commit the quarter in real ledgers, hand it to rapportage, and return the lines that are exported."""
    uit: Regels = []
    keten = kwartaal()
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
    regels = exporteer(make_ledger, ledger)
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
