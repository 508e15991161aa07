"""Which commands there are."""

import click

from meldketen.cli.later import Later

OPDRACHTEN = {
    "start": "De hele keten draaien: diensten, berichten en webpagina's.",
    "dienst": "Eén dienst draaien, voor meer machines.",
    "demo": "De keten laten zien met een verzonnen jaar.",
    "importeer": "Meldingen uit een CSV-bestand opnemen.",
    "exporteer": "Alle gebeurtenissen schrijven, een per regel.",
    "rapport": "Een rapport schrijven: pdf, csv, ods, xlsx of json.",
    "herbouw": "De overzichten opnieuw opbouwen uit de feiten.",
    "controleer": "Nagaan of alles klopt en compleet is.",
    "controlepunt": "Tekenen tot waar alles vastligt, en dat later nagaan.",
    "backup": "Een kopie maken, ook terwijl de keten draait.",
    "herstel": "Een kopie terugzetten in een lege map.",
    "profiel": "Een gemeenteprofiel nakijken.",
    "drempels": "Drempels uitproberen op een verleden.",
    "sleutel": "Sleutels voor andere systemen beheren.",
}


@click.group(
    cls=Later,
    later=OPDRACHTEN,
    help="Meldketen: van melding tot overleg, maatregel, alarm en weekbeeld.",
    context_settings={"help_option_names": ["--help", "--hulp"]},
    epilog="Uitleg bij een opdracht: meldketen OPDRACHT --help",
)
@click.version_option(None, "--versie", "--version", package_name="meldketen", help="De versie.")
def opdrachten() -> None:
    """Hold the commands together."""
