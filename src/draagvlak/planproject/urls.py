from django.urls import include, path, register_converter

from draagvlak.planproject.views import announcing, charter, drawing, external, means, project, seating, support
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
    path("oproep/<int:pk>/antwoorden/", views.PrintAnswers.as_view(), name="print_answers"),
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
    path("oproep/<int:pk>/loting/intrekken/", drawing.WithdrawDraw.as_view(), name="withdraw_draw"),
    path("oproep/<int:pk>/loting/trek/", drawing.CarryOutDraw.as_view(), name="carry_out_draw"),
    path("oproep/<int:pk>/loting/<slug:file>.csv", drawing.DownloadDraw.as_view(), name="download_draw"),
    path("nieuws/", announcing.ShowNews.as_view(), name="news"),
    path("nieuws/nieuw/", announcing.WriteAnnouncement.as_view(), name="write_announcement"),
    path("nieuws/<int:pk>/", announcing.ShowAnnouncement.as_view(), name="announcement"),
    path("nieuws/<int:pk>/wijzig/", announcing.ChangeAnnouncement.as_view(), name="change_announcement"),
    path("nieuws/<int:pk>/bekend/", announcing.PublishAnnouncement.as_view(), name="publish_announcement"),
    path("nieuws/<int:pk>/weg/", announcing.DeleteAnnouncement.as_view(), name="delete_announcement"),
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
