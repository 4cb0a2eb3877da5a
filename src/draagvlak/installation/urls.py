from django.urls import include, path

from draagvlak.installation import views

IN_ORGANISATION = [
    path("", include("draagvlak.desk.urls")),
    path("mensen/", include("draagvlak.staff.urls")),
    path("wie-doet-wat/", include("draagvlak.stakeholders.urls")),
    path("vergaderingen/", include("draagvlak.meetings.urls")),
    path("werkgroep/", include("draagvlak.planproject.urls")),
    path("beleidsplan/", include("draagvlak.policyplan.urls")),
    path("overleg/", include("draagvlak.decisions.urls")),
    path("signalen/", include("draagvlak.needs.urls")),
    path("vragen/", include("draagvlak.initiatives.urls")),
]

urlpatterns = [
    path("", views.Start.as_view(), name="start"),
    path("healthz", views.health, name="health"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("kalender/<str:secret>.ics", views.calendar_feed, name="calendar_feed"),
    path("aanmelden/", include("draagvlak.accounts.urls")),
    path("o/<slug:organisation>/", include(IN_ORGANISATION)),
]
handler403 = "draagvlak.installation.views.forbidden"
handler404 = "draagvlak.installation.views.missing"
handler500 = "draagvlak.installation.views.broken"
