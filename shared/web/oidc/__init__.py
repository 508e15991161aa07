"""Signing in with an account of the municipality: OpenID Connect, code flow with PKCE. Off until it is set."""

from importlib import import_module

from fastapi import APIRouter

from shared.klok import Klok
from shared.profiel import Profielen, Rol
from shared.settings import Settings
from shared.web.toegang import Toegang


def rollen_van(instellingen: Settings, profielen: Profielen) -> frozenset[Rol]:
    """Give the roles that come from the municipality's own accounts; none where no provider is set."""
    if not (instellingen.oidc_issuer and instellingen.oidc_client_id):
        return frozenset()
    indelingen = (profiel.aanmelden for profiel in profielen.alle() if profiel.aanmelden is not None)
    return frozenset(waarde.rol for indeling in indelingen for waarde in indeling.rollen)


def paginas_van(instellingen: Settings, profielen: Profielen, toegang: Toegang, klok: Klok) -> APIRouter | None:
    """Give the pages to sign in; None where no provider is set, and then nothing that it needs is loaded."""
    if not (instellingen.oidc_issuer and instellingen.oidc_client_id):
        return None
    aanbieder = import_module("shared.web.oidc.aanbieder").aanbieder_van(instellingen, profielen)
    if aanbieder is None:
        return None
    paginas: APIRouter = import_module("shared.web.oidc.paginas").router(aanbieder, toegang, klok)
    return paginas
