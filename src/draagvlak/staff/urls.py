from django.urls import path

from draagvlak.staff import views

app_name = "staff"
urlpatterns = [
    path("", views.People.as_view(), name="people"),
    path("nieuw/", views.RegisterPerson.as_view(), name="register_person"),
    path("functiegroepen/", views.FunctionGroups.as_view(), name="function_groups"),
    path("<int:pk>/", views.ShowPerson.as_view(), name="person"),
    path("<int:pk>/wijzig/", views.ChangePerson.as_view(), name="change_person"),
    path("tewerkstelling/<int:pk>/functie/", views.ChangeFunction.as_view(), name="change_function"),
    path("tewerkstelling/<int:pk>/stop/", views.EndEmployment.as_view(), name="end_employment"),
    path("lijst/", views.ReadList.as_view(), name="read_list"),
    path("lijst/<int:pk>/kolommen/", views.MapList.as_view(), name="map_list"),
    path("lijst/<int:pk>/", views.ShowList.as_view(), name="list"),
    path("lijst/<int:pk>/proef.xlsx", views.DownloadTrial.as_view(), name="download_trial"),
    path("lijst/<int:pk>/opnieuw/", views.TryAgain.as_view(), name="try_again"),
    path("lijst/<int:pk>/weg/", views.DropList.as_view(), name="drop_list"),
    path("lijst/<int:pk>/ongedaan/", views.UndoList.as_view(), name="undo_list"),
]
