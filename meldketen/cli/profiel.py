"""`meldketen profiel`: look at a profile before somebody relies on it."""

from pathlib import Path

import click

from meldketen.cli.opdracht import Groep, Keuze, installatie
from shared.profiel import Profiel, ProfielFout, laad
from shared.profiel.dienstnummers import hints


@click.group(cls=Groep, help="Een gemeenteprofiel nakijken.")
def opdracht() -> None:
    """Hold what can be done with a profile together."""


@opdracht.command(help="Kijk een profiel na. PROFIEL is een naam of een TOML-bestand; zonder: die van --profiel.")
@click.argument("profielen_om_na_te_kijken", metavar="[PROFIEL]…", nargs=-1)
@click.option(
    "--toets",
    metavar="MAP",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Laat ook zien hoe vaak de drempels waren afgegaan op de gegevens in deze map, naast wat nu geldt.",
)
@installatie
def controleer(keuze: Keuze, profielen_om_na_te_kijken: tuple[str, ...], toets: Path | None) -> None:
    """Say of each profile that it is right, or every line that is not. Exit code 1 if one is wrong."""
    namen = profielen_om_na_te_kijken or keuze.profielen
    goed = [_nagekeken(naam) for naam in namen]
    if toets and all(goed):
        # What rehearses knows every service: not needed for looking at a file.
        from meldketen.cli.drempels import toets_op_eigen_gegevens

        for naam in namen:
            toets_op_eigen_gegevens(keuze.instellingen.model_copy(update={"data": toets}), naam, laad(naam))
    raise SystemExit(0 if all(goed) else 1)


def _nagekeken(naam: str) -> bool:
    try:
        profiel = laad(naam)
    except ProfielFout as fout:
        click.echo(str(fout))
        click.echo(f"{fout.bron}: niet goed, {_aantal(len(fout.fouten), 'fout', 'fouten')}.")
        return False
    click.echo(f"{naam}: goed. {_inhoud(profiel)}")
    for hint in hints(profiel):
        click.echo(f"{naam}: let op, {hint}.")
    return True


def _inhoud(profiel: Profiel) -> str:
    delen = [
        _aantal(len(profiel.locaties), "locatie", "locaties"),
        _aantal(len(profiel.reeksen), "overlegreeks", "overlegreeksen"),
        _aantal(len(profiel.drempels), "drempel", "drempels"),
        _aantal(len(profiel.maatregelen), "maatregel", "maatregelen"),
    ]
    return f"{profiel.gemeente.naam}, versie {profiel.versie}: {', '.join(delen)}."


def _aantal(hoeveel: int, een: str, meer: str) -> str:
    return f"{hoeveel} {een if hoeveel == 1 else meer}"
