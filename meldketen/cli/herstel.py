"""`meldketen herstel`: an installation from a copy, in which what was erased stays erased."""

from collections.abc import Sequence
from pathlib import Path

import click

from meldketen.cli.opdracht import Keuze, Opdracht, installatie
from meldketen.gegevensmap import AlInGebruik
from meldketen.kopie import KopieFout, ketens_in, keur_kopie, zet_terug
from meldketen.kopie.nummers import geef_andere_nummers, nummers_in
from meldketen.kopie.opnieuw import keur_register, lees_registers, wis_opnieuw
from meldketen.winkel import open_winkel
from shared.settings import Settings
from shared.wisregister import RegisterFout, Wisregel

ZONDER = (
    "LET OP: er is geen wisregister. Wat na deze kopie is gewist, staat er nu weer. Start nog niet.\n"
    "Hebt u het register nog? Geef het alsnog: meldketen herstel --alleen-wissen --register BESTAND.\n"
    "Zo niet: wis opnieuw wat u zelf hebt bijgehouden (docs/beheer/wissen.md)."
)
HELP = (
    "Zet de kopie in MAP terug in de lege map van --data. Met --database en zonder MAP: geef de grootboeken van een "
    "PostgreSQL die u hebt teruggezet een ander nummer. Wist daarna opnieuw wat volgens het wisregister gewist was. "
    "Daarna: meldketen controleer, en meldketen start."
)


@click.command(cls=Opdracht, help=HELP)
@click.argument("kopie", metavar="[MAP]", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--register",
    "registers",
    metavar="BESTAND",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Wisregister van de oude installatie. Mag vaker. Zonder: dat van MELDKETEN_WISREGISTER.",
)
@click.option("--alleen-wissen", is_flag=True, help="Zet niets terug: wis alleen opnieuw, ook terwijl de keten draait.")
@installatie
def opdracht(keuze: Keuze, kopie: Path | None, registers: Sequence[Path], alleen_wissen: bool) -> None:
    """Put it back, say from when it is, and erase again."""
    gezet, profielen = keuze.instellingen, keuze.geladen()
    if (kopie is None) != (alleen_wissen or bool(gezet.database)):
        raise click.UsageError("Geef de MAP van een kopie, of --database van een teruggezette PostgreSQL.")
    try:
        regels = lees_registers(registers, gezet.wisbestand)
        if regels is not None:
            keur_register(regels, _ketens(gezet, kopie))
        if not alleen_wissen:
            click.echo(_nieuwe_nummers(gezet) if kopie is None else _zet_terug(gezet, kopie))
    except (KopieFout, RegisterFout) as fout:
        raise click.ClickException(str(fout)) from fout
    if regels is None:
        click.echo(ZONDER, err=True)
        return
    with open_winkel(gezet, profielen) as winkel:
        gewist = wis_opnieuw(winkel, regels)
    click.echo(_uitkomst(regels, [f"{aantal} {soort}" for soort, aantal in sorted(gewist.items())]))


def _uitkomst(regels: Sequence[Wisregel], gewist: Sequence[str]) -> str:
    return f"Opnieuw gewist: {', '.join(gewist) or 'niets'} ({len(regels)} regels in het wisregister)."


def _ketens(gezet: Settings, kopie: Path | None) -> dict[str, str]:
    if kopie is not None:
        keur_kopie(kopie)
        return ketens_in(kopie)
    return nummers_in(gezet.database) if gezet.database else ketens_in(gezet.data)


def _zet_terug(gezet: Settings, kopie: Path) -> str:
    try:
        manifest = zet_terug(kopie, gezet.data)
    except AlInGebruik as fout:
        raise click.ClickException(f"In de map '{gezet.data}' draait een meldketen (proces {fout}).") from fout
    return (
        f"Teruggezet in {gezet.data}: de stand van {manifest.gemaakt_op:%d-%m-%Y %H.%M.%S} (UTC).\n"
        "Contactgegevens zijn pas leesbaar als ook de sleutels (sleutels.db) zijn teruggezet."
    )


def _nieuwe_nummers(gezet: Settings) -> str:
    nummers = geef_andere_nummers(gezet.database)
    return f"Een ander nummer gegeven aan {len(nummers)} grootboeken: {', '.join(nummers)}."
