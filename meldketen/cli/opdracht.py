"""What every command shares: its options, and how it says no."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from meldketen.cli.later import Later
from shared.facts import Rejected
from shared.ledger import Overloaded, StoreUnavailable, UnknownStore
from shared.natsserver import StartMislukt
from shared.profiel import Profielen, ProfielFout, laad
from shared.settings import Settings

WEIGERINGEN = (Rejected, ProfielFout, StoreUnavailable, UnknownStore, Overloaded, StartMislukt)
"""What somebody can do something about: one Dutch text and exit code 1, no traceback."""

GEVOELIG = frozenset({"importeer", "exporteer", "rapport", "backup", "herstel", "sleutel", "drempels", "controlepunt"})
"""Commands, with all under them, of which the audit keeps that they were run."""


@dataclass(frozen=True)
class Keuze:
    """On which installation a command works: the settings, and the profiles by name or path."""

    instellingen: Settings
    profielen: tuple[str, ...]

    def geladen(self) -> Profielen:
        """Load the profiles.

        Raises:
            ProfielFout: one of them is wrong.
        """
        try:
            return Profielen(laad(naam) for naam in self.profielen)
        except ValueError as fout:
            raise click.UsageError(str(fout)) from fout


class Opdracht(click.Command):
    """A command whose refusals end as a Dutch text and exit code 1."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **kwargs})

    def invoke(self, ctx: click.Context) -> Any:
        """Run, and translate what the user must know."""
        try:
            return super().invoke(ctx)
        except WEIGERINGEN as nee:
            raise click.ClickException(str(nee)) from nee


class Groep(Later):
    """Commands about one thing."""

    command_class = Opdracht


_OPTIES = (
    click.option(
        "--data", metavar="MAP", type=click.Path(file_okay=False, path_type=Path), help="Map met de gegevens."
    ),
    click.option(
        "--profiel",
        "profielen",
        metavar="PROFIEL",
        multiple=True,
        envvar="MELDKETEN_PROFIEL",
        default=("zoetermeer",),
        show_default="zoetermeer",
        help="Gemeenteprofiel: een naam of een TOML-bestand. Mag vaker.",
    ),
    click.option("--database", metavar="URL", help="PostgreSQL-adres, in plaats van SQLite in de map."),
    click.option("--nats", metavar="URL", help="Adres van een NATS-server, in plaats van de ingebouwde."),
)
POORT = click.option("--poort", metavar="NUMMER", type=click.IntRange(0, 65535), help="Poort van de webpagina's.")
ADRES = click.option("--adres", metavar="ADRES", help="Netwerkadres waarop de webpagina's luisteren.")


def _woorden(ctx: click.Context) -> str:
    """The words of a command, without those by which the program itself was started."""
    return " ".join(filter(None, [_woorden(ctx.parent), ctx.info_name])) if ctx.parent else ""


def _audit(instellingen: Settings, opdracht: str) -> AbstractContextManager[None]:
    if opdracht.partition(" ")[0] not in GEVOELIG:
        return nullcontext()
    from meldketen.cli.auditregel import in_audit  # not for who asks for help: it takes a while to load

    return in_audit(instellingen, opdracht)


def installatie(functie: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which installation; the command gets them as its first argument, a `Keuze`."""

    @wraps(functie)
    def uitgevoerd(profielen: tuple[str, ...], **waarden: Any) -> Any:
        namen = Settings.model_fields.keys() & waarden.keys()
        gezet = {naam: waarde for naam in namen if (waarde := waarden.pop(naam)) is not None}
        instellingen = Settings(**gezet)
        with _audit(instellingen, _woorden(click.get_current_context())):
            return functie(Keuze(instellingen, profielen), **waarden)

    for optie in reversed(_OPTIES):
        uitgevoerd = optie(uitgevoerd)
    return uitgevoerd
