from django.urls import path, register_converter

from draagvlak.documents.exports import Suffix
from draagvlak.meetings.views import agenda, excerpt, guests, meeting, mine, minutes

register_converter(Suffix, "excerpt")

app_name = "meetings"
urlpatterns = [
    path("", meeting.Meetings.as_view(), name="meetings"),
    path("orgaan/<int:pk>/", meeting.Convene.as_view(), name="convene"),
    path("acties/", minutes.Actions.as_view(), name="actions"),
    path("acties/<int:pk>/", minutes.FinishAction.as_view(), name="finish_action"),
    path("mijn-agenda/", mine.MyCalendar.as_view(), name="my_calendar"),
    path("mijn-agenda/weg/", mine.RevokeFeed.as_view(), name="revoke_feed"),
    path("antwoord/<int:pk>/", meeting.AnswerInvitation.as_view(), name="answer_invitation"),
    path("punt/<int:pk>/", agenda.ChangeItem.as_view(), name="change_item"),
    path("punt/<int:pk>/weg/", agenda.RemoveItem.as_view(), name="remove_item"),
    path("punt/<int:pk>/antwoord/", minutes.ReplyToAdvice.as_view(), name="reply_to_advice"),
    path("stuk/<int:pk>/", agenda.DownloadPaper.as_view(), name="download_paper"),
    path("stuk/<int:pk>/weg/", agenda.TakeAwayPaper.as_view(), name="take_away_paper"),
    path("stuk/<int:pk>/gasten/", agenda.SharePaper.as_view(), name="share_paper"),
    path("stuk/<int:pk>/als-gast/", guests.DownloadAsGuest.as_view(), name="download_as_guest"),
    path("gast/<int:pk>/intrekken/", guests.UninviteGuest.as_view(), name="uninvite_guest"),
    path("<int:pk>/als-gast/", guests.SeeAsGuest.as_view(), name="see_as_guest"),
    path("<int:pk>/als-gast/antwoord/", guests.AnswerAsGuest.as_view(), name="answer_as_guest"),
    path("<int:pk>/", meeting.ShowMeeting.as_view(), name="meeting"),
    path("<int:pk>/wijzig/", meeting.ChangeMeeting.as_view(), name="change_meeting"),
    path("<int:pk>/afgelasten/", meeting.CancelMeeting.as_view(), name="cancel_meeting"),
    path("<int:pk>/gast/", guests.InviteGuest.as_view(), name="invite_guest"),
    path("<int:pk>/agenda/", meeting.PrintAgenda.as_view(), name="print_agenda"),
    path("<int:pk>/punt/", agenda.ProposeItem.as_view(), name="propose_item"),
    path("<int:pk>/volgorde/", agenda.OrderAgenda.as_view(), name="order_agenda"),
    path("<int:pk>/stuk/", agenda.AddPaper.as_view(), name="add_paper"),
    path("<int:pk>/verstuur/", agenda.SendPapers.as_view(), name="send_papers"),
    path("<int:pk>/aanwezig/", minutes.RecordAttendance.as_view(), name="record_attendance"),
    path("<int:pk>/verslag/", minutes.WriteMinutes.as_view(), name="write_minutes"),
    path("<int:pk>/verslag/lees/", minutes.PrintMinutes.as_view(), name="print_minutes"),
    path("<int:pk>/verslag/verstuur/", minutes.SendMinutes.as_view(), name="send_minutes"),
    path("<int:pk>/verslag/goedgekeurd/", minutes.ApproveMinutes.as_view(), name="approve_minutes"),
    path("<int:pk>/verslag/schriftelijk/", minutes.ApproveInWriting.as_view(), name="approve_in_writing"),
    path("<int:pk>/actie/", minutes.AddAction.as_view(), name="add_action"),
    path("punt/<int:pk>/uittreksel.<excerpt:suffix>", excerpt.TakeExcerpt.as_view(), name="take_excerpt"),
]
