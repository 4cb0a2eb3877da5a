from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views import View


class Me(View):
    def get(self, _request: HttpRequest) -> HttpResponse:
        return HttpResponse("")


@login_not_required
def choose_password(_request: HttpRequest, uid: str, token: str) -> HttpResponse:
    del uid, token
    return HttpResponse("")
