"""The composition root: runs the services together or alone, and the command line."""
