"""Ways to say who is asking."""

import base64


class AuthBase:
    def __call__(self, request):
        raise NotImplementedError("An authentication says how it changes a request.")


class HTTPBasicAuth(AuthBase):
    def __init__(self, username, password):
        self.username = username
        self.password = password

    def __call__(self, request):
        pair = f"{self.username}:{self.password}".encode("utf-8")
        request.headers["Authorization"] = "Basic " + base64.b64encode(pair).decode("ascii")
        return request
