"""What can go wrong with a paper."""


class PdfFout(Exception):
    """A template that does not compile: a mistake of ours, not of who asked."""
