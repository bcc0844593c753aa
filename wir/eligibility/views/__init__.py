"""Pages: the answer in the case file, sheets on paper, what a network decides, and the check for anybody."""

from wir.eligibility.views.case import circumstances, support, work
from wir.eligibility.views.network import changed, law
from wir.eligibility.views.selfcheck import selfcheck
from wir.eligibility.views.sheet import sheet
from wir.eligibility.views.trial import trial
from wir.eligibility.views.wordings import release as wording_release
from wir.eligibility.views.wordings import withdraw as wording_withdraw
from wir.eligibility.views.wordings import wordings

__all__ = [
    "changed",
    "circumstances",
    "law",
    "selfcheck",
    "sheet",
    "support",
    "trial",
    "wording_release",
    "wording_withdraw",
    "wordings",
    "work",
]
