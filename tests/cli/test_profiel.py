"""`meldketen profiel controleer`."""

from pathlib import Path

from tests.cli.conftest import Meldketen

ZOETERMEER = Path(__file__).parents[2] / "deploy" / "profielen" / "zoetermeer.toml"


def test_a_shipped_profile_is_right(meldketen: Meldketen) -> None:
    """A name is enough, and without one the default profile is looked at."""
    assert "zoetermeer: goed." in meldketen("profiel", "controleer", "zoetermeer").uit
    assert meldketen("profiel", "controleer").code == 0


def test_a_number_that_lacks_is_a_hint(meldketen: Meldketen, tmp_path: Path) -> None:
    """Whom to call at night: an example, or nothing at all, is said; the profile is right all the same."""
    assert (
        "let op, dit nummer is nog een voorbeeld: Politie, officier van dienst"
        in meldketen("profiel", "controleer", "zoetermeer").uit
    )
    begin, _, rest = ZOETERMEER.read_text().partition("[[dienstnummers]]")
    (tmp_path / "zonder.toml").write_text(begin + rest[rest.index("# Alleen voor ladders") :])

    afloop = meldketen("profiel", "controleer", "zonder.toml")

    assert afloop.code == 0
    assert "geen nummer voor dag en nacht van" in afloop.uit
    assert afloop.uit.count("[[dienstnummers]]") == 2


def test_every_error_comes_with_its_line(meldketen: Meldketen, tmp_path: Path) -> None:
    """A wrong profile ends with code 1, and each line to change is named with what is expected there."""
    regels = ZOETERMEER.read_text().splitlines()
    kapot = [
        next(nr for nr, regel in enumerate(regels, 1) if regel.startswith(veld)) for veld in ("oin =", "weekdag =")
    ]
    for nr in kapot:
        regels[nr - 1] = regels[nr - 1].partition("=")[0] + '= "zondagmorgen"'
    (tmp_path / "kapot.toml").write_text("\n".join(regels))

    afloop = meldketen("profiel", "controleer", "kapot.toml")

    assert afloop.code == 1
    for nr in kapot:
        assert f"kapot.toml, regel {nr}, " in afloop.uit
    assert "niet goed, 2 fouten" in afloop.uit


def test_a_colour_that_cannot_be_read_is_refused(meldketen: Meldketen, tmp_path: Path) -> None:
    """The line of the colour is named, with what its contrast is and what to do."""
    regels = ZOETERMEER.read_text().replace('kleur = "#154273"', 'kleur = "#f39200"').splitlines()
    (tmp_path / "licht.toml").write_text("\n".join(regels))

    afloop = meldketen("profiel", "controleer", "licht.toml")

    assert afloop.code == 1
    plek = regels.index('kleur = "#f39200"') + 1
    assert f"licht.toml, regel {plek}, huisstijl.kleur: deze kleur is te licht" in afloop.uit
    assert "kies een donkerder kleur" in afloop.uit


def test_a_profile_that_is_not_there_is_refused(meldketen: Meldketen) -> None:
    """The answer names what could have been meant."""
    afloop = meldketen("profiel", "controleer", "atlantis")
    assert afloop.code == 1
    assert "zoetermeer" in afloop.uit
