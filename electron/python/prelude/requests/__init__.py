"""`requests`, as far as actions need it. Each call is made by the host."""

from http import HTTPStatus as _HTTPStatus
from types import SimpleNamespace as _SimpleNamespace

from . import auth, exceptions, models, sessions, structures
from .exceptions import (
    ConnectionError,
    ConnectTimeout,
    HTTPError,
    JSONDecodeError,
    ReadTimeout,
    RequestException,
    Timeout,
    TooManyRedirects,
    URLRequired,
)
from .models import Request, Response
from .sessions import Session, request

__version__ = "2.32.0"

codes = _SimpleNamespace(**{status.name.lower(): int(status) for status in _HTTPStatus})


def session():
    return Session()


def get(url, params=None, **options):
    return request("GET", url, params=params, **options)


def options(url, **options):
    return request("OPTIONS", url, **options)


def head(url, **options):
    options.setdefault("allow_redirects", False)
    return request("HEAD", url, **options)


def post(url, data=None, json=None, **options):
    return request("POST", url, data=data, json=json, **options)


def put(url, data=None, **options):
    return request("PUT", url, data=data, **options)


def patch(url, data=None, **options):
    return request("PATCH", url, data=data, **options)


def delete(url, **options):
    return request("DELETE", url, **options)
