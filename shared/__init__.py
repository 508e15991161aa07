"""Plumbing and published language, used by two services or more. No domain decision is taken here."""
