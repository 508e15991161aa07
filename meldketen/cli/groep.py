"""`meldketen sleutel groep`: codes with which groups report, such as shopkeepers (TB-2.6)."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import click

from meldketen.cli.opdracht import Groep, Keuze, installatie
from meldketen.winkel import nu, open_winkel
from services.intake.application.groepen import Groepen
from services.intake.groep import Opzet
from services.intake.main import maak_groepen
from shared.facts import Fout, OngeldigeInvoer


@click.group("groep", cls=Groep, help="Codes voor groepen winkeliers: maken, bekijken en intrekken.")
def opdracht() -> None:
    """Hold what can be done with the codes of groups together."""


@opdracht.command(help="Maak een code. Alleen de code zelf staat op de uitvoer; hij is daarna niet meer op te vragen.")
@click.option("--naam", metavar="NAAM", required=True, help="Van welke groep, bijvoorbeeld 'Winkels Dorpsstraat'.")
@click.option("--locatie", metavar="LOCATIE", required=True, help="Waar de meldingen over gaan.")
@click.option("--gebied", metavar="GEBIED", help="Buurt binnen de locatie.")
@click.option("--plaats", metavar="PLAATS", help="Plaats uit het profiel, als dat ernaar vraagt.")
@click.option("--gemeente", metavar="CODE", help="Gemeente, als er meer profielen zijn; bijvoorbeeld gm0637.")
@installatie
def maak(keuze: Keuze, naam: str, locatie: str, gebied: str | None, plaats: str | None, gemeente: str | None) -> None:
    """Print the code alone."""
    with _groepen(keuze) as groepen:
        try:
            click.echo(asyncio.run(groepen.maak(Opzet(naam, locatie, gebied, plaats), gemeente, nu())))
        except OngeldigeInvoer as nee:
            raise OngeldigeInvoer(*(_met_codes(fout, keuze) for fout in nee.fouten)) from nee


@opdracht.command(help="Toon welke groepen een code hebben. De codes zelf zijn niet te zien.")
@installatie
def lijst(keuze: Keuze) -> None:
    """Print a line per group: its id, state, place and name."""
    with _groepen(keuze) as groepen:
        alle = asyncio.run(groepen.alle())
    for groep in alle:
        staat = f"ingetrokken {groep.ingetrokken_op:%Y-%m-%d}" if groep.ingetrokken_op else "geldig"
        click.echo(f"{groep.id}  {staat:<22} {groep.opzet.gebied or groep.opzet.locatie:<20} {groep.opzet.naam}")
    if not alle:
        click.echo("Er zijn geen groepen met een code.", err=True)


@opdracht.command("trek-in", help="Trek een code in. GROEP is het kenmerk uit 'meldketen sleutel groep lijst'.")
@click.argument("groep", metavar="GROEP", type=click.UUID)
@installatie
def trek_in(keuze: Keuze, groep: UUID) -> None:
    """Withdraw a code."""
    with _groepen(keuze) as groepen:
        asyncio.run(groepen.trek_in(groep, nu()))
    click.echo(f"De code van groep {groep} werkt niet meer.")


def _met_codes(fout: Fout, keuze: Keuze) -> Fout:
    """On a page places are chosen by name; here they are typed as codes, so these are said."""
    if fout.veld != "plaats":
        return fout
    codes = {plaats.code for profiel in keuze.geladen().alle() for plaats in profiel.meldingen.plaatsen}
    return Fout(fout.veld, f"{fout.reden}: {', '.join(sorted(codes))}")


@contextmanager
def _groepen(keuze: Keuze) -> Iterator[Groepen]:
    with open_winkel(keuze.instellingen, keuze.geladen(), ["intake"], nieuw=True) as winkel:
        yield maak_groepen(winkel.omgeving, winkel.dienst("intake").ledger)
