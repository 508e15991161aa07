"""Why a message of a COA location could not be taken, in plain words: for notice and page. Pure."""

_OMSLAG = frozenset({"verzoek", "data", "data_base64", "specversion", "id", "source", "type"})
"""What a message is wrapped in: wrong there, nobody can read what happened."""
STORING = "kan door een storing in Meldketen niet worden verwerkt"
BESCHADIGD = "Het bericht is beschadigd of niet volledig. Het COA moet het opnieuw sturen."
EIGEN_STORING = "Meldketen had zelf een storing. Het beheer kan het bericht opnieuw laten verwerken."
INHOUD = "Het bericht is te lezen, maar wat erin staat klopt niet. Het COA moet het verbeteren en opnieuw sturen."


def in_gewone_woorden(reden: str) -> str:
    """Say what is the matter, and who does what. `reden`: as the fact holds it, `veld: reden; veld: reden`."""
    if STORING in reden:
        return EIGEN_STORING
    velden = {deel.partition(":")[0].strip().partition(".")[0] for deel in reden.split("; ")}
    return BESCHADIGD if velden & _OMSLAG else INHOUD
