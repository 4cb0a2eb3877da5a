"""What people bring up themselves: for now, questions and complaints put in confidence to who represents the workers.

Nouns: Question, Words, Promise, Point. A question is read by its asker and by those who listen, and by nobody else. Quotes
meetings and stakeholders.
"""
