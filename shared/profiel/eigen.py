"""What Meldketen itself warns about, in every municipality. Pure."""

INCIDENT_GEWEIGERD = "incident-geweigerd"
PIKETGAT = "piketgat"
ACHTER = "meldketen-achter"
NAMEN = {
    INCIDENT_GEWEIGERD: "Een bericht van het COA kon niet worden verwerkt",
    PIKETGAT: "Niemand heeft dienst",
    ACHTER: "Meldketen loopt achter",
}
"""By the code that stands in the facts as the threshold."""
