"""What an operator sets: from the environment (`MELDKETEN_…`), or from the command line over it."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """One installation. `geheim` signs confirmation links and hashes codes; made once in `data` where none is given."""

    model_config = SettingsConfigDict(env_prefix="MELDKETEN_", extra="ignore")

    data: Path = Path("gegevens")
    database: str = ""
    """A `postgresql://` address; empty: SQLite in `data`."""
    sleutels: str = ""
    """Where the keys of the contact vault are, a folder or a `postgresql://` address; empty: beside the other stores.
    A backup leaves them out."""
    wisregister: Path | None = None
    """File that keeps what was erased, by number alone; empty: in `data`. No copy holds it: put it on another disk."""
    nats: str = ""
    """A `nats://` address; empty: an embedded server in `data`."""
    nats_monitor: str = ""
    """Monitoring addresses of the servers, with commas; empty: port 8222 on each host of `nats`."""
    nats_nkey: Path | None = None
    """File with the seed of this process's key at the NATS server (mode 600)."""
    nats_ca: Path | None = None
    """File with the certificate authority of the NATS server, where it speaks TLS."""
    nats_wacht: float = 20.0
    """Seconds in which the NATS server must answer at the start."""
    nats_replicas: int = 1
    """Copies of each stream: 3 on a cluster of three."""
    poort: int = 8080
    adres: str = "127.0.0.1"
    publiek_adres: str = ""
    """How people reach the pages, for links in messages; empty: http://<adres>:<poort>."""
    geheim: SecretStr = SecretStr("")
    melding_bovenaan: str = ""
    """One sentence at the top of every page, e.g. that this is an exercise; empty: none."""
    smtp: SecretStr = SecretStr("")
    """Mail server for invitations, such as smtp://gebruiker:wachtwoord@mail.example:587; empty: none are sent."""
    afzender: str = "meldketen@example.invalid"
    """Who the invitations come from."""
    contact_email: str = "niet-ingesteld@example.invalid"
    """Whom the descriptions of the APIs name."""
    snelheidslimiet: bool = True
    """Whether the public may do something only so many times a minute; off for a load test."""
    oidc_issuer: str = ""
    """The identity provider of the municipality, as it names itself; empty: people sign in with a link only."""
    oidc_client_id: str = ""
    """Under which name it knows this installation."""
    oidc_client_secret: SecretStr = SecretStr("")
    """What this installation shows to it; empty: PKCE alone."""
    oidc_scope: str = "openid"
    """What is asked of it: no name and no address unless somebody sets so."""
    levensteken: SecretStr = SecretStr("")
    """Address of a monitor outside, called every minute as long as all is well; empty: none."""
    sporen: str = ""
    """Address of an OpenTelemetry collector that takes traces by OTLP over HTTP, such as http://collector:4318; empty:
    none are made."""
    sporen_deel: float = Field(default=1.0, ge=0, le=1)
    """Which part of the traces is sent, each whole or not at all."""
    logboek: Literal["auto", "json", "leesbaar"] = "auto"
    """How log lines look; `auto`: readable on a terminal, else JSON."""
    logniveau: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def wisbestand(self) -> Path:
        """The file of the erasure register."""
        return self.wisregister or self.data / "wisregister.jsonl"

    @property
    def register_bij_gegevens(self) -> bool:
        """Whether whoever copies, or loses, the folder with the stores takes the erasure register with it."""
        return not self.database and self.wisbestand.resolve().is_relative_to(self.data.resolve())

    @property
    def basis_url(self) -> str:
        """Address for links in messages, without a slash at the end."""
        return (self.publiek_adres or f"http://{self.adres}:{self.poort}").rstrip("/")

    @property
    def opslag(self) -> str:
        """Where the stores are: the database address, or the folder."""
        return self.database or str(self.data)

    @property
    def sleutelopslag(self) -> str:
        """Where the keys of the contact vault are."""
        return self.sleutels or self.opslag
