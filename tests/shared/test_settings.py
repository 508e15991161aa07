"""What an operator sets."""

import pytest
from pydantic import ValidationError

from shared.settings import Settings


def test_zonder_omgeving_luistert_het_alleen_hier() -> None:
    """Out of the box it listens on this machine only, on SQLite, with its own NATS."""
    instellingen = Settings()
    assert (instellingen.adres, instellingen.poort) == ("127.0.0.1", 8080)
    assert (instellingen.opslag, instellingen.nats) == ("gegevens", "")
    assert instellingen.basis_url == "http://127.0.0.1:8080"


def test_de_omgeving_gaat_voor(monkeypatch: pytest.MonkeyPatch) -> None:
    """`MELDKETEN_…` sets any of them; unknown ones (the channels) are not in the way."""
    monkeypatch.setenv("MELDKETEN_POORT", "9000")
    monkeypatch.setenv("MELDKETEN_DATABASE", "postgresql://localhost/meldketen")
    monkeypatch.setenv("MELDKETEN_PUBLIEK_ADRES", "https://meldketen.example/")
    monkeypatch.setenv("MELDKETEN_KANAAL_POLITIE", "json://localhost")
    instellingen = Settings()
    assert instellingen.poort == 9000
    assert instellingen.opslag == "postgresql://localhost/meldketen"
    assert instellingen.basis_url == "https://meldketen.example"


def test_de_opdrachtregel_gaat_voor_de_omgeving(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed now counts more than what was set before."""
    monkeypatch.setenv("MELDKETEN_POORT", "9000")
    assert Settings(poort=9001).poort == 9001


def test_het_geheim_staat_nergens_leesbaar() -> None:
    """Printing the settings does not print the secret."""
    assert "niet-voor-u" not in repr(Settings(geheim="niet-voor-u"))  # type: ignore[arg-type]


@pytest.mark.parametrize(("naam", "waarde"), [("POORT", "veel"), ("LOGBOEK", "xml"), ("LOGNIVEAU", "LUID")])
def test_een_onmogelijke_instelling_wordt_geweigerd(monkeypatch: pytest.MonkeyPatch, naam: str, waarde: str) -> None:
    """A wrong value is refused at the start, not found out later."""
    monkeypatch.setenv(f"MELDKETEN_{naam}", waarde)
    with pytest.raises(ValidationError, match=naam.lower()):
        Settings()
