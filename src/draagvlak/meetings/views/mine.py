from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.meetings import actions, queries, wording
from draagvlak.ui.views import ActPage


class MyCalendar(ActPage):
    """The secret address of one's own calendar. It is shown once: only its digest is kept."""

    right = "meetings.keep_my_feed"
    template_name = "meetings/my_calendar.html"

    def content(self) -> dict[str, Any]:
        return {"feed": queries.feed_of(self.person)}

    def act(self, _data: dict[str, Any]) -> HttpResponse:
        secret = actions.make_feed(account=self.person, by=self.person, at=clock.now())
        address = settings.ADDRESS + reverse("calendar_feed", kwargs={"secret": secret})
        return self.show(form=self.form(), once="", address=address)


class RevokeFeed(ActPage):
    right = "meetings.keep_my_feed"
    template_name = "meetings/my_calendar_revoke.html"
    done = wording.FEED_REVOKED

    def act(self, _data: dict[str, Any]) -> str:
        actions.revoke_feed(account=self.person, by=self.person, at=clock.now())
        return self.to("meetings:my_calendar")
