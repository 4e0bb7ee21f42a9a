"""Every address of the app. The only module here that knows requests_log."""

from django.contrib.auth import views as auth
from django.urls import include, path

from consultancy.views import (
    client_notes,
    client_status,
    clients,
    consultants,
    contacts,
    documents,
    favicon,
    files,
    health,
    holds,
    invitations,
    keeping,
    language,
    lasting,
    password_reset,
    profile,
    security,
    sessions,
    sign_in,
    signed_copies,
    signing,
    strategies,
    strategy_versions,
    verification,
)

handler500 = "consultancy.views.broken.broken"
urlpatterns = [
    path("", include("requests_log.urls")),
    path("clients/new/", clients.client_new, name="client_new"),
    path("clients/<int:pk>/edit/", clients.client_edit, name="client_edit"),
    path("clients/<int:pk>/status/", client_status.client_status, name="client_status"),
    path(
        "clients/<int:pk>/archive/", client_status.client_archive, name="client_archive"
    ),
    path(
        "clients/<int:pk>/restore/", client_status.client_restore, name="client_restore"
    ),
    path("clients/<int:pk>/hold/", holds.client_hold, name="client_hold"),
    path("clients/<int:pk>/notes/", client_notes.client_notes, name="client_notes"),
    path("clients/<int:pk>/contacts/new/", contacts.contact_new, name="contact_new"),
    path("contacts/<int:pk>/edit/", contacts.contact_edit, name="contact_edit"),
    path("contacts/<int:pk>/return/", contacts.contact_return, name="contact_return"),
    path("clients/<int:pk>/strategy/", strategies.strategy_edit, name="strategy_edit"),
    path(
        "clients/<int:pk>/strategy/import/",
        strategies.strategy_import,
        name="strategy_import",
    ),
    path(
        "clients/<int:pk>/strategy.yaml",
        strategies.strategy_export,
        name="strategy_export",
    ),
    path(
        "clients/<int:pk>/strategy/versions/",
        strategies.strategy_versions,
        name="strategy_versions",
    ),
    path(
        "clients/strategies/<int:pk>/",
        strategy_versions.strategy_version,
        name="strategy_version",
    ),
    path(
        "clients/strategies/<int:pk>/proof/",
        strategy_versions.strategy_proof,
        name="strategy_proof",
    ),
    path("documents/", documents.document_list, name="document_list"),
    path("documents/<int:pk>/", documents.document_detail, name="document_detail"),
    path(
        "documents/<int:pk>/signed-copy/",
        signed_copies.document_signed_copy,
        name="document_signed_copy",
    ),
    path(
        "documents/<int:pk>/lasting/", lasting.document_lasting, name="document_lasting"
    ),
    path("documents/copies/<int:pk>/", documents.document_copy, name="document_copy"),
    path("documents/<int:pk>/file/", documents.document_file, name="document_file"),
    path("files/<int:pk>/", files.kept_file, name="kept_file"),
    path("profile/", profile.profile, name="profile"),
    path("profile/logo.png", profile.profile_logo, name="profile_logo"),
    path("profile/keeping/", keeping.keeping, name="keeping"),
    path("profile/keeping/<int:pk>/", keeping.evidence, name="evidence"),
    path(
        "profile/keeping/<int:pk>/<str:sha256>/",
        keeping.evidence_download,
        name="evidence_download",
    ),
    path("profile/consultants/", consultants.consultant_list, name="consultant_list"),
    path(
        "profile/consultants/<uuid:public_id>/deactivate/",
        consultants.consultant_deactivate,
        name="consultant_deactivate",
    ),
    path(
        "profile/consultants/<uuid:public_id>/reactivate/",
        consultants.consultant_reactivate,
        name="consultant_reactivate",
    ),
    path(
        "profile/invitations/<int:pk>/revoke/",
        consultants.invitation_revoke,
        name="invitation_revoke",
    ),
    path(
        "invitation/<str:token>/",
        invitations.invitation_accept,
        name="invitation_accept",
    ),
    path("profile/signing/", signing.signing, name="signing"),
    path("profile/signing/renew/", signing.signing_renew, name="signing_renew"),
    path("profile/signing/bring/", signing.signing_bring, name="signing_bring"),
    path(
        "profile/signing/certificate.cer",
        signing.signing_certificate,
        name="signing_certificate",
    ),
    path(
        "profile/signing/authority.cer",
        signing.signing_authority,
        name="signing_authority",
    ),
    path("profile/security/", security.security, name="security"),
    path("profile/security/sign-out/", sessions.session_end, name="session_end"),
    path(
        "profile/security/sign-out-others/", sessions.sessions_end, name="sessions_end"
    ),
    path(
        "profile/security/begin/",
        security.second_factor_begin,
        name="second_factor_begin",
    ),
    path(
        "profile/security/on/",
        security.second_factor_enable,
        name="second_factor_enable",
    ),
    path(
        "profile/security/off/",
        security.second_factor_disable,
        name="second_factor_disable",
    ),
    path(
        "profile/security/recovery-codes/",
        security.recovery_codes,
        name="recovery_codes",
    ),
    path(
        "profile/password/",
        sessions.PasswordChange.as_view(),
        name="password_change",
    ),
    path(
        "profile/password/done/",
        auth.PasswordChangeDoneView.as_view(),
        name="password_change_done",
    ),
    path(
        "login/",
        sign_in.SignIn.as_view(),
        name="login",
    ),
    path("password/reset/", password_reset.Ask.as_view(), name="password_reset"),
    path(
        "password/reset/sent/",
        auth.PasswordResetDoneView.as_view(),
        name="password_reset_done",
    ),
    path(
        "password/reset/<uidb64>/<token>/",
        password_reset.Choose.as_view(),
        name="password_reset_confirm",
    ),
    path(
        "password/reset/done/",
        auth.PasswordResetCompleteView.as_view(),
        name="password_reset_complete",
    ),
    path("login/code/", sign_in.sign_in_code, name="sign_in_code"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("language/", language.language, name="language"),
    path("verify/", verification.verify, name="verify"),
    path(
        "verify/<str:number>/<str:mark>/",
        verification.verify_letter,
        name="verify_letter",
    ),
    path("favicon.ico", favicon.favicon, name="favicon"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
