"""`meldketen sleutel coa`: NATS credentials with which the system of one COA location reports incidents."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click

from meldketen.cli.auditregel import noem
from meldketen.cli.opdracht import Keuze, Opdracht, installatie
from shared import nkey
from shared.facts import Rejected
from shared.klok import echte_klok
from shared.natsserver import CoaSleutel, CoaSleutels, CoaUser
from shared.profiel import Profiel, Rol
from shared.web.audit.regel import gegeven


class GeenSleutel(Rejected):
    """No credentials can be made for this location here."""


@click.command(
    "coa",
    cls=Opdracht,
    help="Maak NATS-gegevens voor het systeem van één COA-locatie. Het bestand is daarna niet meer op te vragen.",
)
@click.option("--locatie", metavar="LOCATIE", required=True, help="Code van de opvanglocatie in het profiel.")
@click.option(
    "--uit",
    metavar="BESTAND",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Waar het bestand komt, bijvoorbeeld rokkeveenseweg.creds. Een bestaand bestand wordt niet overschreven.",
)
@click.option("--gemeente", metavar="CODE", help="Alleen nodig als twee gemeenten dezelfde locatiecode gebruiken.")
@click.option(
    "--geldig-tot",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATUM",
    help="De gegevens stoppen op deze dag om 0.00 uur (UTC): JJJJ-MM-DD.",
)
@installatie
def coa(keuze: Keuze, locatie: str, uit: Path, gemeente: str | None, geldig_tot: datetime | None) -> None:
    """Write the file for this user alone, and say on which subjects it may speak."""
    code = _gemeente(keuze, locatie, gemeente)
    if keuze.instellingen.nats:
        _voor_eigen_server(CoaUser(code, locatie), uit)
        return
    tot = geldig_tot.replace(tzinfo=UTC) if geldig_tot else None
    sleutels = coa_sleutels(keuze)
    with _bestand(uit) as schrijf:
        schrijf.write(sleutels.maak(code, locatie, op=echte_klok(), geldig_tot=tot))
    noem(gegeven(Rol.COA, code, locatie, sleutels.lijst()[-1].id))
    eigen = f"coa.{code}.{locatie}"
    click.echo(f"{uit} is gemaakt ({sleutels.lijst()[-1].id}). Alleen uw gebruiker kan het lezen.")
    click.echo(f"Publiceren: {eigen}.incident en {eigen}.hartslag. Luisteren: {eigen}.afgewezen.")
    click.echo(f"Inbox: _INBOX_coa-{code}-{locatie} (inbox prefix van de NATS-client).")


def _voor_eigen_server(gebruiker: CoaUser, uit: Path) -> None:
    """Write the seed of an nkey, and say what must stand in the configuration of the server that is not ours."""
    paar = nkey.maak(nkey.USER)
    with _bestand(uit) as schrijf:
        schrijf.write(paar.seed)
    click.echo(f"{uit} is gemaakt. Zet dit bij de gebruikers van uw NATS-server, en laad de configuratie opnieuw:")
    click.echo(json.dumps(replace(gebruiker, nkey=paar.publiek).entry(), indent=2))


def coa_sleutels(keuze: Keuze) -> CoaSleutels:
    """Those of this installation."""
    return CoaSleutels(keuze.instellingen.data / "nats")


def regel(sleutel: CoaSleutel) -> str:
    """Show one in a list."""
    staat = f"geldig tot {sleutel.geldig_tot[:10]}" if sleutel.geldig_tot else "geldig"
    if sleutel.ingetrokken_op:
        staat = f"ingetrokken {sleutel.ingetrokken_op[:10]}"
    return f"{sleutel.id}  {'coa (NATS)':<14} {staat:<22} {sleutel.locatie:<22} {sleutel.gemeente}"


def _gemeente(keuze: Keuze, locatie: str, gemeente: str | None) -> str:
    """Find whose location this is: a reception location of one of the profiles."""
    profielen = keuze.geladen().alle()
    met = [p.gemeente.code for p in profielen if gemeente in (None, p.gemeente.code) and _opvang(p, locatie)]
    if len(met) == 1:
        return met[0]
    if met:
        raise GeenSleutel(f"Meer dan één gemeente heeft locatie '{locatie}'. Kies er een met --gemeente.")
    bekend = [plek.code for p in profielen for plek in p.locaties if plek.soort == "opvanglocatie"]
    raise GeenSleutel(f"Opvanglocatie '{locatie}' staat niet in het profiel. Bekend: {', '.join(bekend) or 'geen'}.")


def _opvang(profiel: Profiel, code: str) -> bool:
    plek = profiel.locatie(code)
    return plek is not None and plek.soort == "opvanglocatie"


def _bestand(uit: Path) -> TextIO:
    try:
        return os.fdopen(os.open(uit, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w")
    except FileExistsError:
        raise GeenSleutel(f"{uit} bestaat al. Kies een andere naam, of haal dat bestand eerst weg.") from None
    except OSError as fout:
        raise GeenSleutel(f"{uit} kan niet worden geschreven: {fout.strerror}.") from None
