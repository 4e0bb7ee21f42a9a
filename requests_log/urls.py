"""Addresses of the work."""

from django.urls import path

from requests_log.views import clients, lists, moves, requests, what_if

app_name = "requests_log"
urlpatterns = [
    path("", requests.today, name="today"),
    path("requests/", lists.request_list, name="request_list"),
    path("requests.csv", lists.request_table, name="request_table"),
    path("requests/new/", requests.request_new, name="request_new"),
    path("requests/preview/", requests.request_preview, name="request_preview"),
    path("requests/<int:pk>/", requests.request_detail, name="request_detail"),
    path("requests/<int:pk>/verdict/", moves.request_verdict, name="request_verdict"),
    path(
        "requests/<int:pk>/recommend/",
        moves.request_recommend,
        name="request_recommend",
    ),
    path("requests/<int:pk>/send/", moves.request_send, name="request_send"),
    path("requests/<int:pk>/decide/", moves.request_decide, name="request_decide"),
    path("requests/<int:pk>/drop/", moves.request_drop, name="request_drop"),
    path("clients/", clients.client_list, name="client_list"),
    path("clients/<int:pk>/", clients.client_detail, name="client_detail"),
    path(
        "clients/<int:pk>/strategy/what-if/",
        what_if.strategy_what_if,
        name="strategy_what_if",
    ),
]
