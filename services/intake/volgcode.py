"""The volgcode: what a reporter keeps to see what was done, without a name or an address.

Nineteen random characters (95 bits) of Crockford's alphabet, which has no I, L, O and U, and one check character.
"""

import secrets

from stdnum import luhn

ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTE = 20
GROEP = 5
_LEES = str.maketrans("OIL", "011", " -\u2010\u2011\u2013\u2014\u00a0\t")


def maak() -> str:
    """Make a code that nobody can guess, as it is shown: `4T8QZ-…` (four groups of five)."""
    getal = int.from_bytes(secrets.token_bytes(12), "big")
    kern = "".join(ALFABET[getal >> plek & 31] for plek in range(0, 5 * (LENGTE - 1), 5))
    code = kern + luhn.calc_check_digit(kern, ALFABET)
    return "-".join(code[plek : plek + GROEP] for plek in range(0, LENGTE, GROEP))


def lees(getypt: str) -> str:
    """Read a code as people type it: any case, with or without dashes, O for 0, I and L for 1. Gives the bare code."""
    return getypt.upper().translate(_LEES)


def klopt(code: str) -> bool:
    """Whether a bare code can exist: tells a typing error from a code that is not ours."""
    return len(code) == LENGTE and luhn.is_valid(code, ALFABET)
