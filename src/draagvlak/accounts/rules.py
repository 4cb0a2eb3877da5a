"""How many wrong tries are let through before somebody has to wait, and for whom that counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Limit:
    """Wrong tries that cost nothing; after them a wait that doubles with every further one, until the window is over."""

    free: int
    first_wait: timedelta
    longest_wait: timedelta
    window: timedelta
    # Whether one right answer wipes the count. Not where several accounts are counted together: somebody who guesses
    # would sign in to his own account now and then.
    is_wiped_by_success: bool = True


# One account from one device or network.
PAIR = Limit(free=5, first_wait=timedelta(minutes=1), longest_wait=timedelta(minutes=30), window=timedelta(days=1))
# All accounts together from one network: many people may work behind one address.
NETWORK = Limit(
    free=300,
    first_wait=timedelta(minutes=15),
    longest_wait=timedelta(minutes=15),
    window=timedelta(hours=1),
    is_wiped_by_success=False,
)
# Codes of the second step from all unknown devices together: only who has the password gets this far.
CODES_ELSEWHERE = Limit(
    free=20, first_wait=timedelta(hours=1), longest_wait=timedelta(hours=6), window=timedelta(days=1)
)
# Not a wait but a rhythm: one mail or one line in the journal, then silence.
RESET_MAIL = Limit(
    free=1, first_wait=timedelta(minutes=5), longest_wait=timedelta(minutes=5), window=timedelta(minutes=5)
)
WARNING = Limit(free=1, first_wait=timedelta(hours=1), longest_wait=timedelta(hours=1), window=timedelta(hours=1))
FORGET_AFTER = timedelta(days=2)


@dataclass(frozen=True)
class Counter:
    """What is counted: tries for `who` (the keyed digest of an address, never the address) from `source`."""

    who: str
    source: str
    limit: Limit


def wait_left(limit: Limit, *, count: int, since: datetime, last_at: datetime, now: datetime) -> timedelta:
    """How long the next try has to wait; zero when it may go ahead. since: the first try of this window."""
    if count < limit.free or now >= since + limit.window:
        return timedelta()
    doubled: timedelta = limit.first_wait * (1 << min(count - limit.free, 20))
    return max(last_at + min(doubled, limit.longest_wait) - now, timedelta())


def password_counters(*, who: str, device: str, network: str) -> list[Counter]:
    """device: empty when the account never signed in from there. A known device is counted alone, so that nobody
    elsewhere can make it wait."""
    if device:
        return [Counter(who, f"device:{device}", PAIR)]
    return [Counter(who, f"network:{network}", PAIR), Counter("", f"network:{network}", NETWORK)]


def code_counters(*, who: str, device: str, network: str) -> list[Counter]:
    """As for a password, and for unknown devices a total over all networks: a code has only six digits."""
    if device:
        return [Counter(who, f"code:device:{device}", PAIR)]
    return [Counter(who, f"code:network:{network}", PAIR), Counter(who, "code:elsewhere", CODES_ELSEWHERE)]


def minutes(wait: timedelta) -> int:
    """Whole minutes to tell somebody, never too few."""
    return -(-int(wait.total_seconds()) // 60) or 1


BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrom", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def names_of_device(user_agent: str) -> tuple[str, str]:
    """Browser and system as people call them, each empty when we do not recognise it."""

    def first(words: Collection[tuple[str, str]]) -> str:
        return next((name for sign, name in words if sign in user_agent), "")

    return first(BROWSERS), first(SYSTEMS)
