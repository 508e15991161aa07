"""Signing in with an account of the municipality: OpenID Connect, code flow with PKCE. Off until it is set."""

from importlib import import_module

from fastapi import APIRouter

from shared.klok import Klok
from shared.profiel import Profielen
from shared.settings import Settings
from shared.web.toegang import Toegang


def paginas_van(instellingen: Settings, profielen: Profielen, toegang: Toegang, klok: Klok) -> APIRouter | None:
    """Give the pages to sign in; None where no provider is set, and then nothing that it needs is loaded."""
    if not (instellingen.oidc_issuer and instellingen.oidc_client_id):
        return None
    aanbieder = import_module("shared.web.oidc.aanbieder").aanbieder_van(instellingen, profielen)
    if aanbieder is None:
        return None
    paginas: APIRouter = import_module("shared.web.oidc.paginas").router(aanbieder, toegang, klok)
    return paginas
