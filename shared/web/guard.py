"""Who stands before a route: establishes who is asking, and refuses who may not."""

from collections.abc import Awaitable, Callable
from hmac import compare_digest

from starlette.requests import Request

from shared.facts import Fout, OngeldigeInvoer
from shared.web.body import holds_nul, is_json
from shared.web.forms import CSRF
from shared.web.origin import came_from_here
from shared.web.request import facilities, headers
from shared.web.toegang.acties import ACTIES, OPENBAAR
from shared.web.toegang.cookie import session_code
from shared.web.toegang.uitleg import waarom_niet
from shared.web.toegang.wie import IEDEREEN, SCOPE_KEY, Wie, mag
from shared.web.weigering import GeenJson, GeenToegang, NietAangemeld, TeVaak

Limit = tuple[str, int]
Guard = Callable[[Request, str, Limit | None], Awaitable[None]]
SAFE = frozenset({"GET", "HEAD"})


async def guard_api(request: Request, actie: str, limit: Limit | None) -> None:
    """Check key or session, then the table, then the rate; what changes something is JSON, sent by no other site.

    Raises:
        NietAangemeld, GeenToegang, TeVaak, GeenJson, OngeldigeInvoer: 401, 403, 429, 415, 400.
    """
    who = await _admit(request, actie, limit)
    if request.method in SAFE:
        return
    given = headers(request)
    if b"authorization" not in given and not came_from_here(given, strict=bool(who.csrf)):
        raise GeenToegang("Dit verzoek komt van een andere site.")
    if not is_json(given):
        raise GeenJson
    body = await request.body()  # whole before it takes a place: who sends slowly keeps nobody out
    # What the public sends intake cleans: no report is lost by it.
    if ACTIES[actie] is not OPENBAAR and holds_nul(body):
        raise OngeldigeInvoer(Fout("verzoek", "Er staat een nulteken (\\u0000) in. Haal het weg en stuur het opnieuw."))


async def guard_page(request: Request, actie: str, limit: Limit | None) -> None:
    """Check as for the API; what a form sends must come from this site and carry the session's token."""
    who = await _admit(request, actie, limit)
    if request.method in SAFE:
        return
    if not came_from_here(headers(request), strict=False) or not await _carries_token(request, who):
        raise GeenToegang("Dit formulier hoort niet bij uw sessie. Open de pagina opnieuw en probeer het nog eens.")


async def still_may(request: Request, actie: str) -> bool:
    """Whether who asked this, and is being answered for a while, may still: the session may have ended since."""
    try:
        return mag(await _who(request), actie)
    except NietAangemeld:
        return False


async def _admit(request: Request, actie: str, limit: Limit | None) -> Wie:
    request.scope[SCOPE_KEY] = who = await _who(request)
    if not mag(who, actie):
        if who.rol is not None:
            raise GeenToegang(waarom_niet(who.rol, actie))
        raise NietAangemeld("Meld u eerst aan. Een ander systeem stuurt een geldige sleutel mee.")
    if who.alleen_lezen and request.method not in SAFE:
        raise GeenToegang("Deze sleutel mag alleen lezen. Vraag de beheerder om een sleutel die ook iets mag doen.")
    if limit is not None and not who.aangemeld:
        _within(request, *limit)
    return who


async def _who(request: Request) -> Wie:
    given = headers(request)
    if (authorization := given.get(b"authorization")) is not None:
        return await _by_key(request, authorization)
    if (cookie := given.get(b"cookie")) is not None and (code := session_code(cookie)):
        return await facilities(request).toegang.by_session(code) or IEDEREEN
    return IEDEREEN


async def _by_key(request: Request, authorization: bytes) -> Wie:
    kind, _, key = authorization.decode("latin-1").partition(" ")
    who = await facilities(request).toegang.by_key(key.strip()) if kind.lower() == "bearer" else None
    if who is None:
        raise NietAangemeld("Deze sleutel werkt niet (meer). Vraag de beheerder om een nieuwe.")
    return who


def _within(request: Request, naam: str, per_minuut: int) -> None:
    address = request.client.host if request.client else ""
    if wait := facilities(request).limiter.wait(naam, address, per_minuut):
        raise TeVaak(wait)


async def _carries_token(request: Request, who: Wie) -> bool:
    await request.body()  # as in `guard_api`
    if not who.csrf:
        return True
    sent = (await request.form()).get(CSRF)
    return isinstance(sent, str) and compare_digest(sent.encode(), who.csrf.encode())
