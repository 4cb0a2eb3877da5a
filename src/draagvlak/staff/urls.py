from django.http import HttpResponse
from django.urls import path

app_name = "staff"


def stub(request, **words):
    return HttpResponse("")


urlpatterns = [path(f"{name}/", stub, name=name) for name in ["people", "read_list"]]
