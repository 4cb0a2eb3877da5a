"""A vote in the open that is cast again says what it replaced; of a secret one nothing says what it was."""

import pytest
from django.urls import reverse

from draagvlak.decisions import actions
from draagvlak.lib import clock


@pytest.fixture
def at_the_ballot(open_ballot, council, line, set_up, signed_in, asked):
    """at_the_ballot(cleo, is_secret=…): the pages of one voter."""

    def make(name="Cleo", **facts):
        ballot = open_ballot(**facts)
        words = {"organisation": set_up.slug, "number": ballot.number, "line": line(ballot, council[name]).pk}
        address, client = reverse("decisions:cast_vote", kwargs=words), signed_in(council[name])

        def send(choice, once):
            sent = {"choice": choice, "document_sha256": asked.document.sha256, "once": once}
            return client.post(address, sent, follow=True).content.decode()

        def page(name):
            return client.get(reverse(f"decisions:{name}", kwargs=words)).content.decode()

        return ballot, send, lambda: page("cast_vote"), lambda: page("vote_counted")

    return make


def test_a_second_window_says_what_it_replaced(at_the_ballot):
    _ballot, send, _form, counted = at_the_ballot()
    first = send("for", "a")
    assert "Je stem is geteld: Voor." in first
    assert "Je stemde: Voor" in first
    second = send("against", "b")
    assert "Je eerdere stem (Voor) is vervangen door Tegen." in second
    assert "Je stemde: Tegen" in counted()
    assert "Je stemde opnieuw hetzelfde: Tegen." in send("against", "c")


def test_the_form_opened_again_tells_and_marks_what_was_voted(at_the_ballot):
    _ballot, send, form, _counted = at_the_ballot()
    assert "Je stemde al" not in form()
    assert "checked" not in form()
    send("against", "a")
    page = form()
    assert "Je stemde al: Tegen." in page
    assert page.count("checked") == 1
    assert 'value="against"' in page[: page.index("checked") + 40].rsplit("<input", 1)[1]


def test_of_a_secret_vote_nothing_says_what_it_was(at_the_ballot):
    _ballot, send, form, counted = at_the_ballot(is_secret=True)
    done = send("against", "a")
    assert "Je stem is geteld." in done
    for page in (done, form(), counted()):
        for said in ("Je stemde:", "Je stemde al", "geteld: ", "Tegen."):
            assert said not in page


def test_who_gave_a_proxy_does_not_read_what_came_of_it(at_the_ballot, council, line, vote):
    ballot, _send, _form, counted = at_the_ballot(most_proxies=1)
    facts = {"line": line(ballot, council["Cleo"]), "holder": line(ballot, council["Dirk"])}
    actions.give_proxy(**facts, by=council["Cleo"], at=clock.now())
    vote(ballot, council["Dirk"], "against", of=council["Cleo"])
    assert "Je stemde:" not in counted()


def test_a_ballot_that_was_stopped_does_not_say_that_the_vote_can_change(at_the_ballot, council, now):
    ballot, send, form, counted = at_the_ballot()
    send("for", "a")
    assert "Wijzigen kan tot" in form()
    actions.withdraw_ballot(ballot=ballot, reason="Een fout in de tekst.", by=council["Anna"], at=now)
    for page in (form(), counted()):
        assert "Wijzigen kan tot" not in page
        assert "nog wijzigen tot" not in page
    assert "Deze stemming is stopgezet" in counted()
