from django.urls import path, register_converter

from draagvlak.stakeholders.views import access, body_tasks, engagement, matrix, partners, seats
from draagvlak.stakeholders.views import organisation as views


class Form:
    """The forms in which the matrix leaves the house."""

    regex = "pdf|xlsx"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Form, "sheet")

app_name = "stakeholders"
urlpatterns = [
    path("", views.WhoDoesWhat.as_view(), name="who_does_what"),
    path("organisatie/", views.SetUp.as_view(), name="set_up"),
    path("partners/", partners.Partners.as_view(), name="partners"),
    path("partners/nieuw/", partners.AddPartner.as_view(), name="add_partner"),
    path("partners/<int:pk>/", partners.ChangePartner.as_view(), name="change_partner"),
    path("organisatie/organen/", views.SetUpBodies.as_view(), name="set_up_bodies"),
    path("organisatie/klaar/", views.FinishSetUp.as_view(), name="finish_set_up"),
    path("orgaan/<int:pk>/zetel/", seats.SeatMember.as_view(), name="seat_member"),
    path("zetel/<int:pk>/functie/", seats.GiveFunction.as_view(), name="give_function"),
    path("zetel/<int:pk>/stop/", seats.EndSeat.as_view(), name="end_seat"),
    path("rol/", views.AssignRole.as_view(), name="assign_role"),
    path("coordinator/", views.AppointCoordinator.as_view(), name="appoint_coordinator"),
    path("rol/<int:pk>/", views.AcceptRole.as_view(), name="accept_role"),
    path("dat-ben-ik/", access.RecogniseMe.as_view(), name="recognise_me"),
    path("rol/<int:pk>/stop/", views.EndRole.as_view(), name="end_role"),
    path("rol/<int:pk>/dagdelen/", views.HalfDays.as_view(), name="half_days"),
    path("dagdeel/<int:pk>/", views.UseHalfDay.as_view(), name="use_half_day"),
    path("taken/", matrix.ShowMatrix.as_view(), name="matrix"),
    path("taken/begin/", matrix.StartMatrix.as_view(), name="start_matrix"),
    path("taken/wie-doet-wat.<sheet:suffix>", matrix.DownloadMatrix.as_view(), name="download_matrix"),
    path("taken/nieuw/", matrix.AddLine.as_view(), name="add_line"),
    path("taken/<int:pk>/", matrix.SetLine.as_view(), name="set_line"),
    path("taken/rol/", matrix.AddMatrixRole.as_view(), name="add_matrix_role"),
    path("taken/rol/<int:pk>/weg/", matrix.EndMatrixRole.as_view(), name="end_matrix_role"),
    path("taken/rol/<int:pk>/antwoord/", matrix.AnswerRole.as_view(), name="answer_role"),
    path("taken/nakijken/", matrix.ReviewMatrix.as_view(), name="review_matrix"),
    path("taken/afspraak/", matrix.AddAgreement.as_view(), name="add_agreement"),
    path("taken/afspraak/<int:pk>/stop/", matrix.EndAgreement.as_view(), name="end_agreement"),
    path("mijn-deel/", matrix.MyPart.as_view(), name="my_part"),
    path("mijn-deel/<int:pk>/", matrix.TickDuty.as_view(), name="tick_duty"),
    path("aan-wie/", matrix.WhoToAsk.as_view(), name="who_to_ask"),
    path("uitnodigen/<int:pk>/", views.InviteMember.as_view(), name="invite_member"),
    path("toegang/", access.WhoCanSignIn.as_view(), name="access"),
    path("toegang/<int:pk>/stop/", access.EndAccess.as_view(), name="end_access"),
    path("betrokkenen/", engagement.ShowRegister.as_view(), name="register"),
    path("betrokkenen/begin/", engagement.ProposeRegister.as_view(), name="propose_register"),
    path("betrokkenen/nieuw/", engagement.AddStakeholder.as_view(), name="add_stakeholder"),
    path("betrokkenen/<int:pk>/", engagement.ShowStakeholder.as_view(), name="stakeholder"),
    path("betrokkenen/<int:pk>/wijzig/", engagement.ChangeStakeholder.as_view(), name="change_stakeholder"),
    path("betrokkenen/<int:pk>/weg/", engagement.EndStakeholder.as_view(), name="end_stakeholder"),
    path("betrokkenen/<int:pk>/houding/", engagement.MeasureAttitude.as_view(), name="measure_attitude"),
    path("betrokkenen/<int:pk>/contact/", engagement.PlanContact.as_view(), name="plan_contact"),
    path("betrokkenen/contact/<int:pk>/wijzig/", engagement.ChangeContact.as_view(), name="change_contact"),
    path("betrokkenen/contact/<int:pk>/gedaan/", engagement.FinishContact.as_view(), name="finish_contact"),
    path("betrokkenen/contact/<int:pk>/gaat-niet-door/", engagement.DropContact.as_view(), name="drop_contact"),
    path("betrokkenen/jouw-moment/", engagement.ShowMoments.as_view(), name="moments"),
    path("orgaan/<int:pk>/taken/", body_tasks.ShowBodyTasks.as_view(), name="body_tasks"),
    path("orgaan/<int:pk>/taken/nieuw/", body_tasks.AddBodyTask.as_view(), name="add_body_task"),
    path("orgaan/taak/<int:pk>/", body_tasks.ChangeBodyTask.as_view(), name="change_body_task"),
    path("orgaan/taak/<int:pk>/klaar/", body_tasks.FinishBodyTask.as_view(), name="finish_body_task"),
    path("orgaan/taak/<int:pk>/open/", body_tasks.ReopenBodyTask.as_view(), name="reopen_body_task"),
    path("orgaan/taak/<int:pk>/weg/", body_tasks.RemoveBodyTask.as_view(), name="remove_body_task"),
]
