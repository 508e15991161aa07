"""What was reported, in words for who must tell another: kind, theme, place, towards whom, how serious."""

from services.escalatie.gebeurd import wat_gebeurde
from shared.contracts.intake import Aard, GerichtTegen
from shared.profiel import Profiel
from tests.escalatie.gegeven import incident, melding


def test_een_incident_in_woorden(profiel: Profiel) -> None:
    """Everything that the COA chose, by the words of the profile."""
    heel = incident(thema="geweld", gericht_tegen=GerichtTegen.MEDEWERKERS)
    assert wat_gebeurde(profiel, heel) == (
        "Strafbaar gedrag, geweld. In de noodopvang. Getroffen: medewerkers. Ernst 3 van 4 (ernstig)."
    )


def test_wat_niet_is_gekozen_staat_er_niet(profiel: Profiel) -> None:
    """Nothing is guessed; a melding has no weight, and what is neither says nothing."""
    assert (
        wat_gebeurde(profiel, incident(aard=Aard.OVERLAST, ernst=1))
        == "Overlast. In de noodopvang. Ernst 1 van 4 (licht)."
    )
    assert "Ernst" not in wat_gebeurde(profiel, melding())
    assert wat_gebeurde(profiel, object()) == ""
