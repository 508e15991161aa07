"""Escalatie: thresholds, notices, confirmations. Silence is never an outcome (promise 6)."""
