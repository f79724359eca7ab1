"""What can go wrong with a request, under the names scripts know."""

import json


class RequestException(IOError):
    def __init__(self, *args, response=None, request=None):
        super().__init__(*args)
        self.response = response
        self.request = request if request is not None else getattr(response, "request", None)


class HTTPError(RequestException):
    """The service answered with a failure; from `raise_for_status`."""


class ConnectionError(RequestException):
    """The service was not reached."""


class ProxyError(ConnectionError):
    pass


class SSLError(ConnectionError):
    pass


class Timeout(RequestException):
    """The service did not answer in time."""


class ConnectTimeout(ConnectionError, Timeout):
    pass


class ReadTimeout(Timeout):
    pass


class TooManyRedirects(RequestException):
    pass


class URLRequired(RequestException):
    pass


class InvalidURL(RequestException, ValueError):
    pass


class MissingSchema(InvalidURL):
    pass


class InvalidSchema(InvalidURL):
    pass


class InvalidHeader(RequestException, ValueError):
    pass


class ChunkedEncodingError(RequestException):
    pass


class ContentDecodingError(RequestException):
    pass


class RetryError(RequestException):
    pass


class InvalidJSONError(RequestException):
    pass


class JSONDecodeError(InvalidJSONError, json.JSONDecodeError):
    def __init__(self, msg, doc, pos, response=None):
        json.JSONDecodeError.__init__(self, msg, doc, pos)
        self.response = response
        self.request = getattr(response, "request", None)

    # Two bases disagree on how an error is copied; the one that needs all three parts wins.
    __reduce__ = json.JSONDecodeError.__reduce__


_BY_KIND = {
    "timeout": ReadTimeout,
    "connection": ConnectionError,
    "certificate": SSLError,
    "invalidUrl": InvalidURL,
    "redirects": TooManyRedirects,
    "body": ContentDecodingError,
    # Somebody said no: for the script it is a service that cannot be reached.
    "refused": ConnectionError,
}


def from_host(error, request):
    return _BY_KIND.get(error.kind, RequestException)(str(error), request=request)
