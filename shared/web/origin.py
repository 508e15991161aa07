"""Whether a request was sent by a page of this site.

Under `Referrer-Policy: no-referrer` a browser sends `Origin: null` with our own forms (Chromium 156 does), so
`Sec-Fetch-Site` is asked first: browsers set it themselves, and no page can.
"""

from collections.abc import Mapping


def came_from_here(headers: Mapping[bytes, bytes], *, strict: bool) -> bool:
    """Whether the browser says so. `strict`: it must say so; else what says nothing (no browser) passes."""
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        return site == b"same-origin"
    origin = headers.get(b"origin", b"null")
    if origin == b"null":
        return not strict
    return origin.partition(b"://")[2] == headers.get(b"host")
