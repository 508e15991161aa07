"""Write the description of each service's API to a folder, as it is served: `python .ci/openapi.py MAP`."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from meldketen.diensten import NAMEN, TITELS, bouw
from shared.dienst import Omgeving
from shared.klok import echte_klok
from shared.profiel import Profielen, laad
from shared.settings import Settings
from shared.web import service_app
from shared.web.toegang import open_toegang


def schrijf(doel: Path) -> None:
    """Build every service on an empty store, and write what its API says of itself."""
    with TemporaryDirectory() as map_:
        instellingen = Settings(data=Path(map_), geheim=SecretStr("only to look"), publiek_adres="https://voorbeeld.nl")
        toegang = open_toegang(map_, echte_klok)
        omgeving = Omgeving(Profielen([laad("zoetermeer")]), echte_klok, instellingen, toegang)
        for naam in NAMEN:
            dienst = bouw(naam, omgeving)
            app = service_app(naam, dienst.api, titel=TITELS[naam])
            app.published_at(naam, instellingen)
            (doel / f"{naam}.json").write_text(json.dumps(app.openapi(), indent=1))
            dienst.ledger.close()
        toegang.close()


if __name__ == "__main__":
    schrijf(Path(sys.argv[1]))
