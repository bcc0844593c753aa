from allauth.account import views as account
from allauth.socialaccount import views as provider
from django.urls import include, path, re_path

from wir.accounts import views
from wir.accounts.adapters import openid
from wir.kit.rates import SIGN_IN, limited

urlpatterns = [
    path("", views.account_page, name="account"),
    path("anmelden/", limited(SIGN_IN)(views.sign_in), name="account_login"),
    path("abmelden/", account.logout, name="account_logout"),
    path("ueberall-abmelden/", views.sign_out_everywhere, name="sign_out_everywhere"),
    path("sitzungen/", views.sessions, name="sessions"),
    path("sitzungen/<int:session_id>/beenden/", views.end_session, name="end_session"),
    path("sperre/", account.account_inactive, name="account_inactive"),
    path("bestaetigen/", account.reauthenticate, name="account_reauthenticate"),
    path("kennwort/", account.password_change, name="account_change_password"),
    path("kennwort/vergessen/", views.forgotten, name="account_reset_password"),
    path("kennwort/unterwegs/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^kennwort/neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("kennwort/gesetzt/", views.password_is_set, name="account_reset_password_from_key_done"),
    path("zweiter-faktor-noetig/", views.second_factor_required, name="second_factor_required"),
    path("zweiter-faktor/", include("allauth.mfa.urls")),
    path("anbieter/<str:provider_id>/", views.to_provider, name="openid_connect_login"),
    path("anbieter/<str:provider_id>/zurueck/", openid.finish, name="openid_connect_callback"),
    path("anbieter/abgebrochen/", provider.login_cancelled, name="socialaccount_login_cancelled"),
    path("anbieter/fehler/", provider.login_error, name="socialaccount_login_error"),
]
