"""What is logged helps an operator and says nothing about a person."""

import io
import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
import structlog
from pydantic import BaseModel

from shared.logs import logboek, met_correlatie, stel_in


@pytest.fixture
def uit() -> Iterator[io.StringIO]:
    """Where log lines go during one test; afterwards logging is as it was."""
    wortel = logging.getLogger()
    vorige, niveau = wortel.handlers[:], wortel.level
    buffer = io.StringIO()
    stel_in("json", "INFO", buffer)
    yield buffer
    wortel.handlers, wortel.level = vorige, niveau
    structlog.reset_defaults()


def regels(uit: io.StringIO) -> list[dict[str, object]]:
    """The lines that were logged."""
    return [json.loads(regel) for regel in uit.getvalue().splitlines()]


class Bericht(BaseModel):
    """Something from outside."""

    getal: int


def test_een_regel_is_json_met_tijd_niveau_en_correlatie(uit: io.StringIO) -> None:
    """A line says when, how bad, from where and in which trace."""
    with met_correlatie("4bf92f3577b34da6", dienst="intake"):
        logboek("services.intake").info("gestart", plaats=7, soort="overlast")
    logboek("services.intake").info("klaar")
    eerste, tweede = regels(uit)
    assert str(eerste.pop("timestamp")).endswith("Z")
    assert eerste == {
        "event": "gestart",
        "level": "info",
        "logger": "services.intake",
        "correlatie": "4bf92f3577b34da6",
        "dienst": "intake",
        "plaats": 7,
        "soort": "overlast",
    }
    assert "correlatie" not in tweede


@pytest.mark.parametrize(
    "naam", ["tekst", "toelichting", "email", "telefoon", "naam", "volgcode", "url", "query", "body", "gegevens", "ip"]
)
def test_teksten_zonder_toestemming_vallen_weg(uit: io.StringIO, naam: str) -> None:
    """A text under a name that is not on the list is left out, whatever it says, and one sees that it was."""
    logboek("x").warning("iets", **{naam: "Jan Verzonnen"})
    [regel] = regels(uit)
    assert "Verzonnen" not in uit.getvalue()
    assert regel["weggelaten"] == [naam]


@pytest.mark.parametrize("waarde", [{"a": "Jan"}, ["Jan"], ("Jan",), b"Jan", Bericht(getal=1), object()])
def test_alleen_enkelvoudige_waarden(uit: io.StringIO, waarde: object) -> None:
    """A whole object could hold anything."""
    logboek("x").info("iets", inhoud=waarde)
    assert regels(uit)[0]["weggelaten"] == ["inhoud"]


def test_getallen_en_nummers_mogen(uit: io.StringIO) -> None:
    """Numbers, ids and durations need no permission: they are what an operator searches for."""
    melding = UUID(int=7)
    logboek("x").info("iets", aantal=3, duur=timedelta(seconds=2), melding=melding, gelukt=True, niets=None)
    [regel] = regels(uit)
    assert (regel["aantal"], regel["duur"], regel["melding"]) == (3, "0:00:02", str(melding))
    assert "weggelaten" not in regel


def test_een_zin_wordt_gemaskeerd(uit: io.StringIO) -> None:
    """What slips into a sentence is masked; of an address only the host stays, never a query or a password."""
    logboek("x").info("bel 06-12345678", reden="https://u:geheim@host.example:8080/volgen?code=abc faalt")
    [regel] = regels(uit)
    assert regel["event"] == "bel [telefoonnummer]"
    assert regel["reden"] == "https://host.example:8080 faalt"


def test_een_uitzondering_zonder_haar_woorden(uit: io.StringIO) -> None:
    """Type and place of an exception are kept; its message repeats what was sent, and is not."""
    try:
        Bericht.model_validate({"getal": "jan@example.org en Jan"})
    except ValueError:
        logboek("x").exception("mislukt")
    [regel] = regels(uit)
    assert regel["fout"] == "pydantic_core._pydantic_core.ValidationError"
    assert "test_logs.py" in str(regel["stapel"])
    assert "Jan" not in uit.getvalue()


def test_ook_wat_anderen_loggen(uit: io.StringIO) -> None:
    """Libraries that use the logging of Python go the same way: masked, without the message of an exception."""
    try:
        raise OSError("Jan")
    except OSError:
        logging.getLogger("bibliotheek").exception("mail aan %s mislukt", "jan@example.org", extra={"tekst": "Jan"})
    [regel] = regels(uit)
    assert regel["event"] == "mail aan [e-mail] mislukt"
    assert (regel["level"], regel["fout"]) == ("error", "builtins.OSError")
    assert "Jan" not in uit.getvalue()


@pytest.mark.parametrize("naam", ["uvicorn.access", "apprise", "httpx", "httpcore"])
def test_geen_toegangslogboek(uit: io.StringIO, naam: str) -> None:
    """Who asked which page, and where a notice went, is logged by nobody, though those loggers stay enabled."""
    logging.getLogger(naam).error("GET /volgen?code=abc")
    assert uit.getvalue() == ""
    assert not logging.getLogger(naam).disabled


def test_het_niveau_telt() -> None:
    """Below the level nothing is written, also not by a logger that was made before."""
    uit, eerder = io.StringIO(), logboek("eerder")
    stel_in("json", "WARNING", uit)
    eerder.info("stil")
    eerder.warning("luid")
    assert [regel["event"] for regel in regels(uit)] == ["luid"]


def test_leesbaar_op_een_terminal() -> None:
    """At a terminal a line is for eyes, and just as careful."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    uit = Terminal()
    stel_in("auto", "INFO", uit)
    logboek("x").info("gereed", plaats=1, tekst="Jan")
    assert "gereed" in uit.getvalue()
    assert not uit.getvalue().startswith("{")
    assert "Jan" not in uit.getvalue()
