from allauth.account import views as account
from django.urls import include, path

urlpatterns = [
    path("anmelden/", account.login, name="account_login"),
    path("abmelden/", account.logout, name="account_logout"),
    path("sperre/", account.account_inactive, name="account_inactive"),
    path("bestaetigen/", account.reauthenticate, name="account_reauthenticate"),
    path("kennwort/", account.password_change, name="account_change_password"),
    path("zweiter-faktor/", include("allauth.mfa.urls")),
]
