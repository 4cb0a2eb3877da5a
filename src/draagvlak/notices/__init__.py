"""Mail and messages: an outbox written in the same transaction as the act, sent by the worker, never twice.

Nouns: Message. Quotes accounts and organisations.
"""
