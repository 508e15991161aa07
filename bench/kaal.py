"""The baseline of intake: the same framework, server and body, validated and answered, stored nowhere."""

from typing import Annotated

from fastapi import FastAPI
from pydantic import StringConstraints

from bench.server import bedien
from services.intake.opgave import TEKST_HOOGSTENS, MeldingOpgave, Opgave

app = FastAPI()
BON = {"meldingId": "5f0c7f4e-93c5-4c8e-a9a0-2f0d6a3a1a11", "volgcode": "ABCD-EFGH-JKLM", "status": "ontvangen"}


class MetTekst(Opgave):
    """The same statement with a text that is measured and not masked."""

    toelichting: Annotated[str, StringConstraints(max_length=TEKST_HOOGSTENS)] | None = None  # type: ignore[assignment]


@app.post("/meldingen", status_code=201)
async def ontvang(opgave: MeldingOpgave) -> dict[str, str]:
    """Answer as intake does."""
    return BON


@app.post("/met-tekst", status_code=201)
async def ontvang_met_tekst(opgave: MetTekst) -> dict[str, str]:
    """Answer as intake does."""
    return BON


if __name__ == "__main__":
    bedien(app)
