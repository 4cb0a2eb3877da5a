"""What people miss or cannot do well, told on behalf of a group, and what was done about it.

Nouns: Signal. Nothing leads from a signal to who sent it. Quotes the groups of staff and the possible activities of the plan.
"""
