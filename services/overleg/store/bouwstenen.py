"""What the rows of every view are made with."""

import json
from collections.abc import Iterable, Mapping

from shared.ledger import Row


def insert(table: str, values: Mapping[str, object]) -> Row:
    """A row that is written once: a second time changes nothing."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608  our own names
    return sql, tuple(values.values())


def ids(ids: Iterable[object]) -> str:
    """Ids as one text."""
    return json.dumps([str(each) for each in ids])


def text(value: object | None) -> str | None:
    """A value as text, if there is one."""
    return None if value is None else str(value)


def change(table: str, key: Mapping[str, object], values: Mapping[str, object]) -> Row:
    """The new values of one row."""
    new, which = ", ".join(f"{name} = ?" for name in values), " AND ".join(f"{name} = ?" for name in key)
    return f"UPDATE {table} SET {new} WHERE {which}", (*values.values(), *key.values())  # noqa: S608  our own names
