from django.urls import path

from draagvlak.decisions import views

app_name = "decisions"
urlpatterns = [
    path("", views.Dossiers.as_view(), name="dossiers"),
    path("stemmen/", views.Mandates.as_view(), name="mandates"),
    path("stemmen/<int:pk>/", views.SetMandate.as_view(), name="set_mandate"),
    path("mandaat/<int:pk>/stop/", views.EndMandate.as_view(), name="end_mandate"),
    path("nakijken/", views.CheckFile.as_view(), name="check_file"),
    path("nakijken/verify.py", views.Checker.as_view(), name="checker"),
    path("<int:number>/", views.ShowDossier.as_view(), name="dossier"),
    path("<int:number>/dossier.json", views.ExportDossier.as_view(), name="export_dossier"),
    path("<int:number>/opmerking/", views.AddRemark.as_view(), name="add_remark"),
    path("<int:number>/stem/<int:part>/", views.RecordVoice.as_view(), name="record_voice"),
    path("<int:number>/antwoord/<int:voice>/<int:point>/", views.ReplyToPoint.as_view(), name="reply"),
]
