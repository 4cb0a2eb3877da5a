from django.urls import include, path

from draagvlak.accounts import views

urlpatterns = [
    path("", include("allauth.urls")),
    path("mijn/", include(([path("", views.Me.as_view(), name="me")], "accounts"))),
    path("wachtwoord-kiezen/<uid>/<token>/", views.choose_password, name="choose_password"),
]
