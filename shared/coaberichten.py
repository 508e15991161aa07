"""Why a message of a COA location could not be taken, and what became of it, in plain words. Pure."""

from shared.contracts.intake import CoaAfhandeling

_OMSLAG = frozenset({"verzoek", "data", "data_base64", "specversion", "id", "source", "type"})
"""What a message is wrapped in: wrong there, nobody can read what happened."""
STORING = "kan door een storing in Meldketen niet worden verwerkt"
GEWORDEN = {
    CoaAfhandeling.OPNIEUW_GESTUURD: "het COA heeft het opnieuw gestuurd",
    CoaAfhandeling.ANDERS_GEMELD: "het incident is op een andere manier gemeld",
    CoaAfhandeling.GEEN_INCIDENT: "het COA zegt dat er geen incident was",
}
"""What can become of a message that could not be taken."""
BESCHADIGD = "Het bericht is beschadigd of niet volledig. Het COA moet het opnieuw sturen."
EIGEN_STORING = "Meldketen had zelf een storing. Het beheer kan het bericht opnieuw laten verwerken."
INHOUD = "Het bericht is te lezen, maar wat erin staat klopt niet. Het COA moet het verbeteren en opnieuw sturen."

_EN_NOG = "verzoek: en nog "
"""How a list of faults ends that is too long to write out: it says nothing of what the message is wrapped in."""


def is_beschadigd(reden: str) -> bool:
    """Say whether offering the same message again can never help. `reden`: as the fact holds it."""
    delen = [deel.strip() for deel in reden.split("; ") if not deel.strip().startswith(_EN_NOG)]
    return STORING not in reden and any(deel.partition(":")[0].partition(".")[0] in _OMSLAG for deel in delen)


def in_gewone_woorden(reden: str) -> str:
    """Say what is the matter, and who does what. `reden`: as the fact holds it, `veld: reden; veld: reden`."""
    if STORING in reden:
        return EIGEN_STORING
    return BESCHADIGD if is_beschadigd(reden) else INHOUD
