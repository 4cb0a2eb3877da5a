"""Mail and messages: an outbox written in the same transaction as the act, sent by the worker, never twice; and what each
person wants of it.

Nouns: Message, Preference, Edition, MailRound. Quotes accounts and organisations.
"""
