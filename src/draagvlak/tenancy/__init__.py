"""Organisations side by side, who belongs to which, and the scope inside which every row is read and written.

Nouns: Organisation, Membership. Quotes accounts.
"""
