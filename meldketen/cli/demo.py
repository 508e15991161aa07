"""`meldketen demo`: the chain with an invented year, to look at."""

from pathlib import Path
from typing import Never

import click
from tqdm import tqdm

from meldketen.cli.opdracht import ADRES, POORT, Keuze, Opdracht, installatie
from meldketen.demo.start import GeenDemomap, demo
from meldketen.start import KanNietStarten
from shared.settings import Settings

MAP = Path("demo-gegevens")
BALK = "{desc} {percentage:3.0f}% |{bar}| nog {remaining}"


@click.command(
    cls=Opdracht,
    help="Laat de keten zien met een verzonnen jaar in Zoetermeer: meldingen, incidenten, overleggen en een alarm dat "
    f"nu loopt. Begint elke keer opnieuw, in de map '{MAP}' of die van --data.",
)
@POORT
@ADRES
@installatie
def opdracht(keuze: Keuze) -> None:
    """Play the year, print a sign-in link per role, and go on until told to stop."""
    instellingen = keuze.instellingen
    if instellingen.data == Settings.model_fields["data"].default:
        instellingen = instellingen.model_copy(update={"data": MAP})
    balk: tqdm[Never] = tqdm(desc="Een jaar spelen", bar_format=BALK, disable=None, leave=False)

    def zeg(tekst: str) -> None:
        balk.clear()
        click.echo(tekst)

    def voortgang(gedaan: int, van: int) -> None:
        balk.total = van
        balk.update(gedaan - balk.n)

    try:
        demo(instellingen, zeg, voortgang)
    except (GeenDemomap, KanNietStarten) as reden:
        raise click.ClickException(str(reden)) from reden
    finally:
        balk.close()
