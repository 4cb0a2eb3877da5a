"""Decisions that employer and union can both trust: who speaks with which strength, what was said, what came of it.

Nouns: Mandate, Dossier, Part, Entry. A dossier's entries are its only truth: append-only, chained, what is shown is what
is sealed. Quotes meetings, stakeholders and documents.
"""
