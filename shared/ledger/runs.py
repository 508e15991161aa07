"""Equal statements go to the database together, also where those of other tables stand between them.

Each call lets go of the interpreter and has to wait for it again: with many writers that took longer than the work.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from shared.ledger.rows import Row

Run = tuple[str, list[tuple[object, ...]]]
"""One statement, and the values of each time that it runs."""

_CHANGES = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)")
_READS = re.compile(r"\bSELECT\b|(?<!DELETE )\bFROM\b")


def runs(rows: Iterable[Row]) -> Iterator[Run]:
    """Give the statements in an order with the same outcome: of one table, as they came.

    What reads a table, or changes more than rows, waits for all before it, and all after it wait for that.
    """
    tables: dict[str, list[Run]] = {}
    for sql, params in rows:
        table = changed_table(sql)
        if not table:
            yield from chain.from_iterable(tables.values())
            tables = {}
            yield sql, [params]
            continue
        of_table = tables.setdefault(table, [])
        if of_table and of_table[-1][0] == sql:
            of_table[-1][1].append(params)
        else:
            of_table.append((sql, [params]))
    yield from chain.from_iterable(tables.values())


@lru_cache(1024)
def changed_table(sql: str) -> str:
    """Name the one table that a statement touches; empty where that cannot be said."""
    match = _CHANGES.match(sql)
    return match[1] if match and not _READS.search(sql) else ""
