"""The id token: signed by the provider, meant for us, of this request, and of now. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]
from joserfc import jwt
from joserfc.jwk import KeySet

ALGORITMEN = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"]
"""Signatures with a public key only: `none` and a shared secret are refused."""
SPELING = 60
"""Seconds that two clocks may differ."""


@dataclass(frozen=True, slots=True)
class Verwacht:
    """What a token must say."""

    issuer: str
    client_id: str
    nonce: str
    access_token: str | None = None


def lees_token(id_token: str, sleutels: Any, verwacht: Verwacht) -> Mapping[str, Any]:
    """Give what the token says of somebody.

    Raises:
        JoseError, AuthlibBaseError, ValueError, KeyError: it is not right in some way.
    """
    gelezen = jwt.decode(id_token, KeySet.import_key_set(sleutels), algorithms=ALGORITMEN)
    claims = CodeIDToken(
        gelezen.claims,
        gelezen.header,
        {
            "iss": {"essential": True, "value": verwacht.issuer},
            "aud": {"essential": True, "value": verwacht.client_id},
        },
        {"nonce": verwacht.nonce, "client_id": verwacht.client_id, "access_token": verwacht.access_token},
    )
    claims.validate(leeway=SPELING)
    return dict(claims)
