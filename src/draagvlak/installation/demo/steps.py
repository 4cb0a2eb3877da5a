"""What the stories have in common: moments in the past, accounts with the demo password, lists read in."""

from datetime import date, datetime, time, timedelta

from django.contrib.auth.hashers import make_password

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.staff.actions import carry_out, try_list
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders.actions import invite, invite_member, person

PASSWORD = "draagvlak-demo"  # noqa: S105 -- printed on the screen: everyone may sign in to the demo
ROOT = "http://127.0.0.1:8000"


class Calendar:
    """Moments counted back from one day, so that the demo is always of today."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.minutes = 0
        self.last: datetime | None = None

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def ahead(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def at(self, ago: int, hour: int = 10) -> datetime:
        """A moment so many days ago, each a minute after the one before on the same day."""
        self.minutes = (self.minutes + 1) % 60
        moment = datetime.combine(self.day(ago), time(hour, self.minutes), tzinfo=clock.BRUSSELS)
        if self.last is not None and moment <= self.last:
            moment = self.last + timedelta(minutes=1)
        self.last = moment
        return moment


class Cast:
    """Accounts of one organisation, by first name; every one signs in with the demo password."""

    def __init__(self, domain: str, hashed: str = "") -> None:
        self.domain, self.hashed = domain, hashed or make_password(PASSWORD)
        self.known: dict[str, Account] = {}

    def __getitem__(self, first: str) -> Account:
        return self.known[first]

    def enter(self, name: str) -> Account:
        """Somebody with an address in the organisation, who chose the demo password."""
        first = name.split(maxsplit=1)[0]
        account = person(email=f"{first.lower()}@{self.domain}", name=name)
        return self.keep(account)

    def keep(self, account: Account) -> Account:
        account.password = self.hashed
        account.save()
        self.known[account.name.split()[0]] = account
        return account

    def welcome(self, name: str, *, by: Account, at: datetime) -> Account:
        """Somebody from outside the staff list, such as a board member."""
        account = self.enter(name)
        invite(account=account, by=by, at=at, root=ROOT)
        return account

    def welcome_member(self, first: str, last: str, *, by: Account, at: datetime) -> Account:
        """Somebody of the staff list, invited at the address that stands there."""
        member = StaffMember.objects.exclude(email="").get(first_name=first, last_name=last)
        return self.keep(invite_member(member=member, by=by, at=at, root=ROOT))


def read(content: bytes, name: str, *, by: Account, at: datetime) -> None:
    """A list goes through the same door as everybody's: a trial, then all or nothing."""
    facts = {"name": name, "sheet": "", "as_of": clock.day_of(at)}
    trial = try_list(content=content, facts=facts, mapping=None, by=by, at=at)
    carry_out(staff_import=trial, by=by, at=at)
