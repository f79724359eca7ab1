"""A request as it is sent, and the response to it."""

import base64
import datetime
import json as _json
from email.message import Message
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlencode, urlsplit, urlunsplit

from .auth import HTTPBasicAuth
from .exceptions import HTTPError, InvalidHeader, JSONDecodeError, MissingSchema
from .structures import CaseInsensitiveDict


class Request:
    """Everything is said once, here; the host gets text."""

    def __init__(self, method, url, *, params=None, data=None, json=None, headers=None, cookies=None, auth=None):
        self.method = str(method).upper()
        self.url = _with_params(str(url), params)
        self.headers = CaseInsensitiveDict({str(name): _header(name, value) for name, value in (headers or {}).items() if value is not None})
        self.body = self._body_of(data, json)
        if cookies:
            self.headers.setdefault("Cookie", "; ".join(f"{name}={value}" for name, value in dict(cookies).items()))
        if auth is not None:
            (HTTPBasicAuth(*auth) if isinstance(auth, (tuple, list)) else auth)(self)

    def _body_of(self, data, json):
        if data is None or data == "" or data == {}:
            if json is None:
                return None
            self.headers.setdefault("Content-Type", "application/json")
            return _json.dumps(json, allow_nan=False).encode("utf-8")
        if isinstance(data, str):
            return data.encode("utf-8")
        if isinstance(data, (bytes, bytearray)):
            return bytes(data)
        if hasattr(data, "read"):
            content = data.read()
            return content.encode("utf-8") if isinstance(content, str) else bytes(content)
        self.headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return urlencode(_pairs(data), doseq=True).encode("ascii")


class Response:
    def __init__(self, answer, request):
        self.status_code = answer["status"]
        self.reason = answer["reason"]
        self.url = answer["url"]
        self.headers = CaseInsensitiveDict()
        self.cookies = {}
        for name, value in answer["headers"]:
            self._take_header(name, value)
        self.content = base64.b64decode(answer["body"])
        self.elapsed = datetime.timedelta(milliseconds=answer["milliseconds"])
        self.encoding = _charset(self.headers.get("Content-Type", ""))
        self.request = request
        self.history = []

    def _take_header(self, name, value):
        if name.lower() == "set-cookie":
            self._take_cookie(value)
        self.headers[name] = f"{self.headers[name]}, {value}" if name in self.headers else value

    def _take_cookie(self, value):
        try:
            self.cookies.update({name: morsel.value for name, morsel in SimpleCookie(value).items()})
        except CookieError:
            pass  # A cookie nobody can read is no cookie; the header still has it.

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def apparent_encoding(self):
        return self.encoding or "utf-8"

    @property
    def text(self):
        try:
            return self.content.decode(self.apparent_encoding, "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")

    def json(self, **options):
        try:
            return _json.loads(self.content, **options)
        except UnicodeDecodeError as error:
            raise JSONDecodeError(str(error), "", 0, self) from None
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos, self) from None

    def raise_for_status(self):
        if self.status_code < 400:
            return
        whose = "Client" if self.status_code < 500 else "Server"
        raise HTTPError(f"{self.status_code} {whose} Error: {self.reason} for url: {self.url}", response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        whole = self.text if decode_unicode else self.content
        size = chunk_size or len(whole) or 1
        return (whole[at : at + size] for at in range(0, len(whole), size))

    def iter_lines(self, decode_unicode=False, **_options):
        return iter((self.text if decode_unicode else self.content).splitlines())

    def close(self):
        """The whole answer is here already."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def __iter__(self):
        return self.iter_content(128)

    def __bool__(self):
        return self.ok

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


def _pairs(items):
    pairs = items.items() if hasattr(items, "items") else items
    return [(name, value) for name, value in pairs if value is not None]


def _with_params(url, params):
    parts = urlsplit(url)
    if not parts.scheme or not parts.netloc:
        raise MissingSchema(f"Invalid URL {url!r}: give the whole address, such as https://{url.lstrip('/')}")
    if not params:
        return url
    added = params if isinstance(params, str) else urlencode(_pairs(params), doseq=True)
    return urlunsplit(parts._replace(query="&".join(part for part in (parts.query, added) if part)))


def _header(name, value):
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
    if any(character in f"{name}{text}" for character in "\r\n\0"):
        raise InvalidHeader(f"Header {name!r} has a line break in it.")
    return text


def _charset(content_type):
    message = Message()
    message["content-type"] = content_type or "application/octet-stream"
    return message.get_content_charset()
