"""The way out to people: channels through Apprise. `vormen` is pure; who wants to send imports `kanalen`."""
