"""How much of the bare framework's speed is left when every answer comes after the fact is on disk."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.belasting import Opdracht
from bench.ronden import Rij, p50, per_seconde, vergelijk, vergelijk_duur
from bench.server import draaiend
from bench.sqlite import commit_ms, kaal

AARDEN = ("overlast", "crimineel", "ggz")
PLAATSEN = ("in-noodopvang", "buiten-noodopvang")
KANALEN = ("overlast-van-buren", "meldpunt-bezorgd", "telefoon")
TEKST = (
    "Mevrouw Jansen van de Dorpsstraat 12 belde op 3 november: een groep jongeren schreeuwde 's avonds laat bij het "
    "park en gooide met flessen. Zij is te bereiken op 06-12345678 of jansen@voorbeeld.example. Haar buurman Pieter "
    "de Vries zag hetzelfde en wil ook graag horen wat er met deze melding wordt gedaan."
)
"""Three hundred invented characters, of which a good part has to be masked."""


@dataclass(frozen=True)
class Servers:
    """Intake and the bare endpoint, with what to send to each."""

    intake: Opdracht
    kaal: Opdracht
    folder: Path


def lichamen(tekst: str | None = None) -> list[str]:
    """Return reports, each a little different."""
    gebeurd = datetime.now(UTC) - timedelta(hours=1)
    erbij = {"toelichting": tekst} if tekst else {}
    return [
        json.dumps(
            {
                "aard": AARDEN[nummer % 3],
                "plaats": PLAATSEN[nummer % 2],
                "locatie": "rokkeveenseweg",
                "voorgevallenOp": (gebeurd - timedelta(minutes=nummer)).isoformat(),
                "kanaal": KANALEN[nummer % 3],
                **erbij,
            }
        )
        for nummer in range(48)
    ]


@contextmanager
def servers() -> Iterator[Servers]:
    """Run intake on a fresh folder, and the bare endpoint."""
    with ExitStack() as stapel:
        folder = stapel.enter_context(TemporaryDirectory(prefix="meldketen-bench-"))
        poort, sleutel = stapel.enter_context(draaiend("bench.intake_server", folder))
        (ander,) = stapel.enter_context(draaiend("bench.kaal"))
        yield Servers(
            Opdracht(int(poort), "/intake/v1/meldingen", lichamen(), sleutel=sleutel, seconden=1.0),
            Opdracht(int(ander), "/meldingen", lichamen(), seconden=1.0),
            Path(folder),
        )


def meet() -> list[Rij]:
    """Compare received and stored with received and validated: many at once, with a text, and one at a time."""
    with servers() as bij:
        met_tekst = replace(bij.intake, lichamen=lichamen(TEKST))
        kale_tekst = replace(bij.kaal, lichamen=lichamen(TEKST), pad="/met-tekst")
        return [
            _veel("zonder tekst", 0.6, bij.intake, bij.kaal),
            _veel(f"met {len(TEKST)} tekens te maskeren", 0.4, met_tekst, kale_tekst),
            _een_voor_een(bij),
        ]


def _veel(wat: str, doel: float, intake: Opdracht, ander: Opdracht) -> Rij:
    meld, valideer = (partial(per_seconde, opdracht, verwacht=201) for opdracht in (intake, ander))
    meld(), valideer()  # a first round, not counted
    return vergelijk(f"POST melding, 201 na fsync, {wat} (per seconde)", doel=doel, waarde=meld, basis=valideer)


def _een_voor_een(bij: Servers) -> Rij:
    """Hold the latency of one request against what cannot be left out: the bare endpoint and one commit."""
    alleen, ander = (replace(opdracht, verbindingen=1) for opdracht in (bij.intake, bij.kaal))
    with kaal(bij.folder / "kaal.db") as db:
        return vergelijk_duur(
            "POST melding, een tegelijk (ms; basis: kale POST + een commit)",
            hoogstens=1.5,
            waarde=lambda: p50(alleen, verwacht=201),
            basis=lambda: p50(ander, verwacht=201) + commit_ms(db, lichamen()[0].encode()),
        )
