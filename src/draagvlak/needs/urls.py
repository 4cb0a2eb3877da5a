from django.urls import path

from draagvlak.needs import views

app_name = "needs"
urlpatterns = [
    path("", views.ShowHeard.as_view(), name="heard"),
    path("meld/", views.SendSignal.as_view(), name="signal"),
    path("code/", views.ReadWithCode.as_view(), name="read_with_code"),
    path("alle/", views.ShowSignals.as_view(), name="signals"),
    path("<int:pk>/antwoord/", views.AnswerSignal.as_view(), name="answer"),
    path("<int:pk>/samenvoegen/", views.MergeSignals.as_view(), name="merge"),
    path("<int:pk>/apart/", views.PartSignal.as_view(), name="part"),
]
