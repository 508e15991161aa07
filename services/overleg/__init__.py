"""Meetings and what they decide: series, agendas, measures."""
