from draagvlak.accounts.models import Account
from draagvlak.lib.rights import fact, permit


@fact
def is_self(account: Account, thing: Account) -> bool:
    """The account is the person's own."""
    return account.pk == thing.pk


permit("accounts.change_me", is_self)
