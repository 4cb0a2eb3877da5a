from django.urls import path, register_converter

from draagvlak.policyplan.views import (
    calendar,
    codecision,
    deciding,
    framework,
    history,
    plan,
    reading,
    regulation,
    review,
    rounds,
    rounds_kept,
    sight,
    vision,
)


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
    path("deel/<slug:key>/", history.WriteSection.as_view(), name="write_section"),
    path("deel/<slug:part>/geschiedenis/", history.ShowHistory.as_view(), name="history"),
    path("deel/<slug:part>/geschiedenis/<int:number>/terug/", history.RestoreSection.as_view(), name="restore_section"),
    path("deel/<slug:part>/aanwezig/", history.BePresent.as_view(), name="be_present"),
    path("wijzigingen/", history.ReadChanges.as_view(), name="read_changes"),
    path("vergelijk/", history.ChooseVersions.as_view(), name="choose_versions"),
    path("doel/", plan.SetGoal.as_view(), name="set_goal"),
    path("doel/<int:number>/", plan.ChangeGoal.as_view(), name="change_goal"),
    path("doel/<int:number>/weg/", plan.RemoveGoal.as_view(), name="remove_goal"),
    path("doel/<int:number>/lijn/", sight.ShowGoal.as_view(), name="goal"),
    path("doel/<int:number>/geschiedenis/", history.ShowGoalHistory.as_view(), name="goal_history"),
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
    path(
        "versie/<int:older>/naast/<int:newer>/verschil.pdf",
        history.DownloadDifferences.as_view(),
        name="download_differences",
    ),
    path("tekst-van-dossier/<int:number>/", plan.ShowDocument.as_view(), name="document"),
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

# The training regulation, and deciding together.
urlpatterns += [
    path("reglement/", regulation.ShowRegulation.as_view(), name="regulation"),
    path("reglement/begin/", regulation.StartRegulation.as_view(), name="start_regulation"),
    path("reglement/voorbeelden/", regulation.TakeExamples.as_view(), name="take_examples"),
    path("reglement/artikel/", regulation.AddArticle.as_view(), name="add_article"),
    path("reglement/artikel/<int:key>/", regulation.ChangeArticle.as_view(), name="change_article"),
    path("reglement/artikel/<int:key>/verplaats/", regulation.MoveArticle.as_view(), name="move_article"),
    path("reglement/artikel/<int:key>/weg/", regulation.RemoveArticle.as_view(), name="remove_article"),
    path("reglement/nieuwe-versie/", regulation.NewRegulationVersion.as_view(), name="new_regulation_version"),
    path("reglement/voorleggen/", regulation.SubmitRegulation.as_view(), name="submit_regulation"),
    path("reglement/versie/<int:number>/", regulation.ShowRegulationVersion.as_view(), name="regulation_version"),
    path(
        "reglement/versie/<int:number>/reglement.<suffix:suffix>",
        regulation.DownloadRegulation.as_view(),
        name="download_regulation",
    ),
    path(
        "reglement/versie/<int:older>/naast/<int:newer>/",
        regulation.CompareRegulation.as_view(),
        name="compare_regulation",
    ),
    path("reglement/versie/<int:number>/gelezen/", reading.ConfirmReading.as_view(), name="confirm_reading"),
    path("reglement/versie/<int:number>/lezers/", reading.ShowReaders.as_view(), name="readers"),
    path("reglement/versie/<int:number>/lezers/papier/", reading.NoteReading.as_view(), name="note_reading"),
    path("reglement/versie/<int:number>/lezers/herinner/", reading.RemindReaders.as_view(), name="remind_readers"),
    path("samen-beslissen/", codecision.ShowCodecisions.as_view(), name="codecisions"),
    path("samen-beslissen/nieuw/", codecision.StartCodecision.as_view(), name="start_codecision"),
    path("samen-beslissen/<int:pk>/", codecision.ShowCodecision.as_view(), name="codecision"),
    path("samen-beslissen/<int:pk>/wijzig/", codecision.ChangeCodecision.as_view(), name="change_codecision"),
    path("samen-beslissen/<int:pk>/regel/<slug:kind>/", codecision.AddLine.as_view(), name="add_line"),
    path("samen-beslissen/<int:pk>/open/", codecision.OpenCodecision.as_view(), name="open_codecision"),
    path("samen-beslissen/<int:pk>/blad.pdf", codecision.PrintCodecision.as_view(), name="print_codecision"),
    path("samen-beslissen/<int:pk>/sluit/", deciding.CloseCodecision.as_view(), name="close_codecision"),
    path("samen-beslissen/<int:pk>/afronden/", deciding.ConcludeCodecision.as_view(), name="conclude_codecision"),
    path("samen-beslissen/<int:pk>/resultaat.pdf", codecision.DownloadCodecision.as_view(), name="download_codecision"),
    path("samen-beslissen/regel/<int:pk>/wijzig/", codecision.ChangeLine.as_view(), name="change_line"),
    path("samen-beslissen/regel/<int:pk>/weg/", codecision.RemoveLine.as_view(), name="remove_line"),
    path("samen-beslissen/regel/<int:pk>/zeg/", deciding.SpeakOnLine.as_view(), name="speak_on_line"),
    path("samen-beslissen/regel/<int:pk>/papier/<int:person>/", deciding.SpeakOnPaper.as_view(), name="speak_on_paper"),
    path("samen-beslissen/regel/<int:pk>/besluit/", deciding.ConcludeLine.as_view(), name="conclude_line"),
    path("samen-beslissen/regel/<int:pk>/neem-over/", deciding.TakeOverLine.as_view(), name="take_over_line"),
]
