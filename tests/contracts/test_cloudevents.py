"""What goes over the bus is a CloudEvent to others: the SDK of the standard itself reads each event that we publish."""

import json
import re
from datetime import UTC, datetime
from uuid import UUID

import pytest
from cloudevents.core.bindings.http import HTTPMessage, from_binary_event, from_structured_event

from shared.bus import Source, to_headers
from shared.bus.dispatch import producer_of
from shared.bus.event import to_cloudevent, type_of
from shared.contracts import Fact
from shared.facts import Recorded
from tests.contracts.maak_golden import voorbeeld
from tests.contracts.vormen import VORMEN

OP = datetime(2026, 11, 22, 0, 3, 7, 576175, tzinfo=UTC)
KERN = {"specversion", "id", "source", "type", "time", "datacontenttype", "dataschema", "subject"}


def _vastgelegd(vorm: type[Fact]) -> tuple[Source, Recorded]:
    fact = vorm.model_validate(voorbeeld(vorm))
    bron = Source(producer_of(vorm) or "intake", "00000001002306608000", "c" * 32)
    stroom = UUID("11111111-1111-4111-8111-111111111111")
    data = fact.model_dump_json().encode()
    return bron, Recorded(7, stroom, 1, vorm.__name__, fact, "01a2", OP, "0af765", "met ruimte é", b"\x01" * 32, data)


@pytest.mark.parametrize("vorm", VORMEN.values(), ids=VORMEN)
def test_de_sdk_leest_elk_bericht_in_beide_vormen(vorm: type[Fact]) -> None:
    """Binary, as on the stream, and structured, as `meldketen exporteer` writes it: the same event."""
    bron, feit = _vastgelegd(vorm)
    headers = {naam: waarde for naam, waarde in to_headers(bron, feit).items() if naam.startswith("ce-")}
    assert all(re.fullmatch("[!-~]*", waarde) for waarde in headers.values())  # else a server may cut or refuse it
    headers["content-type"] = headers.pop("ce-datacontenttype")
    binair = from_binary_event(HTTPMessage(headers, feit.data))
    los = json.dumps(to_cloudevent(bron, feit)).encode()
    heel = from_structured_event(HTTPMessage({"content-type": "application/cloudevents+json"}, los))
    for event in (binair, heel):
        assert event.get_type() == type_of(bron.dienst, vorm.__name__)
        assert event.get_source() == bron.urn
        assert event.get_time() == OP
        assert event.get_data() == json.loads(feit.data)
        assert event.get_extension("oorzaak") == feit.oorzaak
    assert binair.get_attributes() == heel.get_attributes()


def test_de_namen_van_kenmerken_zijn_die_van_het_profiel() -> None:
    """Letters and digits, at most twenty, and a source by OIN: NL GOV profile 1.1."""
    bron, feit = _vastgelegd(next(iter(VORMEN.values())))
    namen = to_cloudevent(bron, feit).keys() - {"data"}
    assert re.fullmatch(r"urn:nld:oin:\d{20}:systeem:[a-z]+(-[a-z]+)*", bron.urn)
    assert namen >= KERN
    assert all(naam.isascii() and naam.isalnum() and naam.islower() and len(naam) <= 20 for naam in namen)
