"""Statements that are put together leave the rows that they would have left one by one."""

import sqlite3
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from shared.ledger import Row
from shared.ledger.runs import changed_table, runs

TABLES = [f"CREATE TABLE {naam} (id INTEGER PRIMARY KEY, n INTEGER)" for naam in ("een", "twee")]
ADD = "INSERT INTO {} (id, n) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET n = 2 * n + excluded.n"
CHANGE, REMOVE = "UPDATE {} SET n = n + ? WHERE id = ?", "DELETE FROM {} WHERE id > ? AND n < ?"
COPY = "INSERT INTO {} (id, n) SELECT id + 10, n FROM {} WHERE id < ? AND n > ? ON CONFLICT (id) DO NOTHING"
ON_ONE = [sql.format(naam) for sql in (ADD, CHANGE, REMOVE) for naam in ("een", "twee")]
ACROSS = [COPY.format("een", "twee"), COPY.format("twee", "een")]
ROWS = st.lists(
    st.tuples(st.sampled_from(ON_ONE + ACROSS), st.tuples(st.integers(0, 5), st.integers(-3, 3))), max_size=25
)


def _outcome(rows: Iterable[Row]) -> list[list[tuple[int, int]]]:
    with sqlite3.connect(":memory:") as db:
        for sql in TABLES:
            db.execute(sql)
        for sql, params in rows:
            db.execute(sql, params)
        return [db.execute(f"SELECT * FROM {naam} ORDER BY id").fetchall() for naam in ("een", "twee")]


@given(ROWS)
def test_the_outcome_is_that_of_the_order_they_came_in(rows: list[Row]) -> None:
    together = [(sql, params) for sql, values in runs(rows) for params in values]
    assert sorted(together) == sorted(rows)
    assert _outcome(together) == _outcome(rows)


def test_equal_statements_of_many_writers_are_one_call_each() -> None:
    add, change = ADD.format("een"), CHANGE.format("twee")
    rows: list[Row] = [row for nummer in range(40) for row in ((add, (nummer, 1)), (change, (1, nummer)))]
    assert [(sql, len(values)) for sql, values in runs(rows)] == [(add, 40), (change, 40)]


def test_what_reads_or_shapes_tables_waits_for_all_before_it() -> None:
    assert [changed_table(sql) for sql in ON_ONE] == ["een", "twee"] * 3
    others = [*ACROSS, *TABLES, "DROP TABLE een", "UPDATE een SET n = 1 FROM twee", "PRAGMA user_version"]
    assert [changed_table(sql) for sql in others] == [""] * len(others)
