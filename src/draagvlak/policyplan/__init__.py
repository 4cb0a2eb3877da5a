"""The training policy plan: why it exists, what it wants, how it was decided.

Nouns: FrameworkItem, OrganisationGoal, Vision, Answer, Contribution, Plan, Version, Section, Goal. Quotes the project, its
group and the dossier in which it was decided.
"""
