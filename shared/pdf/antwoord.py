"""A PDF as the answer to a request."""

from starlette.responses import Response


def pdf_antwoord(inhoud: bytes, naam: str) -> Response:
    """Give a paper to open or keep; `naam` is ours (letters, digits, dashes), without the ending.

    Raises:
        ValueError: a name that could end the header.
    """
    if not naam.replace("-", "").isalnum() or not naam.isascii():
        raise ValueError("a file name of letters, digits and dashes")
    return Response(
        inhoud, media_type="application/pdf", headers={"content-disposition": f'inline; filename="{naam}.pdf"'}
    )
