"""`meldketen controleer`: is everything stored still what it was, and does the bus hold the same?"""
