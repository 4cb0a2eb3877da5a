from django.urls import path

from draagvlak.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.Tasks.as_view(), name="tasks"),
    path("waar/", views.Where.as_view(), name="where"),
    path("kamer/<slug:kind>/", views.Room.as_view(), name="room"),
    path("blad-voor-de-raad/", views.BoardSheet.as_view(), name="board_sheet"),
    path("overleg/naleving/", views.ShowTreated.as_view(), name="treated"),
    path("logboek/", views.Journal.as_view(), name="journal"),
    path("mail/", views.Outbox.as_view(), name="outbox"),
    path("mail/<int:pk>/", views.MailAsSent.as_view(), name="mail_as_sent"),
    path("mail/<int:pk>/opnieuw/", views.SendMailAgain.as_view(), name="send_mail_again"),
    path("mail/<int:pk>/aangekomen/", views.ConfirmMail.as_view(), name="confirm_mail"),
    path("mijn-mail/", views.MyMail.as_view(), name="my_mail"),
]
