from django.urls import path, register_converter

from draagvlak.planproject.views import announcing, support
from draagvlak.planproject.views import group as views


class Paper:
    """The sizes of a poster."""

    regex = "a4|a3"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Paper, "paper")

app_name = "planproject"
urlpatterns = [
    path("", views.ShowProject.as_view(), name="project"),
    path("start/", views.StartProject.as_view(), name="start_project"),
    path("zonder/", views.ChooseNoGroup.as_view(), name="choose_no_group"),
    path("hele-team/", views.SeatWholeTeam.as_view(), name="seat_whole_team"),
    path("oproep/", views.OpenCall.as_view(), name="open_call"),
    path("oproep/<int:pk>/", views.ShowCall.as_view(), name="call"),
    path("oproep/<int:pk>/sluit/", views.CloseCall.as_view(), name="close_call"),
    path("oproep/<int:pk>/doe-mee/", views.SubmitCandidacy.as_view(), name="submit_candidacy"),
    path("oproep/<int:pk>/op-papier/", views.EnterPaperCandidacy.as_view(), name="enter_paper_candidacy"),
    path("oproep/<int:pk>/samenstellen/", views.ComposeGroup.as_view(), name="compose_group"),
    path("kandidatuur/<int:pk>/", views.ShowCandidacy.as_view(), name="candidacy"),
    path("kandidatuur/<int:pk>/wijzig/", views.ChangeCandidacy.as_view(), name="change_candidacy"),
    path("kandidatuur/<int:pk>/trek-in/", views.WithdrawCandidacy.as_view(), name="withdraw_candidacy"),
    path("nieuws/", announcing.ShowNews.as_view(), name="news"),
    path("nieuws/nieuw/", announcing.WriteAnnouncement.as_view(), name="write_announcement"),
    path("nieuws/<int:pk>/", announcing.ShowAnnouncement.as_view(), name="announcement"),
    path("nieuws/<int:pk>/wijzig/", announcing.ChangeAnnouncement.as_view(), name="change_announcement"),
    path("nieuws/<int:pk>/bekend/", announcing.PublishAnnouncement.as_view(), name="publish_announcement"),
    path("nieuws/<int:pk>/trek-in/", announcing.WithdrawAnnouncement.as_view(), name="withdraw_announcement"),
    path("nieuws/<int:pk>/affiche-<paper:size>.pdf", announcing.Poster.as_view(), name="poster"),
    path("nieuws/<int:pk>/bereik/", announcing.ShowReach.as_view(), name="reach"),
    path("nieuws/<int:pk>/op-papier/", announcing.AddPaperReach.as_view(), name="add_paper_reach"),
    path("nieuws/<int:pk>/reactie/", announcing.GiveFeedback.as_view(), name="give_feedback"),
    path("nieuws/reactie/<int:pk>/", announcing.AnswerFeedback.as_view(), name="answer_feedback"),
    path("draagvlak/", support.ShowSupport.as_view(), name="support"),
    path("wie-bereiken-we/", support.ShowInclusion.as_view(), name="inclusion"),
    path("achterban/", support.ShowConstituencies.as_view(), name="constituencies"),
    path("achterban/<int:pk>/", support.SetConstituency.as_view(), name="set_constituency"),
    path("achterban/<int:pk>/schrijf/", support.AddErrand.as_view(), name="add_errand"),
]
