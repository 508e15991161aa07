"""The calendar in somebody's own program: read back with `icalendar`, moved, cancelled, withdrawn."""

from datetime import UTC, timedelta
from html import unescape
from re import search

import httpx
import pytest
from icalendar import Calendar, Event  # type: ignore[import-untyped]

from shared.contracts.overleg import AgendalinkGemaakt, AgendalinkIngetrokken
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.test_verzetten import DINSDAG, op
from tests.overleg.voorbeelden import AMSTERDAM, DAG, PLEK, melding
from tests.web import bezoeker, csrf_uit

WEG = "/overleg/v1/agenda.ics"


def afspraken(antwoord: httpx.Response) -> dict[str, Event]:
    """The entries of a calendar by their UID, as a client reads them."""
    assert antwoord.status_code == 200
    assert antwoord.headers["content-type"].startswith("text/calendar")
    return {str(each["UID"]): each for each in Calendar.from_ical(antwoord.content).walk("VEVENT")}


async def maak_link(kantoor: Kantoor, rol: Rol = Rol.POLITIE) -> tuple[httpx.AsyncClient, str]:
    """Make a link on the page, as people do."""
    scherm = await kantoor.scherm(rol)
    csrf = csrf_uit((await scherm.get("/overleg/agenda")).text)
    html = unescape((await scherm.post("/overleg/agenda", data={"csrf": csrf, "doe": "maak"})).text)
    gevonden = search(r"(/overleg/v1/agenda\.ics\?sleutel=mka_[\w-]+)", html)
    assert gevonden
    return scherm, gevonden[1]


async def test_een_geheime_link_geeft_de_overleggen_van_de_rol(kantoor: Kantoor) -> None:
    """The police sees the series in which it sits, and no item of any agenda."""
    kantoor.proef.ontvang(melding(kantoor.proef.nu))
    _, link = await maak_link(kantoor)
    antwoord = await bezoeker(kantoor.app).get(link)
    namen = {str(each["SUMMARY"]) for each in afspraken(antwoord).values()}
    assert "Politieoverleg" in namen
    assert "Ambtelijk overleg COA en gemeente" not in namen
    assert "geluid" not in antwoord.text.lower()


async def test_tien_uur_blijft_tien_uur_in_zomer_en_winter(kantoor: Kantoor) -> None:
    """Read back with its own time zone: ten o'clock in Amsterdam before and after 29 March."""
    antwoord = await kantoor.als(Rol.OOV).get(WEG)
    lvos = [each for each in afspraken(antwoord).values() if "Statushouders" in str(each["SUMMARY"])]
    begin = {each["DTSTART"].dt for each in lvos}
    assert {moment.astimezone(AMSTERDAM).hour for moment in begin} == {10}
    assert {moment.astimezone(UTC).hour for moment in begin} == {9, 8}
    assert {each["DTEND"].dt - each["DTSTART"].dt for each in lvos} == {timedelta(minutes=90)}
    assert {str(each[wat].params["TZID"]) for each in lvos for wat in ("DTSTART", "DTEND")} == {"Europe/Amsterdam"}
    zones = Calendar.from_ical(antwoord.content).walk("VTIMEZONE")
    assert [str(each["TZID"]) for each in zones] == ["Europe/Amsterdam"]


async def test_verzetten_en_annuleren_houden_de_naam_en_verhogen_het_nummer(kantoor: Kantoor) -> None:
    """The UID stays, SEQUENCE goes up, so a calendar changes what it has (RFC 5545)."""
    lvos, als = op(kantoor.proef, "lvos", DINSDAG), kantoor.als(Rol.OOV)
    uid = f"{lvos}@meldketen"
    eerst = afspraken(await als.get(WEG))[uid]
    assert (eerst["SEQUENCE"], str(eerst["STATUS"])) == (0, "CONFIRMED")
    kantoor.proef.verzet(lvos, DINSDAG + DAG)
    verzet = afspraken(await als.get(WEG))[uid]
    assert (verzet["SEQUENCE"], verzet["DTSTART"].dt) == (1, DINSDAG + DAG)
    kantoor.proef.annuleer(lvos)
    weg = afspraken(await als.get(WEG))[uid]
    assert (weg["SEQUENCE"], str(weg["STATUS"])) == (2, "CANCELLED")


async def test_een_ingetrokken_link_werkt_niet_meer(kantoor: Kantoor) -> None:
    """Withdrawn on the page; the facts name the role, never the secret."""
    scherm, link = await maak_link(kantoor)
    pagina = (await scherm.get("/overleg/agenda")).text
    nummer = search(r'name="link" value="([0-9a-f-]+)"', pagina)
    assert nummer
    assert "mka_" not in pagina
    velden = {"csrf": csrf_uit(pagina), "doe": "trek-in", "link": nummer[1]}
    assert (await scherm.post("/overleg/agenda", data=velden)).status_code == 200
    assert (await bezoeker(kantoor.app).get(link)).status_code == 404
    gemaakt = kantoor.proef.feiten(AgendalinkGemaakt)[0].model_dump()
    assert gemaakt["rol"] == "politie"
    assert len(kantoor.proef.feiten(AgendalinkIngetrokken)) == 1
    geheim = link.rpartition("=")[2].encode()
    assert all(geheim not in recorded.data for recorded in kantoor.proef.ledger.read(0, 10_000))


async def test_een_ander_trekt_een_link_niet_in(kantoor: Kantoor) -> None:
    """A link belongs to a role."""
    scherm, link = await maak_link(kantoor)
    nummer = search(r'name="link" value="([0-9a-f-]+)"', (await scherm.get("/overleg/agenda")).text)
    assert nummer
    ander = await kantoor.scherm(Rol.HANDHAVING)
    csrf = csrf_uit((await ander.get("/overleg/agenda")).text)
    velden = {"csrf": csrf, "doe": "trek-in", "link": nummer[1]}
    assert (await ander.post("/overleg/agenda", data=velden)).status_code == 404
    assert (await bezoeker(kantoor.app).get(link)).status_code == 200


@pytest.mark.parametrize("sleutel", ["", "?sleutel=mka_fout"])
async def test_zonder_geldige_link_is_er_geen_agenda(kantoor: Kantoor, sleutel: str) -> None:
    """Who guesses learns nothing."""
    assert (await bezoeker(kantoor.app).get(f"{WEG}{sleutel}")).status_code == 404


async def test_een_locatie_ziet_haar_eigen_overleggen(kantoor: Kantoor) -> None:
    """A key of the COA is bound to its location; so is its calendar."""
    assert afspraken(await kantoor.als(Rol.COA, PLEK).get(WEG))
    assert afspraken(await kantoor.als(Rol.COA, "zoetermeer").get(WEG)) == {}
