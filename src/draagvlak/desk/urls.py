from django.urls import path

from draagvlak.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.Tasks.as_view(), name="tasks"),
    path("waar/", views.Where.as_view(), name="where"),
    path("logboek/", views.Journal.as_view(), name="journal"),
    path("mail/", views.Outbox.as_view(), name="outbox"),
]
