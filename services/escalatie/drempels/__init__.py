"""Thresholds, as pure functions: the live service and the rehearsal on history decide with the same ones."""
