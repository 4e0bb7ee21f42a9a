"""Whose page this is: the only place where a view learns it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from consultancy.models import Client, Consultant, Contact, Document
from consultancy.selectors.clients import client_of
from consultancy.selectors.contacts import contact_of
from consultancy.selectors.documents import document_of


def consultant_of(request: HttpRequest) -> Consultant:
    """Return the practice of the signed-in user. Raises PermissionDenied."""
    user = request.user
    consultant = getattr(user, "consultant", None) if user.is_authenticated else None
    if not isinstance(consultant, Consultant):
        raise PermissionDenied
    return consultant


def installation_owner_or_404(request: HttpRequest) -> Consultant:
    """Return the signed-in owner of the installation; for others it has no owner."""
    consultant = consultant_of(request)
    if not consultant.user.owns_installation:
        raise Http404
    return consultant


def client_or_404(request: HttpRequest, pk: int) -> Client:
    """Return the signed-in consultant's client; anybody else's does not exist."""
    try:
        return client_of(consultant_of(request), pk)
    except Client.DoesNotExist as error:
        raise Http404 from error


def contact_or_404(request: HttpRequest, pk: int) -> Contact:
    """Return a contact of one of the consultant's clients; no other exists."""
    try:
        return contact_of(consultant_of(request), pk)
    except Contact.DoesNotExist as error:
        raise Http404 from error


def document_or_404(request: HttpRequest, pk: int) -> Document:
    """Return the signed-in consultant's letter; anybody else's does not exist."""
    document = document_of(consultant_of(request), pk)
    if document is None:
        raise Http404
    return document
