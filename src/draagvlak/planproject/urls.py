from django.urls import path

from draagvlak.planproject.views import charter, drawing, seating
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
    path("groep/", charter.ShowGroup.as_view(), name="group"),
    path("groep/affiche.pdf", charter.CharterPoster.as_view(), name="charter_poster"),
    path("groep/afspraken/", charter.WriteCharter.as_view(), name="write_charter"),
    path("groep/afspraken/voorleggen/", charter.AskMembers.as_view(), name="ask_members"),
    path("groep/afspraken/antwoord/", charter.AnswerCharter.as_view(), name="answer_charter"),
    path("groep/afspraken/antwoord-voor/", charter.AnswerForOther.as_view(), name="answer_for_other"),
    path("groep/begin/", charter.StartWork.as_view(), name="start_work"),
    path("groep/lid/<int:pk>/", charter.GiveMemberRole.as_view(), name="give_member_role"),
    path("groep/doel/", charter.SetGroupGoal.as_view(), name="set_group_goal"),
    path("groep/doel/<int:pk>/", charter.SetGroupGoal.as_view(), name="change_group_goal"),
    path("groep/taak/", charter.SetGroupTask.as_view(), name="set_group_task"),
    path("groep/taak/<int:pk>/", charter.SetGroupTask.as_view(), name="change_group_task"),
    path("groep/taak/<int:pk>/klaar/", charter.FinishGroupTask.as_view(), name="finish_group_task"),
    path("oproep/<int:pk>/verleng/", seating.ExtendCall.as_view(), name="extend_call"),
    path("oproep/<int:pk>/vraag/", seating.AskCategory.as_view(), name="ask_category"),
    path("groep/reserve/<int:pk>/", seating.FillSeat.as_view(), name="fill_seat"),
    path("oproep/<int:pk>/loting/", drawing.ShowDraw.as_view(), name="draw"),
    path("oproep/<int:pk>/loting/kansen/", drawing.PublishDraw.as_view(), name="publish_draw"),
    path("oproep/<int:pk>/loting/trek/", drawing.CarryOutDraw.as_view(), name="carry_out_draw"),
    path("oproep/<int:pk>/loting/<slug:file>.csv", drawing.DownloadDraw.as_view(), name="download_draw"),
]
