"""Signing in with an account of the municipality, at a real provider on this machine."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from oidc_provider_mock import User, run_server_in_thread
from starlette.types import ASGIApp

from shared.profiel.schema import Rol
from shared.profiel.schema.aanmelden import Aanmelden, Rolwaarde
from shared.settings import Settings
from shared.web import Gereedheid, Toegang, site
from shared.web.audit.vraag import Vraag
from shared.web.oidc.aanbieder import Aanbieder, Poging
from shared.web.oidc.paginas import COOKIE as POGING
from shared.web.oidc.paginas import router
from shared.web.oidc.rollen import bereik_van, waarden
from shared.web.toegang.facts import AangemeldBijAanbieder
from shared.web.weigering import GeenToegang
from tests.shared import deuren
from tests.web import BASIS, COOKIE, bezoeker, csrf_uit, nu

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the provider itself
HIER = {"Sec-Fetch-Site": "same-origin"}
INDELING = Aanmelden(
    claim="realm_access.roles",
    rollen=(
        Rolwaarde(waarde="Meldketen.Beheer", rol=Rol.BEHEER),
        Rolwaarde(waarde="Meldketen.OOV", rol=Rol.OOV),
        Rolwaarde(waarde="Meldketen.COA", rol=Rol.COA, locatie="rokkeveenseweg"),
    ),
)


def account(sub: str, *rollen: str) -> User:
    """Somebody at the provider, who has a name and an address there."""
    claims = {"realm_access": {"roles": list(rollen)}, "name": "Voornaam Verzonnen", "email": "verzonnen@example.org"}
    return User(sub=sub, claims=claims)


ACCOUNTS = (
    account("oov-1", "Iets.Anders", "Meldketen.OOV"),
    account("coa-1", "Meldketen.COA"),
    account("geen-1", "Iets.Anders"),
)


@pytest.fixture(scope="module")
def aanbod() -> Iterator[str]:
    """A provider that asks for the nonce; its issuer."""
    with run_server_in_thread(user_claims=ACCOUNTS, require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


def aanbieder(issuer: str, **anders: Any) -> Aanbieder:
    """What an operator would set."""
    gezet: dict[str, Any] = {"basis": BASIS, "geheim": "g" * 40, "indelingen": {"gm0637": INDELING}, **anders}
    return Aanbieder(issuer, "meldketen", "een geheim", "openid profile email", **gezet)


async def _gereed() -> Gereedheid:
    return Gereedheid()


@pytest.fixture
def app(toegang: Toegang, aanbod: str) -> ASGIApp:
    """A site with that provider."""
    return maak(toegang, aanbieder(aanbod))


def maak(toegang: Toegang, van: Aanbieder | None) -> ASGIApp:
    """A site, with or without a provider."""
    gezet = Settings(snelheidslimiet=False)
    paginas = [deuren.paginas()]
    extern = router(van, toegang, nu) if van else None
    return site(
        {}, paginas, toegang=toegang, instellingen=gezet, klok=nu, naam="Zoetermeer", gereed=_gereed, extern=extern
    )


@dataclass
class Bezoek:
    """A browser that was sent to the provider and comes back with what it got there."""

    client: httpx.AsyncClient
    vraag: Mapping[str, list[str]]
    terug: Mapping[str, str]


async def ga_heen(app: ASGIApp, sub: str) -> Bezoek:
    """Go out to the provider and sign in there."""
    client = bezoeker(app, **HIER)
    adres = (await client.get("/aanmelden/oidc")).headers["location"]
    async with httpx.AsyncClient() as browser:
        antwoord = await browser.post(adres, data={"sub": sub})
    gekregen = urlsplit(antwoord.headers["location"])
    assert f"{gekregen.scheme}://{gekregen.netloc}{gekregen.path}" == f"{BASIS}/aanmelden/terug"
    terug = {naam: waarden[0] for naam, waarden in parse_qs(gekregen.query).items()}
    return Bezoek(client, parse_qs(urlsplit(adres).query), terug)


async def test_wie_een_rol_heeft_komt_binnen(app: ASGIApp, toegang: Toegang) -> None:
    """Out with a challenge, back with a code, and in with the role and municipality of the profile."""
    bezoek = await ga_heen(app, "oov-1")
    assert bezoek.vraag["code_challenge_method"] == ["S256"]
    assert all(bezoek.vraag[naam][0] for naam in ("code_challenge", "state", "nonce"))
    antwoord = await bezoek.client.get("/aanmelden/terug", params=bezoek.terug)
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/")
    assert "Openbare orde en veiligheid" in (await bezoek.client.get("/hulp")).text
    wie = await toegang.by_session(bezoek.client.cookies[COOKIE])
    assert wie is not None
    assert (wie.rol, wie.gemeente) == (Rol.OOV, "gm0637")


async def test_van_een_mens_blijft_niets_staan(app: ASGIApp, toegang: Toegang) -> None:
    """No name, address or number of the provider is stored: a pseudonym, the same each time, and in the audit too."""
    for _ in range(2):
        bezoek = await ga_heen(app, "oov-1")
        await bezoek.client.get("/aanmelden/terug", params=bezoek.terug)
    accounts = {
        gelezen.fact.account
        for gelezen in toegang.ledger.read(0, 10)
        if isinstance(gelezen.fact, AangemeldBijAanbieder)
    }
    assert len(accounts) == 1
    regels = await toegang.audit.regels(Vraag(actie="aanmelden.extern"))
    assert {regel.wie for regel in regels if regel.wie} == accounts
    alles = [str(toegang.ledger.query_sync(f"SELECT * FROM {tabel}")) for tabel in ("sessies", "links")]
    alles += [gelezen.data.decode() for gelezen in toegang.ledger.read(0, 10)]
    assert not [stuk for stuk in ("Jan", "example.org", "oov-1") for tekst in alles if stuk in tekst]


async def test_zonder_rol_komt_niemand_binnen(app: ASGIApp) -> None:
    """An account without a role of the profile is refused, and gets no session."""
    bezoek = await ga_heen(app, "geen-1")
    antwoord = await bezoek.client.get("/aanmelden/terug", params=bezoek.terug)
    assert antwoord.status_code == 403
    assert COOKIE not in bezoek.client.cookies


async def test_een_code_werkt_een_keer(app: ASGIApp) -> None:
    """Coming back twice with one code is refused."""
    bezoek = await ga_heen(app, "coa-1")
    poging = bezoek.client.cookies[POGING]
    assert (await bezoek.client.get("/aanmelden/terug", params=bezoek.terug)).status_code == 303
    ander = bezoeker(app, Cookie=f"{POGING}={poging}")
    assert (await ander.get("/aanmelden/terug", params=bezoek.terug)).status_code == 403


async def test_wie_niet_zelf_begon_komt_niet_terug(app: ASGIApp) -> None:
    """A return that another browser began, with another state, or broken off, is refused and spends nothing."""
    bezoek, ander = await ga_heen(app, "oov-1"), await ga_heen(app, "coa-1")
    zonder = {naam: waarde for naam, waarde in bezoek.terug.items() if naam != "code"}
    for client, vraag in (
        (bezoeker(app), bezoek.terug),
        (ander.client, bezoek.terug),
        (bezoek.client, {**bezoek.terug, "state": "x"}),
        (bezoek.client, {**zonder, "error": "access_denied"}),
        (bezoeker(app, Cookie=f"{POGING}=gemaakt.door.mij"), bezoek.terug),
    ):
        antwoord = await client.get("/aanmelden/terug", params=vraag)
        assert antwoord.status_code == 403
        assert COOKIE not in antwoord.headers.get("set-cookie", "")
    assert (await bezoek.client.get("/aanmelden/terug", params=bezoek.terug)).status_code == 303


async def test_een_token_van_een_ander_verzoek_telt_niet(toegang: Toegang, aanbod: str) -> None:
    """The nonce of the token must be that of the request."""
    van = aanbieder(aanbod)
    bezoek = await ga_heen(maak(toegang, van), "oov-1")
    with pytest.raises(GeenToegang):
        await van.rond_af(bezoek.terug["code"], Poging(nonce="een andere"))


async def test_een_aanbieder_die_een_ander_is_wordt_niet_vertrouwd(toegang: Toegang, aanbod: str) -> None:
    """Who names itself otherwise than it was set, or does not answer, gets nobody: 503 in plain words."""
    for issuer in (aanbod.replace("localhost", "127.0.0.1") + "/", "http://localhost:9"):
        antwoord = await bezoeker(maak(toegang, aanbieder(issuer))).get("/aanmelden/oidc")
        assert antwoord.status_code == 503
        assert "niet bereikbaar" in antwoord.text


async def test_overal_afmelden(app: ASGIApp, toegang: Toegang) -> None:
    """One button ends every session of the account; then the provider is offered."""
    een, ander = await ga_heen(app, "oov-1"), await ga_heen(app, "oov-1")
    for bezoek in (een, ander):
        await bezoek.client.get("/aanmelden/terug", params=bezoek.terug)
    token = csrf_uit((await een.client.get("/aanmelden")).text)
    assert (await een.client.post("/afmelden/overal", data={"csrf": token})).headers["location"] == "/afgemeld"
    assert (await ander.client.get("/meldingen")).status_code == 401
    assert "Afmelden bij mijn organisatie" in (await een.client.get("/afgemeld")).text


async def test_afgemeld_ook_als_de_aanbieder_weg_is(toegang: Toegang) -> None:
    """Who signed out here reads so, whether or not the provider answers."""
    weg = aanbieder("http://localhost:9")
    antwoord = await bezoeker(maak(toegang, weg)).get("/afgemeld")
    assert (antwoord.status_code, "U bent afgemeld" in antwoord.text) == (200, True)
    assert "Afmelden bij mijn organisatie" not in antwoord.text


async def test_zonder_instelling_is_er_niets(toegang: Toegang) -> None:
    """Off until it is set: no address, no button."""
    client = bezoeker(maak(toegang, None))
    assert (await client.get("/aanmelden/oidc")).status_code == 404
    assert "organisatie</a>" not in (await client.get("/aanmelden")).text


@pytest.mark.parametrize(
    ("claims", "claim", "gevonden"),
    [
        ({"roles": ["a", "b"]}, "roles", {"a", "b"}),
        ({"roles": "a"}, "roles", {"a"}),
        ({"x": {"y": ["a"]}}, "x.y", {"a"}),
        ({"https://x.nl/rol": ["a"]}, "https://x.nl/rol", {"a"}),
        ({"roles": [1, None, {"a": "b"}]}, "roles", set()),
        ({"roles": 7}, "roles", set()),
        ({}, "x.y.z", set()),
    ],
)
def test_waar_rollen_staan(claims: dict[str, Any], claim: str, gevonden: set[str]) -> None:
    """A text, a list, within objects, or under an address; what is no text counts for nothing."""
    assert waarden(claims, claim) == gevonden


def test_de_eerste_rol_van_het_profiel_geldt() -> None:
    """Who has several values gets the role that the profile names first."""
    claims = {"realm_access": {"roles": ["Meldketen.OOV", "Meldketen.Beheer"]}}
    bereik = bereik_van(claims, {"gm0637": INDELING})
    assert bereik is not None
    assert bereik.rol is Rol.BEHEER


def test_een_coa_zonder_locatie_kan_niet_in_een_profiel() -> None:
    """Who sees their own location only must have one."""
    with pytest.raises(ValueError, match="locatie ontbreekt"):
        Rolwaarde(waarde="x", rol=Rol.COA)


def test_zonder_aanbieder_wordt_er_niets_van_geladen() -> None:
    """Who signs in by links pays for no part of it: not at the start, not in memory."""
    vraag = "import sys, meldketen.keten; print(*{naam.split('.')[0] for naam in sys.modules})"
    geladen = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    assert not {"authlib", "joserfc", "httpx2"} & set(geladen.stdout.split())
    assert geladen.stderr == ""
