from allauth.account import views as account
from django.urls import include, path

from wir.kit.rates import SIGN_IN, limited

urlpatterns = [
    path("anmelden/", limited(SIGN_IN)(account.login), name="account_login"),
    path("abmelden/", account.logout, name="account_logout"),
    path("sperre/", account.account_inactive, name="account_inactive"),
    path("bestaetigen/", account.reauthenticate, name="account_reauthenticate"),
    path("kennwort/", account.password_change, name="account_change_password"),
    path("zweiter-faktor/", include("allauth.mfa.urls")),
]
