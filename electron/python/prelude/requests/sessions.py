"""Sends requests: the host makes the call, under the rules it has for every action."""

import base64
from urllib.parse import urlsplit

from parley import host

from .exceptions import from_host
from .models import Request, Response
from .structures import CaseInsensitiveDict


def request(
    method,
    url,
    params=None,
    data=None,
    headers=None,
    cookies=None,
    files=None,
    auth=None,
    timeout=None,
    allow_redirects=True,
    proxies=None,
    hooks=None,
    stream=None,
    verify=None,
    cert=None,
    json=None,
):
    _refuse(files=files, proxies=proxies, hooks=hooks, cert=cert, verify=False if verify is False else None)
    asked = Request(method, url, params=params, data=data, json=json, headers=headers, cookies=cookies, auth=auth)
    try:
        answer = host.call(
            "http.request",
            method=asked.method,
            url=asked.url,
            headers=[[name, value] for name, value in asked.headers.items()],
            body=None if asked.body is None else base64.b64encode(asked.body).decode("ascii"),
            timeoutSeconds=_seconds(timeout),
            followRedirects=bool(allow_redirects),
        )
    except host.HostError as error:
        raise from_host(error, asked) from None
    return Response(answer, asked)


def _refuse(**options):
    """What cannot be done is said, not passed over: a call that ignores `verify` or `files` is another call."""
    for name, value in options.items():
        if value is not None and value != {}:
            raise NotImplementedError(f"requests: {name}={value!r} is not available in actions.")


def _seconds(timeout):
    if isinstance(timeout, (tuple, list)):
        given = [part for part in timeout if part is not None]
        return sum(given) if given else None
    return timeout


class Session:
    def __init__(self):
        self.headers = CaseInsensitiveDict()
        self.params = {}
        self.cookies = {}
        self.auth = None
        self.verify = True
        self._received = {}

    def request(self, method, url, params=None, headers=None, cookies=None, auth=None, **options):
        host_name = urlsplit(str(url)).netloc
        merged = CaseInsensitiveDict(self.headers)
        merged.update(headers or {})
        own_params = params if isinstance(params, str) or not self.params else {**self.params, **dict(params or {})}
        answer = request(
            method,
            url,
            params=own_params,
            headers=merged,
            # What a service set goes back to that service alone.
            cookies={**self.cookies, **self._received.get(host_name, {}), **(cookies or {})},
            auth=auth if auth is not None else self.auth,
            **options,
        )
        self._received.setdefault(host_name, {}).update(answer.cookies)
        return answer

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def options(self, url, **options):
        return self.request("OPTIONS", url, **options)

    def head(self, url, **options):
        options.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **options)

    def post(self, url, data=None, json=None, **options):
        return self.request("POST", url, data=data, json=json, **options)

    def put(self, url, data=None, **options):
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, data=None, **options):
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def mount(self, _prefix, _adapter):
        """Connections are the host's; there is nothing to adapt."""

    def close(self):
        """Connections are the host's; there is nothing to close."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
