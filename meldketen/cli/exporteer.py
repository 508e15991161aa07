"""`meldketen exporteer`: every event as one line of structured CloudEvents JSON."""

import heapq
import json
from collections.abc import Iterator

import click

from meldketen.cli.balk import balk
from meldketen.cli.opdracht import Keuze, Opdracht, installatie
from meldketen.winkel import open_winkel
from shared.bus import Source, to_cloudevent
from shared.facts import Recorded
from shared.ledger import Ledger

STAPEL = 1_000


@click.command(
    cls=Opdracht,
    help="Schrijf alle gebeurtenissen als CloudEvents (JSON), een per regel, in de volgorde waarin ze zijn vastgelegd.",
)
@click.option(
    "--vanaf",
    metavar="N",
    type=click.IntRange(1),
    default=1,
    help="Begin in elk grootboek bij plaats N: het veld 'sequence' van een gebeurtenis.",
)
@installatie
def opdracht(keuze: Keuze, vanaf: int) -> None:
    """Merge the logs of the services by the moment of recording."""
    profielen = keuze.geladen()
    oin = profielen.alle()[0].gemeente.oin
    with open_winkel(keuze.instellingen, profielen) as winkel:
        logs = [
            _log(Source(dienst.naam, oin, dienst.ledger.chain_id), dienst.ledger, vanaf) for dienst in winkel.diensten
        ]
        alles = sum(max(0, dienst.ledger.last_place() - vanaf + 1) for dienst in winkel.diensten)
        with balk("Schrijven") as voortgang:
            for nummer, (_, source, feit) in enumerate(heapq.merge(*logs, key=lambda regel: regel[0]), start=1):
                click.echo(json.dumps(to_cloudevent(source, feit), ensure_ascii=False))
                if nummer % STAPEL == 0:
                    voortgang(nummer, alles)


def _log(source: Source, ledger: Ledger, vanaf: int) -> Iterator[tuple[tuple[object, ...], Source, Recorded]]:
    gelezen = vanaf - 1
    while feiten := ledger.read(gelezen, STAPEL):
        for feit in feiten:
            yield (feit.tijd, source.dienst, feit.place), source, feit
        gelezen = feiten[-1].place
