"""The cookie that carries a session: tied to this host, over a safe line only, out of reach of scripts.

`__Host-` demands `Secure`. Browsers count http on 127.0.0.1 and localhost as safe (tried: Chromium 156), so there is
no weaker name for a first run; over plain http elsewhere nobody can sign in, which is meant.
"""

from starlette.responses import Response

NAME = "__Host-meldketen"
_PREFIX = f"{NAME}=".encode()


def session_code(header: bytes) -> str:
    """Find the session in the `Cookie` header; empty where there is none."""
    for part in header.split(b";"):
        if part.strip().startswith(_PREFIX):
            return part.strip()[len(_PREFIX) :].decode("latin-1")
    return ""


def remember(response: Response, code: str) -> None:
    """Hand out the session. Lax: whoever comes in by a link in a message is still signed in; forms carry a token."""
    response.set_cookie(NAME, code, path="/", secure=True, httponly=True, samesite="lax")


def forget(response: Response) -> None:
    """Take the session back, and what the browser still has of pages: the next at this desk cannot go back to them."""
    response.headers["clear-site-data"] = '"cache"'
    response.delete_cookie(NAME, path="/", secure=True, httponly=True, samesite="lax")
