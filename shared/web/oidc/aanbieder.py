"""The identity provider of the municipality: where to send somebody, and what it says of who comes back."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_urlsafe
from time import monotonic
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx2
import structlog
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from authlib.integrations.httpx_client import AsyncOAuth2Client  # type: ignore[import-untyped]
from joserfc.errors import JoseError

from shared.profiel import Profielen
from shared.settings import Settings
from shared.web.oidc.rollen import Indelingen
from shared.web.oidc.token import Verwacht, lees_token
from shared.web.weigering import GeenToegang, Onbereikbaar

TERUG, AFGEMELD = "/aanmelden/terug", "/afgemeld"
WACHT, VERS = 10.0, 3600.0
"""Seconds: for an answer; that what the provider says of itself stays known."""
_EIGEN = frozenset({"127.0.0.1", "localhost", "::1"})
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Poging:
    """What must be the same when somebody comes back."""

    state: str = field(default_factory=lambda: token_urlsafe(32))
    nonce: str = field(default_factory=lambda: token_urlsafe(32))
    verifier: str = field(default_factory=lambda: token_urlsafe(48))


class Aanbieder:
    """One provider. Of who signs in it gives roles and a pseudonym; a name or an address it never asks, nor keeps."""

    def __init__(
        self, issuer: str, client_id: str, secret: str, scope: str, *, basis: str, geheim: str, indelingen: Indelingen
    ) -> None:
        self.geheim, self.indelingen = geheim, indelingen
        self._issuer, self._client_id, self._secret, self._scope = issuer, client_id, secret, scope
        self._basis, self._bekend = basis, (0.0, dict[str, Any]())

    async def begin(self, poging: Poging) -> str:
        """Give the address to send somebody to.

        Raises:
            Onbereikbaar: the provider does not answer, or not as itself.
        """
        eigen = await self._gegevens()
        async with self._client() as client:
            adres, _ = client.create_authorization_url(
                eigen["authorization_endpoint"], state=poging.state, nonce=poging.nonce, code_verifier=poging.verifier
            )
        return str(adres)

    async def rond_af(self, code: str, poging: Poging) -> Mapping[str, Any]:
        """Exchange a code, once, for what the provider says of somebody; everything about it was checked.

        Raises:
            GeenToegang: the code, the token or its signature is not right. Onbereikbaar: see `begin`.
        """
        eigen = await self._gegevens()
        try:
            async with self._client() as client:
                token = await client.fetch_token(eigen["token_endpoint"], code=code, code_verifier=poging.verifier)
            return await self._gelezen(eigen, token, poging.nonce)
        except httpx2.HTTPError as fout:
            raise self._weg(fout) from fout
        except (AuthlibBaseError, JoseError, ValueError, KeyError, TypeError) as fout:
            log.warning("aanmelden bij de aanbieder geweigerd", soort=type(fout).__name__)
            raise GeenToegang("Aanmelden is niet gelukt. Probeer het opnieuw vanaf de pagina Aanmelden.") from fout

    async def afmeldadres(self) -> str:
        """Give where somebody can sign out at the provider too; empty where it offers none."""
        eigen = await self._gegevens()
        if not (adres := eigen.get("end_session_endpoint")):
            return ""
        vraag = {"client_id": self._client_id, "post_logout_redirect_uri": self._basis + AFGEMELD}
        return f"{adres}{'&' if '?' in adres else '?'}{urlencode(vraag)}"

    def pseudoniem(self, claims: Mapping[str, Any]) -> str:
        """Name an account so that nobody without the secret of the installation can tell whose it is."""
        sleutel = sha256(b"meldketen.oidc.account.v1" + self.geheim.encode()).digest()
        return hmac.digest(sleutel, f"{claims['iss']}\x00{claims['sub']}".encode(), "sha256").hex()[:32]

    async def _gelezen(self, eigen: dict[str, Any], token: Mapping[str, Any], nonce: str) -> Mapping[str, Any]:
        verwacht = Verwacht(self._issuer, self._client_id, nonce, token.get("access_token"))
        return lees_token(token["id_token"], await self._haal(eigen["jwks_uri"]), verwacht)

    async def _gegevens(self) -> dict[str, Any]:
        tot, bekend = self._bekend
        if monotonic() < tot:
            return bekend
        gevonden: dict[str, Any] = await self._haal(self._issuer.rstrip("/") + "/.well-known/openid-configuration")
        adressen = [gevonden.get(naam, "") for naam in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        if gevonden.get("issuer") != self._issuer or not all(map(_veilig, adressen)):
            raise self._weg(ValueError("the provider says that it is another, or offers no safe addresses"))
        self._bekend = (monotonic() + VERS, gevonden)
        return gevonden

    async def _haal(self, adres: str) -> Any:
        try:
            async with httpx2.AsyncClient(timeout=WACHT) as client:
                antwoord = await client.get(adres)
                antwoord.raise_for_status()
                return antwoord.json()
        except (httpx2.HTTPError, ValueError) as fout:
            raise self._weg(fout) from fout

    def _client(self) -> AsyncOAuth2Client:
        return AsyncOAuth2Client(
            self._client_id,
            self._secret or None,
            token_endpoint_auth_method="client_secret_basic" if self._secret else "none",
            scope=self._scope,
            redirect_uri=self._basis + TERUG,
            code_challenge_method="S256",
            timeout=WACHT,
        )

    @staticmethod
    def _weg(fout: Exception) -> Onbereikbaar:
        log.warning("aanbieder van accounts niet te gebruiken", soort=type(fout).__name__)
        return Onbereikbaar("De aanmeldpagina van uw organisatie is nu niet bereikbaar. Probeer het straks opnieuw.")


def aanbieder_van(instellingen: Settings, profielen: Profielen) -> Aanbieder | None:
    """Give the provider that is set; None where none is, or no profile says who may do what."""
    indelingen = {
        profiel.gemeente.code: profiel.aanmelden for profiel in profielen.alle() if profiel.aanmelden is not None
    }
    if not (instellingen.oidc_issuer and instellingen.oidc_client_id and indelingen):
        return None
    return Aanbieder(
        instellingen.oidc_issuer,
        instellingen.oidc_client_id,
        instellingen.oidc_client_secret.get_secret_value(),
        instellingen.oidc_scope,
        basis=instellingen.basis_url,
        geheim=instellingen.geheim.get_secret_value(),
        indelingen=indelingen,
    )


def _veilig(adres: str) -> bool:
    delen = urlsplit(adres)
    return delen.scheme == "https" or (delen.scheme == "http" and delen.hostname in _EIGEN)
