"""Who did what, when, on what. Append-only, chained per organisation, also for the administrator.

Nouns: Record, Head. Quotes accounts and organisations. Later stations subscribe here to what earlier ones tell.
"""
