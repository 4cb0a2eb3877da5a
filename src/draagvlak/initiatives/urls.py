from django.urls import path

from draagvlak.initiatives import views

app_name = "initiatives"
urlpatterns = [
    path("", views.MyQuestions.as_view(), name="mine"),
    path("nieuw/", views.Ask.as_view(), name="ask"),
    path("zonder-naam/", views.AskNameless.as_view(), name="ask_nameless"),
    path("code/", views.ReadWithCode.as_view(), name="read_with_code"),
    path("register/", views.Register.as_view(), name="register"),
    path("register/namens/", views.SpeakFor.as_view(), name="speak_for"),
    path("register/termijn/", views.PromiseTerm.as_view(), name="promise_term"),
    path("punt/<int:pk>/", views.ShowPoint.as_view(), name="point"),
    path("<int:pk>/", views.ShowQuestion.as_view(), name="question"),
    path("<int:pk>/erbij/", views.AddWords.as_view(), name="add_words"),
    path("<int:pk>/gelezen/", views.ConfirmRead.as_view(), name="confirm_read"),
    path("<int:pk>/opnemen/", views.TakeUp.as_view(), name="take_up"),
    path("<int:pk>/antwoord/", views.AnswerQuestion.as_view(), name="answer"),
    path("<int:pk>/afsluiten/", views.CloseQuestion.as_view(), name="close"),
    path("<int:pk>/voorleggen/", views.RaisePoint.as_view(), name="raise_point"),
]
