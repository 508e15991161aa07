"""What doors are made of: routers that demand a rule, pages, problems, and the shell around all services."""

from shared.web.forms import eis_zeker, formulier, lees_invoer
from shared.web.pages import omleiding, pagina, taal_van, terug_kan
from shared.web.routing import actie, api_router, limiet, ongemarkeerde_routes, page_router
from shared.web.shell import Gereedheid, service_app, site
from shared.web.toegang import ACTIES, OPENBAAR, Toegang, Wie, eis_locatie, mag, mag_locatie, open_toegang, wie
from shared.web.trace import context

__all__ = [
    "ACTIES",
    "OPENBAAR",
    "Gereedheid",
    "Toegang",
    "Wie",
    "actie",
    "api_router",
    "context",
    "eis_locatie",
    "eis_zeker",
    "formulier",
    "lees_invoer",
    "limiet",
    "mag",
    "mag_locatie",
    "omleiding",
    "ongemarkeerde_routes",
    "open_toegang",
    "page_router",
    "pagina",
    "service_app",
    "site",
    "taal_van",
    "terug_kan",
    "wie",
]
