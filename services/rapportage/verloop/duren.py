"""Times and shares as people say them. Pure."""

MINUUT, UUR, DAG = 60, 3_600, 86_400


def in_woorden(seconden: int | None) -> str:
    """Write `2 dagen en 3 uur`, in the two largest units; nothing known is a dash with words."""
    if seconden is None:
        return "te weinig gevallen"
    if seconden < MINUUT:
        return "minder dan een minuut"
    if seconden < UUR:
        return _aantal(seconden // MINUUT, "minuut", "minuten")
    if seconden < DAG:
        return _samen(_aantal(seconden // UUR, "uur", "uur"), seconden % UUR // MINUUT, "minuut", "minuten")
    return _samen(_aantal(seconden // DAG, "dag", "dagen"), seconden % DAG // UUR, "uur", "uur")


def procent(aandeel: float | None) -> str:
    """Write `87,5%`."""
    return (
        "te weinig gevallen" if aandeel is None else f"{aandeel * 100:.1f}".replace(".", ",").removesuffix(",0") + "%"
    )


def _samen(groot: str, rest: int, enkel: str, meer: str) -> str:
    return f"{groot} en {_aantal(rest, enkel, meer)}" if rest else groot


def _aantal(aantal: int, enkel: str, meer: str) -> str:
    return f"{aantal} {enkel if aantal == 1 else meer}"
