from django.urls import path

from draagvlak.decisions.views import ballots, dossiers, mandates, papers, remarks, voices

app_name = "decisions"
urlpatterns = [
    path("", dossiers.Dossiers.as_view(), name="dossiers"),
    path("stemmen/", mandates.Mandates.as_view(), name="mandates"),
    path("stemmen/<int:pk>/", mandates.SetMandate.as_view(), name="set_mandate"),
    path("stemmen/apart/", mandates.SetSeparation.as_view(), name="set_separation"),
    path("mandaat/<int:pk>/stop/", mandates.EndMandate.as_view(), name="end_mandate"),
    path("nakijken/", dossiers.CheckFile.as_view(), name="check_file"),
    path("nakijken/verify.py", dossiers.Checker.as_view(), name="checker"),
    path("<int:number>/", dossiers.ShowDossier.as_view(), name="dossier"),
    path("<int:number>/dossier.json", dossiers.ExportDossier.as_view(), name="export_dossier"),
    path("<int:number>/opmerking/", remarks.AddRemark.as_view(), name="add_remark"),
    path("<int:number>/opmerking/<int:entry>/antwoord/", remarks.AnswerRemark.as_view(), name="answer_remark"),
    path("<int:number>/stem/<int:part>/", voices.RecordVoice.as_view(), name="record_voice"),
    path("<int:number>/informatie/<int:part>/", voices.RecordInformation.as_view(), name="record_information"),
    path("<int:number>/antwoord/<int:voice>/<int:point>/", voices.ReplyToPoint.as_view(), name="reply"),
    path("<int:number>/stemming/<int:part>/", ballots.OpenBallot.as_view(), name="open_ballot"),
    path("stemming/<int:number>/", ballots.ShowBallot.as_view(), name="ballot"),
    path("stemming/<int:number>/stem/<int:line>/", ballots.CastVote.as_view(), name="cast_vote"),
    path("stemming/<int:number>/stem/<int:line>/geteld/", ballots.VoteCounted.as_view(), name="vote_counted"),
    path("stemming/<int:number>/volmacht/", ballots.GiveProxy.as_view(), name="give_proxy"),
    path("stemming/<int:number>/volmacht/terug/", ballots.WithdrawProxy.as_view(), name="withdraw_proxy"),
    path("stemming/<int:number>/handen/", ballots.EnterHands.as_view(), name="enter_hands"),
    path("stemming/<int:number>/handen/bevestig/", ballots.ConfirmHands.as_view(), name="confirm_hands"),
    path("stemming/<int:number>/handen/weg/", ballots.TakeBackHands.as_view(), name="take_back_hands"),
    path("stemming/<int:number>/tel/", ballots.CloseBallot.as_view(), name="close_ballot"),
    path("stemming/<int:number>/stop/", ballots.WithdrawBallot.as_view(), name="withdraw_ballot"),
    path("<int:number>/dossier.<suffix:suffix>", papers.DownloadDossier.as_view(), name="download_dossier"),
    path("<int:number>/advies/<int:part>.<suffix:suffix>", papers.DownloadAdvice.as_view(), name="download_advice"),
]
