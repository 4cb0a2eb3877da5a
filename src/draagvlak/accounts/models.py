from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from draagvlak.accounts.states import Language, Theme


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **facts: Any) -> "Account":  # noqa: ANN401
        account = self.model(email=self.normalize_email(email).lower(), **facts)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser, PermissionsMixin):
    """A person who can sign in. One account may belong to several organisations."""

    email = models.EmailField(_("e-mailadres"), unique=True)
    name = models.CharField(_("naam"), max_length=150)
    language = models.CharField(max_length=2, choices=Language, default=Language.NL)
    theme = models.CharField(max_length=5, choices=Theme, default=Theme.AUTO)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AccountManager] = AccountManager()  # type: ignore[assignment]

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_one_account_per_address")]

    def __str__(self) -> str:
        return self.name or self.email

    @cached_property
    def remembered(self) -> dict[Any, Any]:
        """What later stations worked out about this person, kept for the length of a request."""
        return {}

    def forget(self) -> None:
        """Work it out again: something may have changed since."""
        self.remembered.clear()

    @property
    def username(self) -> str:
        """What libraries that expect a user name may show."""
        return self.email


class SignInFailure(models.Model):
    """Wrong tries of one account from one source: a device that the account knows, else an address of the network.
    Never per account alone, so that nobody can keep another one out by guessing.

    account_key: keyed digest of the address, the same whether the account exists or not; empty for all accounts
    together. A try is counted before the password is checked, so that many at once are each counted.
    """

    account_key = models.CharField(max_length=64, blank=True)
    source = models.CharField(max_length=80)
    count = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    last_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account_key", "source"], name="accounts_one_count_per_account_and_source")
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.count}"
