"""A person's login, nothing else: address, password, second factor, language. Rights come from roles held elsewhere.

Nouns: Account, SignInFailure. Quotes nothing.
"""
