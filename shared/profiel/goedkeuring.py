"""Whether a text may be used towards reporters: COA and police consulted beforehand, then approved (LVS-4)."""

from datetime import date

from shared.profiel.schema.melder import Goedkeuring


def bezwaar(tekst: Goedkeuring | None, op: date) -> str:
    """Say in Dutch what stands in the way on this day; empty: nothing."""
    if tekst is None:
        return "het profiel heeft hiervoor geen tekst"
    ontbreekt = [
        wie
        for wie, wanneer in (("het COA", tekst.coa_geraadpleegd_op), ("de politie", tekst.politie_geraadpleegd_op))
        if wanneer is None or (tekst.goedgekeurd_op is not None and wanneer > tekst.goedgekeurd_op)
    ]
    if ontbreekt:
        return f"{' en '.join(ontbreekt)} is over deze tekst niet vooraf geraadpleegd"
    if tekst.goedgekeurd_op is None or tekst.goedgekeurd_op > op:
        return "deze tekst is nog niet goedgekeurd"
    return ""
