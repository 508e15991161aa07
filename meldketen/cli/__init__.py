"""The command line: parse, hand over, say in Dutch what came of it."""

from meldketen.cli.taal import spreek_nederlands


def main() -> None:
    """Run one command. Exit code 0: done; 1: refused or found wrong; 2: wrong use."""
    spreek_nederlands()
    # The commands' options take their words when they are made: not before the language is set.
    from meldketen.cli.opdrachten import opdrachten

    opdrachten(prog_name="meldketen")
