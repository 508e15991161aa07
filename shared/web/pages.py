"""Pages: Jinja templates with who is asking, and the way back after a form."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse


def pagina(request: Request, template: str, /, *, status: int = 200, **velden: object) -> HTMLResponse:
    """Fill a template (`services/<dienst>/templates/<template>` or one of the shell)."""
    raise NotImplementedError


def omleiding(pad: str) -> RedirectResponse:
    """Send the browser on to a page of this site (303: after a form, so that a reload does not send it again)."""
    raise NotImplementedError
