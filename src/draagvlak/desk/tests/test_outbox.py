import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.desk.actions import confirm_mail
from draagvlak.notices.actions import queue
from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageKind, MessageState

PAGE = reverse("desk:outbox", kwargs={"organisation": "lindehof"})


def shown(client, **asked):
    return [(m.subject, m.state) for m in client.get(PAGE, asked).context["page"]]


@pytest.fixture
def three(organisation, amina, now):
    for subject, kind in (("a", MessageKind.PAPERS), ("b", MessageKind.RECEIPT), ("c", MessageKind.RECEIPT)):
        queue(to=amina.email, subject=subject, body="Dag", at=now, kind=kind)
    Message.objects.filter(subject="c").update(state=MessageState.GIVEN_UP)


def test_the_newest_stand_first_and_state_and_kind_stand_in_the_address(three, amina, signed_in):
    client = signed_in(amina)
    assert [subject for subject, _state in shown(client)] == ["c", "b", "a"]
    assert shown(client, kind="receipt", state="waiting") == [("b", "waiting")]
    assert shown(client, state="asks") == [("c", "given_up")]
    assert shown(client, kind="digest") == []
    assert len(shown(client, kind="iets", state="anders")) == 3


def test_the_statements_of_the_page_do_not_grow_with_the_mail(three, organisation, amina, now, signed_in):
    client = signed_in(amina)

    def cost():
        client.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return len(asked)

    few = cost()
    Message.objects.bulk_create(
        Message(organisation=organisation, to=amina.email, subject=str(n), body="x", queued_at=now, try_after=now)
        for n in range(120)
    )
    assert (cost(), len(shown(client))) == (few, 50)


def test_a_mail_that_hangs_is_explained_and_asks_for_an_act(mail, amina, signed_in):
    message = mail(MessageState.UNKNOWN)
    page = signed_in(amina).get(PAGE).content.decode()
    assert "Kijk één mail na" in page
    for name in ("send_mail_again", "confirm_mail"):
        assert reverse(f"desk:{name}", kwargs={"organisation": "lindehof", "pk": message.pk}) in page


def test_a_mail_that_hangs_waits_among_the_tasks_of_who_runs_the_organisation_until_it_is_settled(
    mail, amina, bram, now, signed_in
):
    message, tasks = mail(MessageState.UNKNOWN), reverse("desk:tasks", kwargs={"organisation": "lindehof"})
    cache.clear()
    asked = ["Kijk één mail na" in signed_in(who).get(tasks).content.decode() for who in (amina, bram)]
    confirm_mail(message=message, by=amina, at=now)
    assert (asked, "Kijk één mail na" in signed_in(amina).get(tasks).content.decode()) == ([True, False], False)


@pytest.mark.parametrize("is_demo", [True, False])
def test_a_secret_is_shown_to_nobody_also_in_the_demo(organisation, amina, now, signed_in, settings, is_demo):
    settings.IS_DEMO = is_demo
    secret = queue(to=amina.email, subject="Kies", body="https://geheim", at=now, is_private=True)
    client = signed_in(amina)
    assert "https://geheim" not in client.get(PAGE).content.decode()
    as_sent = reverse("desk:mail_as_sent", kwargs={"organisation": "lindehof", "pk": secret.pk})
    assert client.get(as_sent).status_code == 404


def test_a_mail_is_shown_as_a_mail_program_shows_it_on_a_page_that_can_do_nothing(mail, amina, signed_in):
    message = mail(body="Dag <b>Amina</b>\nhttps://vto.example/")
    answer = signed_in(amina).get(reverse("desk:mail_as_sent", kwargs={"organisation": "lindehof", "pk": message.pk}))
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'; style-src 'unsafe-inline';")
    assert "Dag &lt;b&gt;Amina&lt;/b&gt;<br>" in answer.content.decode()
    assert "Zulke mail gaat altijd meteen" in answer.content.decode()


def test_a_mail_too_long_for_html_is_shown_as_text(mail, amina, signed_in):
    message = mail(body="woord " * 30000)
    answer = signed_in(amina).get(reverse("desk:mail_as_sent", kwargs={"organisation": "lindehof", "pk": message.pk}))
    assert answer["Content-Type"].startswith("text/plain")


def test_an_empty_outbox_says_what_comes_here(organisation, amina, signed_in):
    assert "Er vertrok nog geen mail." in signed_in(amina).get(PAGE).content.decode()
