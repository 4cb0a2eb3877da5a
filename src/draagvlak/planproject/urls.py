from django.urls import include, path

from draagvlak.planproject.views import external, means, project
from draagvlak.planproject.views import group as views

PROJECT = [
    path("", project.ShowPlan.as_view(), name="plan"),
    path("plannen/", project.PlanProject.as_view(), name="plan_project"),
    path("sponsor/", project.NameSponsor.as_view(), name="name_sponsor"),
    path("bevestigen/", project.ConfirmProject.as_view(), name="confirm_project"),
    path("afronden/", project.EndProject.as_view(), name="end_project"),
    path("punt/", project.AddPoint.as_view(), name="add_point"),
    path("punt/<int:pk>/", project.ClosePoint.as_view(), name="close_point"),
    path("fase/", project.AddPhase.as_view(), name="add_phase"),
    path("fase/<int:pk>/", project.ChangePhase.as_view(), name="change_phase"),
    path("fase/<int:pk>/klaar/", project.FinishPhase.as_view(), name="finish_phase"),
    path("fase/<int:pk>/mijlpaal/", project.AddMilestone.as_view(), name="add_milestone"),
    path("mijlpaal/<int:pk>/", project.ChangeMilestone.as_view(), name="change_milestone"),
    path("mijlpaal/<int:pk>/klaar/", project.FinishMilestone.as_view(), name="finish_milestone"),
    path("risico/", project.AddRisk.as_view(), name="add_risk"),
    path("risico/<int:pk>/", project.ChangeRisk.as_view(), name="change_risk"),
    path("verslag/", project.WriteReport.as_view(), name="write_report"),
    path("verslag/<int:pk>/", project.ShowReport.as_view(), name="report"),
    path("verslag/<int:pk>/pdf/", project.DownloadReport.as_view(), name="download_report"),
]
MEANS = [
    path("", means.ShowMeans.as_view(), name="means"),
    path("beloofd/<slug:kind>/", means.PromiseTime.as_view(), name="promise_time"),
    path("contact/", means.PlanContact.as_view(), name="plan_contact"),
    path("contact/<int:pk>/weg/", means.DropContact.as_view(), name="drop_contact"),
    path("tijd/", means.LogTime.as_view(), name="log_time"),
    path("tijd/<int:pk>/trek-in/", means.WithdrawTime.as_view(), name="withdraw_time"),
    path("geld/beloofd/", means.PromiseMoney.as_view(), name="promise_money"),
    path("geld/beloofd/<int:pk>/trek-in/", means.WithdrawMoneyPromise.as_view(), name="withdraw_money_promise"),
    path("geld/uitgave/", means.UseMoney.as_view(), name="use_money"),
    path("geld/uitgave/<int:pk>/trek-in/", means.WithdrawMoneyUse.as_view(), name="withdraw_money_use"),
]
EXTERNAL = [
    path("", external.ShowExternal.as_view(), name="external"),
    path("afwegen/", external.WeighPartner.as_view(), name="weigh_partner"),
    path("afwegen/<int:pk>/beslis/", external.DecidePartner.as_view(), name="decide_partner"),
    path("opdracht/", external.GiveAssignment.as_view(), name="give_assignment"),
    path("opdracht/<int:pk>/wijzig/", external.ChangeAssignment.as_view(), name="change_assignment"),
    path("opdracht/<int:pk>/resultaat/", external.ReceiveResult.as_view(), name="receive_result"),
    path("opdracht/<int:pk>/gast/", external.InviteGuest.as_view(), name="invite_guest"),
    path("gast/<int:pk>/sluit/", external.EndGuest.as_view(), name="end_guest"),
    path("papier/<int:pk>/weg/", external.TakeAwayPaper.as_view(), name="take_away_paper"),
]
# The doors that also open to guests of a partner.
ASSIGNMENT = [
    path("", external.MyAssignments.as_view(), name="my_assignments"),
    path("<int:pk>/", external.ShowAssignment.as_view(), name="assignment"),
    path("<int:pk>/papier/", external.AddPaper.as_view(), name="add_paper"),
    path("<int:pk>/bericht/", external.WriteMessage.as_view(), name="write_message"),
    path("papier/<int:pk>/", external.DownloadPaper.as_view(), name="download_paper"),
]

app_name = "planproject"
urlpatterns = [
    path("project/", include(PROJECT)),
    path("middelen/", include(MEANS)),
    path("partner/", include(EXTERNAL)),
    path("opdracht/", include(ASSIGNMENT)),
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
