"""`meldketen profiel`: look at a profile before somebody relies on it."""

import click

from meldketen.cli.opdracht import Groep, Keuze, installatie
from shared.profiel import Profiel, ProfielFout, laad


@click.group(cls=Groep, help="Een gemeenteprofiel nakijken.")
def opdracht() -> None:
    """Hold what can be done with a profile together."""


@opdracht.command(help="Kijk een profiel na. PROFIEL is een naam of een TOML-bestand; zonder: die van --profiel.")
@click.argument("profielen_om_na_te_kijken", metavar="[PROFIEL]…", nargs=-1)
@installatie
def controleer(keuze: Keuze, profielen_om_na_te_kijken: tuple[str, ...]) -> None:
    """Say of each profile that it is right, or every line that is not. Exit code 1 if one is wrong."""
    goed = [_nagekeken(naam) for naam in profielen_om_na_te_kijken or keuze.profielen]
    raise SystemExit(0 if all(goed) else 1)


def _nagekeken(naam: str) -> bool:
    try:
        profiel = laad(naam)
    except ProfielFout as fout:
        click.echo(str(fout))
        click.echo(f"{fout.bron}: niet goed, {_aantal(len(fout.fouten), 'fout', 'fouten')}.")
        return False
    click.echo(f"{naam}: goed. {_inhoud(profiel)}")
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
