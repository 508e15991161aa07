"""What a statistic says, in Dutch that anyone can check. Pure."""

from shared.contracts.escalatie import Groeivergelijking, Jaarverwachting


def groei_in_woorden(aantal: int, groei: Groeivergelijking) -> str:
    """Say what was compared, and how sure it is."""
    tekst = (
        f"{aantal} meldingen in {groei.dagen} dagen. In de {groei.dagen_ervoor} dagen daarvoor waren het er "
        f"{groei.vergeleken}; dan verwacht u er nu {_getal(groei.verwacht)}. "
        f"De kans dat dit toeval is, is {_procent(groei.kans)}."
    )
    if groei.spreiding > 1:
        tekst += f" Daarbij is meegerekend dat meldingen hier in vlagen komen (factor {_getal(groei.spreiding)})."
    return tekst


def verwachting_in_woorden(norm: int, verwacht: Jaarverwachting) -> str:
    """Say where the year is heading, between which bounds, and what the forecast does not know."""
    if verwacht.tot_nu_toe > norm:
        return f"In {verwacht.jaar} zijn het er nu {verwacht.tot_nu_toe}. Dat is meer dan de norm van {norm}."
    return (
        f"Gaat het zo door, dan eindigt {verwacht.jaar} op {_heel(verwacht.verwacht)} (met 90 % zekerheid tussen "
        f"{_heel(verwacht.laag)} en {_heel(verwacht.hoog)}). De norm is {norm}. Tot nu toe zijn het er "
        f"{verwacht.tot_nu_toe}, gemeten over {verwacht.gemeten_dagen} dagen. Met seizoenen is niet gerekend."
    )


def _getal(waarde: float) -> str:
    return f"{waarde:.1f}".replace(".", ",").removesuffix(",0")


def _heel(waarde: float) -> str:
    return f"{waarde:.0f}"


def _procent(kans: float) -> str:
    return "kleiner dan 0,01 %" if kans < 0.0001 else f"{100 * kans:.2f} %".replace(".", ",")
