"""Figures in their unit, as the Dutch write them. Pure."""

from services.rapportage.doelen.cijferreeks import AANTAL

NAMEN = {AANTAL: "aantal", "procent": "procent", "rapportcijfer": "rapportcijfer (1 tot 10)"}
_OM = str.maketrans(",.", ".,")


def waarde_in_woorden(eenheid: str, waarde: float) -> str:
    """Write `5.894`, `7,5` or `59%`."""
    if eenheid == AANTAL:
        return f"{round(waarde):,}".translate(_OM)
    tekst = f"{waarde:,.1f}".translate(_OM)
    return f"{tekst.removesuffix(',0')}%" if eenheid == "procent" else tekst
