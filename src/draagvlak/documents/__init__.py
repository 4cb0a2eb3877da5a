"""Texts that were fixed and files that were put in: each with its seal, never changed afterwards.

Nouns: FrozenText, StoredFile. Quotes organisations and accounts.
"""
