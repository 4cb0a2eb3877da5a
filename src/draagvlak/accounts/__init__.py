"""A person's login, nothing else: address, password, second factor, language. Rights come from roles held elsewhere.

Nouns: Account, SignInFailure. Quotes nothing. Sign-in itself is django-allauth's; what it tells the rest of the house
(mail, journal) hangs in installation/adapters.py, because those floors are above this one.
"""
