"""The plan made as a project: a call, candidacies, a working group that looks like the staff.

Nouns: Project, Call, Candidacy, WorkingGroup, GroupSeat. Quotes staff and stakeholders.
"""
