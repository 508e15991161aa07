"""Running the real `meldketen` in a process of its own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.programma import Afloop, schone_omgeving, voer_uit

Meldketen = Callable[..., Afloop]


def omgeving(**instellingen: str) -> dict[str, str]:
    """Give the environment of a machine that speaks German."""
    return schone_omgeving(LANG="de_DE.UTF-8", COLUMNS="100") | instellingen


def in_map(plek: Path, *argumenten: str | Path, koud: bool = False, **instellingen: str) -> Afloop:
    """Run `meldketen` with arguments in a folder, to its end."""
    return voer_uit(*argumenten, plek=plek, omgeving=omgeving(**instellingen), koud=koud)


@pytest.fixture
def meldketen(tmp_path: Path) -> Meldketen:
    """Run `meldketen` in an empty folder."""
    return partial(in_map, tmp_path)
