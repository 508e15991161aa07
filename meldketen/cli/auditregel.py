"""Lines in the audit for commands that show or change what is sensitive: who runs them passes no door of the product.

Never an argument: somebody may have typed a name in it.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from uuid import uuid4

import click

from meldketen.winkel import bestaat
from shared.ledger import Overloaded, StoreUnavailable
from shared.settings import Settings
from shared.web.audit import BEDIENING, Herkomst, Regel, Resultaat, open_audit

NOEMT = "meldketen.noemt"


@contextmanager
def in_audit(instellingen: Settings, opdracht: str) -> Iterator[None]:
    """Keep, before and after, that a command was run. `opdracht`: its own words, "sleutel maak".

    Where nothing is stored yet there is nowhere to keep it: of `herstel` only the line after it stands there.
    """
    spoor, resultaat = uuid4().hex, Resultaat.MISLUKT
    _leg_vast(instellingen, opdracht, Resultaat.BEGONNEN, spoor)
    try:
        yield
        resultaat = Resultaat.GELUKT
    except SystemExit as einde:
        resultaat = Resultaat.MISLUKT if einde.code else Resultaat.GELUKT
        raise
    finally:
        noemt = click.get_current_context().meta.get(NOEMT, "")
        _leg_vast(instellingen, opdracht, resultaat, spoor, f" ({noemt})" if noemt else "")


def noem(wat: str) -> None:
    """Say in the line of how this command ended what it was about, in codes of ours."""
    click.get_current_context().meta[NOEMT] = wat


def _leg_vast(instellingen: Settings, opdracht: str, resultaat: Resultaat, spoor: str, noemt: str = "") -> None:
    """Keep one line; where that cannot be, say so and go on: a copy must be made from a disk that is full."""
    if not bestaat(instellingen):
        return
    regel = Regel(
        op=datetime.now(UTC),
        wie="",
        rol=BEDIENING,
        actie=f"opdracht.{opdracht.split()[0]}",
        betreft=f"meldketen {opdracht}{noemt}",
        resultaat=resultaat,
        herkomst=Herkomst.OPDRACHT,
        spoor=spoor,
    )
    try:
        with closing(open_audit(instellingen.opslag)) as audit:
            audit.schrijf(regel)
    except (StoreUnavailable, Overloaded) as fout:
        click.echo(f"Let op: dat u dit doet, kon niet in de audit worden vastgelegd ({fout}).", err=True)
