"""From whatever went wrong to what the caller hears: status, title, Dutch detail, faulty fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from shared.facts import Fout, NietGevonden, OngeldigeInvoer, Rejected
from shared.ledger import Conflict, Overloaded, StoreUnavailable
from shared.web.reasons import faults
from shared.web.weigering import GeenJson, GeenToegang, NietAangemeld, Onbereikbaar, TeDruk, TeVaak, VreemdAdres

_WORDS: Mapping[int, tuple[str, str]] = {
    400: ("Ongeldig verzoek", "Het verzoek kon niet worden gelezen, of bevat een teken dat geen geldige tekst is."),
    401: ("Niet aangemeld", "Meld u eerst aan. Een ander systeem stuurt een geldige sleutel mee."),
    403: ("Geen toegang", "Uw rol mag dit niet doen of zien."),
    404: ("Niet gevonden", "Deze pagina of dit gegeven bestaat niet. Controleer het adres."),
    405: ("Kan hier niet", "Dit adres kent deze handeling niet."),
    409: ("Kan nu niet", "Dit past niet bij de stand van zaken."),
    413: ("Te groot", "Wat u stuurde, is te groot: hoogstens 64 KiB. Is het een tekst? Ga terug en maak hem korter."),
    415: ("Geen JSON", "Stuur JSON, met Content-Type: application/json."),
    429: ("Te vaak", "U doet dit te vaak achter elkaar. Probeer het later opnieuw."),
    500: ("Er ging iets mis", "Dit ligt aan ons. Probeer het opnieuw; noem bij vragen het nummer hieronder."),
    503: ("Even niet beschikbaar", "Het is te druk, of de opslag is niet bereikbaar. Probeer het zo opnieuw."),
}
# Half a character (a lone surrogate) is legal JSON and fits in no store: the sender's mistake.
_STATUS: Sequence[tuple[type[Exception], int]] = (
    (OngeldigeInvoer, 400),
    (VreemdAdres, 400),
    (NietAangemeld, 401),
    (GeenToegang, 403),
    (NietGevonden, 404),
    (GeenJson, 415),
    (TeVaak, 429),
    (TeDruk, 503),
    (Onbereikbaar, 503),
    (Rejected, 409),
    (Overloaded, 503),
    (StoreUnavailable, 503),
    (Conflict, 503),
    (UnicodeEncodeError, 400),
)
HANDLED: Sequence[type[Exception]] = (
    HTTPException,
    RequestValidationError,
    Rejected,
    Overloaded,
    StoreUnavailable,
    Conflict,
    UnicodeEncodeError,
    Exception,
)


@dataclass(frozen=True)
class Refusal:
    """An answer that says no. `regel`: the line of the document behind it, where the domain refused."""

    status: int
    titel: str
    detail: str
    regel: str = ""
    fouten: Sequence[Fout] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def refusal(exc: Exception) -> Refusal:
    """Translate an exception; what nobody foresaw becomes a 500 that tells nothing of the inside."""
    if isinstance(exc, RequestValidationError):
        return _invalid(faults(exc.errors()))
    if isinstance(exc, OngeldigeInvoer):
        return _invalid(exc.fouten)
    if isinstance(exc, HTTPException):
        return by_status(exc.status_code, exc.headers)
    status = next((status for kind, status in _STATUS if isinstance(exc, kind)), 500)
    return _worded(status, exc) if isinstance(exc, Rejected) else by_status(status)


def by_status(status: int, headers: Mapping[str, str] | None = None) -> Refusal:
    """Give the standard words for a status."""
    phrase = HTTPStatus(status).phrase
    titel, detail = _WORDS.get(status, (phrase, phrase))
    return Refusal(status, titel, detail, headers={**_extra(status), **(headers or {})})


def _invalid(fouten: Sequence[Fout]) -> Refusal:
    return Refusal(400, "Ongeldige invoer", "Verbeter wat hieronder staat en stuur het opnieuw.", fouten=fouten)


def _worded(status: int, exc: Rejected) -> Refusal:
    headers = {"Retry-After": str(exc.na)} if isinstance(exc, TeVaak) else _extra(status)
    return Refusal(status, _WORDS[status][0], exc.reden, regel=exc.regel, headers=headers)


def _extra(status: int) -> Mapping[str, str]:
    if status == 401:
        return {"WWW-Authenticate": "Bearer"}
    return {"Retry-After": "5"} if status in {429, 503} else {}
