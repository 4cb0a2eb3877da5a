from django.urls import path

from draagvlak.stakeholders import views

app_name = "stakeholders"
urlpatterns = [
    path("", views.WhoDoesWhat.as_view(), name="who_does_what"),
    path("organisatie/", views.SetUp.as_view(), name="set_up"),
    path("organisatie/organen/", views.SetUpBodies.as_view(), name="set_up_bodies"),
    path("organisatie/klaar/", views.FinishSetUp.as_view(), name="finish_set_up"),
    path("orgaan/<int:pk>/zetel/", views.SeatMember.as_view(), name="seat_member"),
    path("zetel/<int:pk>/stop/", views.EndSeat.as_view(), name="end_seat"),
    path("rol/", views.AssignRole.as_view(), name="assign_role"),
    path("coordinator/", views.AppointCoordinator.as_view(), name="appoint_coordinator"),
    path("rol/<int:pk>/", views.AcceptRole.as_view(), name="accept_role"),
    path("rol/<int:pk>/stop/", views.EndRole.as_view(), name="end_role"),
    path("rol/<int:pk>/dagdelen/", views.HalfDays.as_view(), name="half_days"),
    path("dagdeel/<int:pk>/", views.UseHalfDay.as_view(), name="use_half_day"),
    path("uitnodigen/<int:pk>/", views.InviteMember.as_view(), name="invite_member"),
]
