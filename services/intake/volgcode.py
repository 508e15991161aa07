"""The volgcode: what a reporter keeps to see what was done, without a name or an address.

Nineteen random characters (95 bits) of Crockford's alphabet, which has no I, L, O and U, and one check character
(Luhn, modulo 32: every single wrong character is noticed, and nearly every pair that changed places).
"""

ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTE = 20
GROEP = 5
TOEVAL = LENGTE - 1
"""How many random bytes a code is made of."""

_LEES = str.maketrans("OIL", "011", " -\u2010\u2011\u2013\u2014\u00a0\t")
_CROCKFORD = ALFABET.encode() * (256 // len(ALFABET))
_ENKEL = bytes.maketrans(ALFABET.encode(), bytes(range(32)))
_DUBBEL = bytes.maketrans(ALFABET.encode(), bytes(sum(divmod(2 * waarde, 32)) for waarde in range(32)))


def maak(toeval: bytes) -> str:
    """Make a code as it is shown, `4T8QZ-…` (four groups of five), of `TOEVAL` bytes that nobody can guess."""
    kern = toeval.translate(_CROCKFORD).decode()
    return in_groepen(kern + _controleteken(kern))


def in_groepen(code: str) -> str:
    """Write a bare code as it was given out."""
    return "-".join(code[plek : plek + GROEP] for plek in range(0, len(code), GROEP))


def lees(getypt: str) -> str:
    """Read a code as people type it: any case, with or without dashes, O for 0, I and L for 1. Gives the bare code."""
    return getypt.upper().translate(_LEES)


def klopt(code: str) -> bool:
    """Whether a bare code can exist: tells a typing error from a code that is not ours."""
    return len(code) == LENGTE and set(code) <= set(ALFABET) and _controleteken(code[:-1]) == code[-1]


def _controleteken(kern: str) -> str:
    tekens = kern.encode()
    som = sum(tekens[-2::-2].translate(_ENKEL)) + sum(tekens[::-2].translate(_DUBBEL))
    return ALFABET[-som % 32]
