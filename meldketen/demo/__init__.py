"""A year of invented life around the Zoetermeer location, played through the real chain."""
