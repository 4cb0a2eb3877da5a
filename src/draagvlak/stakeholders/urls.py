from django.http import HttpResponse
from django.urls import path

app_name = "stakeholders"


def stub(request, **words):
    return HttpResponse("")


urlpatterns = [path(f"{name}/", stub, name=name) for name in "set_up,who_does_what,appoint_coordinator,accept_role".split(",")]
