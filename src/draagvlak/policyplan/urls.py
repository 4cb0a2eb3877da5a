from django.urls import path, register_converter

from draagvlak.policyplan.views import calendar, framework, margin, plan, review, rounds, rounds_kept, sight, vision


class Suffix:
    """The two forms in which a plan leaves the house."""

    regex = "pdf|docx"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Suffix, "suffix")

app_name = "policyplan"
urlpatterns = [
    path("", plan.ShowPlan.as_view(), name="plan"),
    path("begin/", plan.StartPlan.as_view(), name="start_plan"),
    path("deel/<slug:key>/", plan.WriteSection.as_view(), name="write_section"),
    path("doel/", plan.SetGoal.as_view(), name="set_goal"),
    path("doel/<int:number>/", plan.ChangeGoal.as_view(), name="change_goal"),
    path("doel/<int:number>/weg/", plan.RemoveGoal.as_view(), name="remove_goal"),
    path("doel/<int:number>/lijn/", sight.ShowGoal.as_view(), name="goal"),
    path("lijn/", sight.ShowSight.as_view(), name="sight"),
    path("leren/", sight.ShowWorkshop.as_view(), name="workshop"),
    path("leren/doelen-en-leren.xlsx", sight.DownloadWorkshop.as_view(), name="download_workshop"),
    path("leren/nieuw/", sight.AddActivity.as_view(), name="add_activity"),
    path("leren/<int:pk>/", sight.ChangeActivity.as_view(), name="change_activity"),
    path("leren/<int:pk>/weg/", sight.RemoveActivity.as_view(), name="remove_activity"),
    path("nieuwe-versie/", plan.NewVersion.as_view(), name="new_version"),
    path("voorleggen/", plan.SubmitVersion.as_view(), name="submit_version"),
    path("evaluatie/", review.ReviewPlan.as_view(), name="review_plan"),
    path("versie/<int:number>/", plan.ShowVersion.as_view(), name="version"),
    path("versie/<int:number>/plan.<suffix:suffix>", plan.DownloadPlan.as_view(), name="download_plan"),
    path("versie/<int:older>/naast/<int:newer>/", plan.CompareVersions.as_view(), name="compare_versions"),
    path("tekst-van-dossier/<int:number>/", plan.ShowDocument.as_view(), name="document"),
    path("opmerkingen/", margin.ShowNotes.as_view(), name="notes"),
    path("opmerkingen/nieuw/", margin.WriteNote.as_view(), name="write_note"),
    path("opmerkingen/<int:pk>/", margin.AnswerNote.as_view(), name="note"),
    path("opmerkingen/<int:pk>/wijzig/", margin.ChangeNote.as_view(), name="change_note"),
    path("opmerkingen/<int:pk>/trek-in/", margin.WithdrawNote.as_view(), name="withdraw_note"),
    path("opmerkingen/<int:pk>/gelezen/", margin.ReadNote.as_view(), name="read_note"),
    path("opmerkingen/<int:pk>/geef/", margin.AssignNote.as_view(), name="assign_note"),
    path("opmerkingen/<int:pk>/afgehandeld/", margin.SettleNote.as_view(), name="settle_note"),
    path("opmerkingen/<int:pk>/heropen/", margin.ReopenNote.as_view(), name="reopen_note"),
    path("opmerkingen/<int:pk>/neem-over/", margin.TakeOverNote.as_view(), name="take_over_note"),
    path("opmerkingen/<int:pk>/niet/", margin.DeclineNote.as_view(), name="decline_note"),
    path("raadplegingen/", rounds.ShowConsultations.as_view(), name="consultations"),
    path("raadplegingen/open/", rounds_kept.OpenConsultation.as_view(), name="open_consultation"),
    path("raadplegingen/<int:pk>/", rounds.ShowConsultation.as_view(), name="consultation"),
    path("raadplegingen/<int:pk>/zeg/<slug:passage>/", rounds.Say.as_view(), name="say"),
    path("raadplegingen/<int:pk>/namens/<slug:passage>/", rounds.SayForOthers.as_view(), name="say_for_others"),
    path("raadplegingen/<int:pk>/niets/", rounds.SayNothing.as_view(), name="say_nothing"),
    path("raadplegingen/<int:pk>/papier.pdf", rounds.PrintPaper.as_view(), name="print_consultation"),
    path("raadplegingen/<int:pk>/meer-tijd/", rounds_kept.ExtendConsultation.as_view(), name="extend_consultation"),
    path("raadplegingen/<int:pk>/sluit/", rounds_kept.CloseConsultation.as_view(), name="close_consultation"),
    path("raadplegingen/<int:pk>/afronden/", rounds_kept.ConcludeConsultation.as_view(), name="conclude_consultation"),
    path("raadplegingen/<int:pk>/resultaat/", rounds.ShowResult.as_view(), name="consultation_result"),
    path("raadplegingen/<int:pk>/opmerkingen/", rounds_kept.ShowRemarks.as_view(), name="remarks"),
    path("raadplegingen/<int:pk>/bundel/", rounds_kept.MergeRemarks.as_view(), name="merge_remarks"),
    path("raadplegingen/opmerking/<int:pk>/", rounds.ChangeRemark.as_view(), name="change_remark"),
    path("raadplegingen/opmerking/<int:pk>/verplaats/", rounds_kept.MoveRemark.as_view(), name="move_remark"),
    path("raadplegingen/bundel/<int:pk>/antwoord/", rounds_kept.AnswerRemarks.as_view(), name="answer_remarks"),
    path("visie/", vision.ShowVision.as_view(), name="vision"),
    path("visie/vaststellen/", vision.AdoptVision.as_view(), name="adopt_vision"),
    path("visie/heropenen/", vision.ReopenVision.as_view(), name="reopen_vision"),
    path("visie/mijn-woorden/<int:pk>/trek-in/", vision.WithdrawContribution.as_view(), name="withdraw_contribution"),
    path("visie/<slug:question>/", vision.Contribute.as_view(), name="contribute"),
    path("visie/<slug:question>/antwoord/", vision.SettleAnswer.as_view(), name="settle_answer"),
    path("kader/", framework.ShowFramework.as_view(), name="framework"),
    path("kader/kalender/", calendar.ShowCalendar.as_view(), name="calendar"),
    path("kader/kalender/<int:year>/", calendar.ShowCalendar.as_view(), name="calendar_of_year"),
    path("kader/kalender/<int:year>/<slug:key>/neem-over/", calendar.TakeLine.as_view(), name="take_line"),
    path("kader/kalender/<int:year>/<slug:key>/niet/", calendar.RefuseLine.as_view(), name="refuse_line"),
    path("kader/kalender/<int:year>/<slug:key>/vroeger/", calendar.MoveLine.as_view(), name="move_line"),
    path("kader/bibliotheek/", framework.TakeLibrary.as_view(), name="take_library"),
    path("kader/toevoegen/", framework.AddItem.as_view(), name="add_item"),
    path("kader/<int:pk>/", framework.ShowItem.as_view(), name="item"),
    path("kader/<int:pk>/wijzig/", framework.ChangeItem.as_view(), name="change_item"),
    path("kader/<int:pk>/dag/", framework.SetDeadline.as_view(), name="set_deadline"),
    path("kader/<int:pk>/bestand/", framework.AddFile.as_view(), name="add_file"),
    path("kader/dag/<int:pk>/klaar/", framework.FinishDeadline.as_view(), name="finish_deadline"),
    path("kader/dag/<int:pk>/weg/", framework.DropDeadline.as_view(), name="drop_deadline"),
    path("kader/bestand/<int:pk>/", framework.DownloadFile.as_view(), name="download_file"),
    path("kader/bestand/<int:pk>/weg/", framework.TakeAwayFile.as_view(), name="take_away_file"),
    path("kader/<int:pk>/weg/", framework.RemoveItem.as_view(), name="remove_item"),
    path("organisatiedoel/", framework.AddOrganisationGoal.as_view(), name="add_organisation_goal"),
    path("organisatiedoel/<int:pk>/", framework.ChangeOrganisationGoal.as_view(), name="change_organisation_goal"),
]
