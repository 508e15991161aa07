"""The baseline of intake: the same framework, server and body, validated and answered, stored nowhere."""

from fastapi import FastAPI

from bench.server import bedien
from services.intake.opgave import MeldingOpgave

app = FastAPI()


@app.post("/meldingen", status_code=201)
async def ontvang(opgave: MeldingOpgave) -> dict[str, str]:
    """Answer as intake does."""
    return {"meldingId": "5f0c7f4e-93c5-4c8e-a9a0-2f0d6a3a1a11", "volgcode": "ABCD-EFGH-JKLM", "status": "ontvangen"}


if __name__ == "__main__":
    bedien(app)
