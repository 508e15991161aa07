"""Signing in with an account of the municipality: OpenID Connect, code flow with PKCE. Off until it is set."""

from shared.web.oidc.aanbieder import Aanbieder, aanbieder_van

__all__ = ["Aanbieder", "aanbieder_van"]
