"""Refuse a body that is too large before reading any of it."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class UploadLimit(FileUploadHandler):
    """Stands before Django's own handlers and takes no file itself."""

    def handle_raw_input(self, *args: Any, **_kwargs: Any) -> None:
        _input_data, _meta, content_length, *_rest = args
        if content_length > settings.UPLOAD_LIMIT:
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
