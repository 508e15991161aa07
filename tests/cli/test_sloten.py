"""What may run beside what on one folder."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from meldketen.diensten import NAMEN
from meldketen.gegevensmap import AlInGebruik, Slot
from meldketen.keten import sloten


def bezet(stack: ExitStack, folder: Path, *namen: str) -> None:
    """Take what these services need."""
    for naam in sloten(namen):
        stack.enter_context(Slot(folder, naam))


@pytest.mark.parametrize(("eerst", "dan"), [(NAMEN, ("intake",)), (("escalatie",), NAMEN), (NAMEN, NAMEN)])
def test_a_service_runs_once_on_a_folder(tmp_path: Path, eerst: tuple[str, ...], dan: tuple[str, ...]) -> None:
    """The chain beside one of its services would alarm and publish for two."""
    with ExitStack() as stack:
        bezet(stack, tmp_path, *eerst)
        with pytest.raises(AlInGebruik):
            bezet(stack, tmp_path, *dan)


def test_different_services_share_a_folder(tmp_path: Path) -> None:
    """Each alone, side by side."""
    with ExitStack() as stack:
        for naam in NAMEN:
            bezet(stack, tmp_path, naam)
