"""The sentences of the profile that a meeting can let a reporter read, and why some cannot be used (LVS-4). Pure."""

from collections.abc import Collection
from datetime import date

from shared.profiel import Profiel
from shared.profiel.goedkeuring import bezwaar
from shared.profiel.schema.melder import Melderzin
from shared.web.opmaak import datum


def zinnen(profiel: Profiel, al_gezegd: Collection[str], dag: date) -> dict[str, list[tuple[str, str]]]:
    """Those to choose from, each with who was consulted and when; and those that are not approved, with the reason."""
    over = [zin for zin in profiel.terugkoppelen.zinnen if zin.code not in al_gezegd]
    return {
        "te_kiezen": [(zin.code, _met_raad(zin)) for zin in over if not bezwaar(zin, dag)],
        "nog_niet": [(zin.tekst, reden) for zin in over if (reden := bezwaar(zin, dag))],
    }


def _met_raad(zin: Melderzin) -> str:
    paren = (("COA geraadpleegd", zin.coa_geraadpleegd_op), ("politie geraadpleegd", zin.politie_geraadpleegd_op))
    wanneer = [f"{wat} op {datum(op)}" for wat, op in (*paren, ("goedgekeurd", zin.goedgekeurd_op)) if op]
    return f"{zin.tekst} ({', '.join(wanneer)})"
