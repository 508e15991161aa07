"""The id token: signed by the provider, meant for us, of this request, and of now."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

import pytest
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from shared.web.oidc.token import Verwacht, lees_token
from tests.web import nu

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the provider itself
SLEUTEL, VREEMD = RSAKey.generate_key(2048), RSAKey.generate_key(2048)
GOED = {"iss": "https://idp.example", "aud": "meldketen", "sub": "x", "nonce": "n", "exp": 60, "iat": 0}


def token(sleutel: RSAKey = SLEUTEL, kop: str = "RS256", **anders: object) -> str:
    """A token; times in seconds from now."""
    claims = {**GOED, **anders}
    claims |= {naam: int(nu().timestamp()) + claims[naam] for naam in ("exp", "iat") if isinstance(claims[naam], int)}
    return jwt.encode({"alg": kop}, {naam: een for naam, een in claims.items() if een is not None}, sleutel)


def gelezen(waarde: str) -> Mapping[str, Any]:
    """Read it as ours."""
    sleutels = {"keys": [SLEUTEL.as_dict(private=False)]}
    return lees_token(waarde, sleutels, Verwacht("https://idp.example", "meldketen", "n"))


def test_een_goed_token_wordt_gelezen() -> None:
    """Signed, for us, of this request and of now."""
    assert gelezen(token())["sub"] == "x"


@pytest.mark.parametrize(
    "anders",
    [
        {"aud": "een-ander"},
        {"aud": "een-ander", "azp": "meldketen"},
        {"aud": ["meldketen", "een-ander"], "azp": "een-ander"},
        {"aud": None},
        {"iss": "https://kwaad.example"},
        {"iss": None},
        {"nonce": "een-ander"},
        {"nonce": None},
        {"exp": -3600},
        {"iat": 3600},
        {"sub": None},
        {"sleutel": VREEMD},
    ],
)
def test_een_fout_token_wordt_geweigerd(anders: dict[str, Any]) -> None:
    """For another, from another, of another request, too old, too new, of nobody, or signed by another."""
    with pytest.raises((JoseError, AuthlibBaseError)):
        gelezen(token(**anders))


def test_een_token_zonder_handtekening_of_met_een_gedeeld_geheim_telt_niet() -> None:
    """`none`, and the public key used as a shared secret."""
    _, inhoud, _ = token().split(".")
    kop = urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    hs = urlsafe_b64encode(b'{"alg":"HS256"}').decode().rstrip("=")
    zegel = hmac.digest(SLEUTEL.as_pem(private=False), f"{hs}.{inhoud}".encode(), "sha256")
    gedeeld = urlsafe_b64encode(zegel).decode().rstrip("=")
    for waarde in (f"{kop}.{inhoud}.", f"{hs}.{inhoud}.{gedeeld}"):
        with pytest.raises((JoseError, ValueError)):
            gelezen(waarde)
