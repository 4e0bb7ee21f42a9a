"""Addresses of the work."""

from django.urls import path

from requests_log.views import (
    attaching,
    clients,
    contacts,
    decisions,
    endings,
    erasing,
    letter_sample,
    lists,
    moves,
    own_rule_files,
    own_rules,
    pace,
    requests,
    rules,
    splitting,
    strategy_trial,
    taking,
    what_if,
)

app_name = "requests_log"
urlpatterns = [
    path("", requests.today, name="today"),
    path("requests/", lists.request_list, name="request_list"),
    path("requests.csv", lists.request_table, name="request_table"),
    path("requests/new/", requests.request_new, name="request_new"),
    path("requests/preview/", requests.request_preview, name="request_preview"),
    path("requests/senders/", contacts.request_senders, name="request_senders"),
    path("requests/<int:pk>/", requests.request_detail, name="request_detail"),
    path("requests/<int:pk>/split/", splitting.request_split, name="request_split"),
    path("requests/<int:pk>/files/", attaching.request_files, name="request_files"),
    path("requests/<int:pk>/verdict/", moves.request_verdict, name="request_verdict"),
    path(
        "requests/<int:pk>/recommend/",
        moves.request_recommend,
        name="request_recommend",
    ),
    path("requests/<int:pk>/send/", moves.request_send, name="request_send"),
    path("requests/<int:pk>/reply/", decisions.request_reply, name="request_reply"),
    path("requests/<int:pk>/decide/", decisions.request_decide, name="request_decide"),
    path(
        "requests/<int:pk>/correct/", decisions.request_correct, name="request_correct"
    ),
    path(
        "requests/<int:pk>/unanswered/",
        decisions.request_unanswered,
        name="request_unanswered",
    ),
    path(
        "requests/<int:pk>/confirmation/",
        decisions.request_confirmation,
        name="request_confirmation",
    ),
    path("requests/<int:pk>/outcome/", endings.request_outcome, name="request_outcome"),
    path("requests/<int:pk>/done/", endings.request_done, name="request_done"),
    path("requests/<int:pk>/drop/", endings.request_drop, name="request_drop"),
    path("requests/<int:pk>/reopen/", endings.request_reopen, name="request_reopen"),
    path("rules/", rules.rule_list, name="rule_list"),
    path("rules/own/new/", own_rules.own_rule_new, name="own_rule_new"),
    path("rules/own.yaml", own_rule_files.own_rules_export, name="own_rules_export"),
    path(
        "rules/own/import/",
        own_rule_files.own_rules_import,
        name="own_rules_import",
    ),
    path("rules/own/try/", own_rules.own_rule_try, name="own_rule_try"),
    path(
        "rules/own/back-test/",
        own_rules.own_rule_back_test,
        name="own_rule_back_test",
    ),
    path("rules/<slug:code>/edit/", own_rules.own_rule_edit, name="own_rule_edit"),
    path(
        "rules/<slug:code>/versions/<int:number>/",
        own_rules.own_rule_version,
        name="own_rule_version",
    ),
    path(
        "rules/<slug:code>/retire/", own_rules.own_rule_retire, name="own_rule_retire"
    ),
    path(
        "rules/<slug:code>/restore/",
        own_rules.own_rule_restore,
        name="own_rule_restore",
    ),
    path("rules/<slug:code>/", rules.rule_detail, name="rule_detail"),
    path("rules/switches/<int:pk>/on/", rules.rule_on, name="rule_on"),
    path("profile/keeping/everything.zip", taking.everything, name="everything"),
    path("profile/reminders/", pace.pace, name="pace"),
    path("profile/sample.pdf", letter_sample.letter_sample, name="letter_sample"),
    path("clients/", clients.client_list, name="client_list"),
    path("clients/<int:pk>/erase/", erasing.client_erase, name="client_erase"),
    path("clients/<int:pk>/", clients.client_detail, name="client_detail"),
    path(
        "contacts/<int:pk>/take-out/",
        contacts.contact_take_out,
        name="contact_take_out",
    ),
    path(
        "clients/<int:pk>/strategy/try/",
        strategy_trial.strategy_trial,
        name="strategy_trial",
    ),
    path(
        "clients/<int:pk>/strategy/what-if/",
        what_if.strategy_what_if,
        name="strategy_what_if",
    ),
    path(
        "clients/<int:pk>/strategy/import/what-if/",
        what_if.strategy_file_what_if,
        name="strategy_file_what_if",
    ),
]
