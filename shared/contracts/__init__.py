"""The published language: one module per producer.

A producer writes these shapes as its facts (strict: an unknown field is a mistake), a consumer reads them with
`read` (tolerant: a newer producer may say more). Fields may be added with a default, never removed or re-used.
"""

from shared.contracts.base import Fact, Tijdstip, read

__all__ = ["Fact", "Tijdstip", "read"]
