"""How much of the bare framework's speed is left when every answer comes after the fact is on disk."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from tempfile import TemporaryDirectory

from bench.belasting import Opdracht
from bench.ronden import Rij, per_seconde, vergelijk
from bench.server import draaiend

AARDEN = ("overlast", "crimineel", "ggz")
PLAATSEN = ("in-noodopvang", "buiten-noodopvang")
KANALEN = ("overlast-van-buren", "meldpunt-bezorgd", "telefoon")


def lichamen() -> list[str]:
    """Return reports without text, each a little different."""
    gebeurd = datetime.now(UTC) - timedelta(hours=1)
    return [
        json.dumps(
            {
                "aard": AARDEN[nummer % 3],
                "plaats": PLAATSEN[nummer % 2],
                "locatie": "rokkeveenseweg",
                "voorgevallenOp": (gebeurd - timedelta(minutes=nummer)).isoformat(),
                "kanaal": KANALEN[nummer % 3],
            }
        )
        for nummer in range(48)
    ]


@contextmanager
def servers() -> Iterator[tuple[Opdracht, Opdracht]]:
    """Run intake on a fresh folder, and the bare endpoint; give the load for each."""
    with ExitStack() as stapel:
        folder = stapel.enter_context(TemporaryDirectory(prefix="meldketen-bench-"))
        poort, sleutel = stapel.enter_context(draaiend("bench.intake_server", folder))
        (kaal,) = stapel.enter_context(draaiend("bench.kaal"))
        yield (
            Opdracht(int(poort), "/intake/v1/meldingen", lichamen(), sleutel=sleutel),
            Opdracht(int(kaal), "/meldingen", lichamen()),
        )


def meet() -> Rij:
    """Compare received and stored with received and validated."""
    with servers() as (intake, kaal):
        meld, valideer = (partial(per_seconde, opdracht, verwacht=201) for opdracht in (intake, kaal))
        meld(), valideer()  # a first round, not counted
        return vergelijk(
            "POST melding, 201 na fsync, zonder tekst (per seconde)", doel=0.5, waarde=meld, basis=valideer
        )
