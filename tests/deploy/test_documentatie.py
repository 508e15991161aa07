"""`/docs`: what other systems may rely on, made from what runs."""

import re
from urllib.parse import unquote

import pytest
from starlette.types import ASGIApp

from meldketen import documentatie
from meldketen.diensten import NAMEN, TITELS
from shared.bus.event import type_of
from shared.web.service import service_app
from shared.web.shell import site
from shared.web.toegang import open_toegang
from tests.contracts.vormen import VORMEN
from tests.deploy.conftest import Huis
from tests.web import bezoeker


@pytest.fixture(scope="module")
def app(bouwsel: Huis, tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    """The site with its documents, as the program puts it together."""
    diensten = [loop.dienst for loop in bouwsel.loops.values()]
    return site(
        {dienst.naam: service_app(dienst.naam, dienst.api, titel=TITELS[dienst.naam]) for dienst in diensten},
        [documentatie.paginas(diensten)],
        toegang=open_toegang(str(tmp_path_factory.mktemp("toegang")), bouwsel.klok),
        instellingen=bouwsel.instellingen,
        klok=bouwsel.klok,
        naam="Zoetermeer",
        gereed=bouwsel.gereed,
    )


async def test_iedereen_vindt_de_beschrijving_van_elke_api(app: ASGIApp) -> None:
    """The page leads to each OpenAPI document, and each of them is there, without a key."""
    pagina = await bezoeker(app).get("/docs")
    paden = re.findall(r'href="(/\w+/v1/openapi\.json)"', pagina.text)
    assert paden == [f"/{naam}/v1/openapi.json" for naam in NAMEN]
    for pad in paden:
        document = (await bezoeker(app).get(pad)).json()
        assert document["openapi"].startswith("3.")
        assert document["paths"]


async def test_het_bericht_staat_er_met_wie_het_hoort(app: ASGIApp) -> None:
    """Who reports what, under which type, and who acts on it."""
    pagina = (await bezoeker(app).get("/docs")).text
    rij = pagina[pagina.index("MeldingOntvangen") :].partition("</tr>")[0]
    assert type_of("intake", "MeldingOntvangen") in rij
    assert {"overleg", "escalatie", "rapportage"} <= set(re.findall(r"\w+", rij))
    assert ">rapportage</td>" not in pagina[pagina.index("Wat rapportage meldt</caption>") :]


async def test_het_document_van_de_bus_noemt_elk_bericht_en_is_heel(app: ASGIApp) -> None:
    """Every released event is sent by somebody in it, every reference leads somewhere, and other sites may read it."""
    antwoord = await bezoeker(app).get("/docs/asyncapi.json")
    assert antwoord.headers["access-control-allow-origin"] == "*"
    document = antwoord.json()
    assert document["asyncapi"].startswith("3.")
    adressen = {kanaal["address"] for kanaal in document["channels"].values()}
    assert {adres.rpartition(".")[2] for adres in adressen if "{gemeente}" in adres} == VORMEN.keys()
    for verwijzing in set(re.findall(r'"\$ref":\s*"#/([^"]+)"', antwoord.text)):
        plek = document
        for deel in verwijzing.split("/"):
            plek = plek[unquote(deel).replace("~1", "/").replace("~0", "~")]


async def test_er_staat_geen_adres_van_binnen_in(app: ASGIApp) -> None:
    """Where the servers are, and with which key, is nobody's business."""
    document = (await bezoeker(app).get("/docs/asyncapi.json")).json()
    assert {server["host"] for server in document["servers"].values()} == {"127.0.0.1:4222"}
