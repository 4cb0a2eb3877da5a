"""Who takes which part: bodies and their seats, roles held by persons, the set-up of the organisation.

Nouns: Profile, Body, Seat, Role, HalfDay. Quotes staff and accounts.
"""
