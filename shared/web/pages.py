"""Pages: Jinja templates with who is asking, and the way back after a form."""

from functools import partial
from urllib.parse import urlsplit

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from shared.profiel.regels import van
from shared.web.menu import plaats
from shared.web.request import facilities
from shared.web.talen import Taal
from shared.web.templates import environment
from shared.web.toegang.wie import Wie, mag, wie


def pagina(request: Request, template: str, /, *, status: int = 200, **velden: object) -> HTMLResponse:
    """Fill a template (`services/<dienst>/templates/<template>` or one of the shell)."""
    shell, who = facilities(request), wie(request)
    waar = plaats(shell.menu, who, request.url.path)
    given = {
        "wie": who,
        "mag": partial(mag, who),
        "csrf": partial(_csrf_field, who),
        "menu": waar.menu,
        "waar": waar,
        "pad": request.url.path,
        "gemeente_naam": shell.naam,
        "talen": shell.talen.alle,
        "melding_bovenaan": shell.melding_bovenaan,
        "thema": shell.thema,
        "profielen_hier": van(shell.profielen, who.gemeente),
    }
    return HTMLResponse(environment().get_template(template).render({**given, **velden}), status)


def _csrf_field(who: Wie) -> Markup:
    return Markup('<input type="hidden" name="csrf" value="{}">').format(who.csrf) if who.csrf else Markup()


def terug_kan(antwoord: HTMLResponse) -> HTMLResponse:
    """Let a browser show the answer to a form again on its own back button, where `no-store` would be an error."""
    antwoord.headers["cache-control"] = "private, no-cache"
    return antwoord


def omleiding(pad: str) -> RedirectResponse:
    """Send the browser on to a page of this site (303: after a form, so that a reload does not send it again).

    Raises:
        ValueError: the path leads elsewhere.
    """
    parts = urlsplit(pad)
    if not pad.startswith("/") or pad.startswith(("//", "/\\")) or parts.scheme or parts.netloc:
        raise ValueError("a redirect stays on this site")
    return RedirectResponse(pad, 303)


def taal_van(request: Request, deel: str) -> Taal:
    """Give the language in which the address asks for a page whose texts are in this part."""
    return facilities(request).talen.kies(request.query_params.get("taal"), deel)
