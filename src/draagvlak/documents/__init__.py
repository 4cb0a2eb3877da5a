"""Texts that were fixed: a frozen copy with its seal, never changed afterwards.

Nouns: FrozenText. Quotes organisations.
"""
