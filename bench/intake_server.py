"""Intake as it is deployed, on a fresh folder: from the socket to the disk, without the other services."""

import sys
from pathlib import Path

from bench.server import bedien
from meldketen.diensten import TITELS
from meldketen.winkel import open_winkel
from shared.logs import stel_in
from shared.profiel import Profielen, Rol, laad
from shared.settings import Settings
from shared.web.shell import Gereedheid, service_app, site


async def gereed() -> Gereedheid:
    """Nothing else runs here."""
    return Gereedheid({}, {})


def main(folder: Path) -> None:
    """Print the port and a key for the meldpunt, and serve."""
    instellingen = Settings(data=folder, snelheidslimiet=False)
    stel_in("json", "WARNING")
    with open_winkel(instellingen, Profielen([laad("zoetermeer")]), ["intake"], nieuw=True) as winkel:
        (intake,) = winkel.diensten
        toegang, klok = winkel.omgeving.toegang, winkel.omgeving.klok
        api = service_app(intake.naam, intake.api, titel=TITELS[intake.naam])
        app = site(
            {"intake": api},
            [],
            toegang=toegang,
            instellingen=winkel.omgeving.instellingen,
            klok=klok,
            naam="bench",
            gereed=gereed,
        )
        bedien(app, toegang.maak_sleutel(Rol.MELDPUNT, label="bench"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
