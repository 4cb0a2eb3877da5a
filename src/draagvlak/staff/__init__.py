"""People at work, of every statute: what they do, where, since when. History is kept.

Nouns: StaffMember, Employment, Post, FunctionGroup, Team, Site, StaffImport. Quotes accounts.
"""
