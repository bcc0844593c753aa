from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from wir.eligibility import queries
from wir.eligibility.forms.selfcheck import LANGUAGES, SelfCheck
from wir.eligibility.rules import assess
from wir.eligibility.rules.spoken import lines_of


@csrf_exempt  # nothing is stored and nobody is signed in: a forged request could do nothing, a token would be a cookie
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def selfcheck(request: HttpRequest) -> HttpResponse:
    """Up to ten questions, one at a time; the answers travel in hidden fields, so neither address nor log has them."""
    sent = request.POST if request.method == "POST" else request.GET
    wanted = sent.get("language", "")
    language = wanted if wanted in LANGUAGES else "de"
    with translation.override(language):
        check = SelfCheck(sent, today=timezone.localdate())
        context: dict[str, object] = {"check": check, "here_language": language, "languages": LANGUAGES}
        if check.question is None:
            facts, activity = check.told()
            answer = assess(facts, activity=activity, on=check.today)
            said = queries.spoken_to_anybody(lines_of(answer))
            spoken = next((one for one in said if one.language == sent.get("answer_in")), None)
            context |= {"answer": answer, "activity": activity, "said": said, "spoken": spoken}
        status = 422 if check.problem else 200
        response = render(request, "eligibility/selfcheck.html", context, status=status)
    response.headers["Content-Language"] = language
    return response
