"""Whoever is not signed in gets no further than sign-in, whatever the address."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from draagvlak.accounts.urls import OPEN_PAGES

# For machines: a watchdog, who wants to report a weakness, and calendars that know a secret address.
FOR_MACHINES = ("health", "security_txt", "calendar_feed")
PLACEHOLDERS = {
    "organisation": "lindehof",
    "pk": 1,
    "uid": "MQ",
    "token": "abc-def",
    "provider_id": "huis",
    "suffix": "pdf",
    "secret": "abc",
    "size": "a4",
}


class Filler(dict):
    """Something for every part of an address that another station may think of."""

    def __missing__(self, key):
        return 1


def pages(resolver, prefix=""):
    """(name, namespaces) of every page of the installation."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from pages(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}", pattern


def names():
    return sorted({name for name, _pattern in pages(get_resolver())})


def address(name):
    """An address of the page, with something in each of its open places."""
    filled = Filler(PLACEHOLDERS)
    found = get_resolver()
    for part in name.split(":")[:-1]:
        found = found.namespace_dict[part][1]
    words = (
        {key for one in get_resolver().reverse_dict.getlist(name) for key in one[0][0][1]} if ":" not in name else None
    )
    if words is None:
        words = {key for one in found.reverse_dict.getlist(name.rsplit(":", 1)[1]) for key in one[0][0][1]}
        words |= {"organisation"} if name.split(":")[0] != "accounts" else set()
    return reverse(name, kwargs={word: filled[word] for word in words})


def test_every_open_page_exists():
    assert set(OPEN_PAGES) | set(FOR_MACHINES) <= set(names())


def test_no_page_is_without_a_name():
    assert [pattern for name, pattern in pages(get_resolver()) if name.endswith("None")] == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_other_page_leads_a_visitor_to_sign_in(method, client, db):
    closed = [name for name in names() if name not in {*OPEN_PAGES, *FOR_MACHINES}]
    assert len(closed) > 300
    led = {name: getattr(client, method)(address(name)) for name in closed}
    told = {name: (answer.status_code, answer.headers.get("Location")) for name, answer in led.items()}
    assert told == {name: (302, f"{reverse('account_login')}?next={address(name)}") for name in closed}


def test_the_rule_is_kept_by_the_middleware_and_not_page_by_page(settings):
    assert "draagvlak.installation.middleware.SignInFirst" in settings.MIDDLEWARE


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_reset_password_done"])
def test_the_ways_in_are_open(name, client, db):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["health", "security_txt"])
def test_machines_get_their_page(name, client, db):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_inactive", "socialaccount_connections"])
def test_pages_of_the_library_that_we_do_not_want_are_not_there(name):
    assert name not in names()
