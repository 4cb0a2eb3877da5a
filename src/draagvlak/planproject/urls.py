from django.urls import path

from draagvlak.planproject.views import group as views

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
]
