"""A server on loopback that fails every request as OBS would. The name of the bucket chooses the failure."""

import hashlib
import re
import time
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from xml.sax.saxutils import escape


@dataclass(frozen=True)
class Failure:
    status: int
    code: str
    message: str
    # The documented cause that the code points to, if there is one.
    cause: str | None = None
    retry_after: int | None = None


# The failure of each bucket, by the name of the bucket.
FAILURES = {
    "clock-behind": Failure(403, "RequestTimeTooSkewed", "Request is no longer valid.", "ClockSkew"),
    "access-denied": Failure(403, "AccessDenied", "Access Denied", "PermissionDenied"),
    "wrong-secret": Failure(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
        "SignatureMismatch",
    ),
    "unknown-access-key": Failure(
        403, "InvalidAccessKeyId", "The OBS Access Key Id you provided does not exist in our records.", "InvalidAccessKey"
    ),
    "no-such-key": Failure(404, "NoSuchKey", "The specified key does not exist.", "ObjectNotFound"),
    "no-such-bucket": Failure(404, "NoSuchBucket", "The specified bucket does not exist.", "BucketNotFound"),
    "not-in-region": Failure(
        405, "MethodNotAllowed", "The specified method is not allowed against this resource.", "UnsupportedInRegion"
    ),
    "not-empty": Failure(409, "BucketNotEmpty", "The bucket you tried to delete is not empty.", "BucketNotEmpty"),
    "internal-error": Failure(
        500, "InternalError", "We encountered an internal error. Please try again.", "InternalServerError"
    ),
    "slow-down": Failure(503, "SlowDown", "Please reduce your request rate.", "ServerUnavailable", retry_after=2),
}


def request_id(bucket: str) -> str:
    """The ID of every request to this bucket."""
    return hashlib.sha256(bucket.encode()).hexdigest()[:32].upper()


def host_id(bucket: str) -> str:
    return "32AAAQAAEAABAAAQAAEAABAAAQAAEAABC" + request_id(bucket)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __getattr__(self, name: str):
        # Every method is answered alike.
        if name.startswith("do_"):
            return self.answer
        raise AttributeError(name)

    def log_message(self, *_) -> None:
        pass

    def answer(self) -> None:
        self.drop_body()
        bucket = re.split("[/?]", self.path)[1]
        if bucket not in FAILURES:
            # The official SDK asks for the version of the API first.
            self.respond(200, {"x-obs-api": "3.0"}, b"")
            return
        failure = FAILURES[bucket]
        now = time.time() + (3600 if bucket == "clock-behind" else 0)
        prefix = "x-amz" if self.headers.get("Authorization", "").startswith("AWS") else "x-obs"
        headers = {
            "Date": formatdate(now, usegmt=True),
            f"{prefix}-request-id": request_id(bucket),
            f"{prefix}-id-2": host_id(bucket),
        }
        if failure.retry_after is not None:
            headers["Retry-After"] = str(failure.retry_after)
        if self.command == "HEAD":
            headers |= {f"{prefix}-error-code": failure.code, f"{prefix}-error-message": failure.message}
            self.respond(failure.status, headers, b"")
        else:
            headers["Content-Type"] = "application/xml"
            self.respond(failure.status, headers, self.body(bucket, now))

    def respond(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response_only(status, HTTPStatus(status).phrase)
        for name, value in ({"Server": "OBS"} | headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def drop_body(self) -> None:
        if self.headers.get("Transfer-Encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                self.rfile.read(size + 2)
            while self.rfile.readline().strip():
                pass
        else:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def body(self, bucket: str, now: float) -> bytes:
        failure = FAILURES[bucket]
        elements = {
            "Code": failure.code,
            "Message": failure.message,
            "Resource": self.path.partition("?")[0],
            "RequestId": request_id(bucket),
            "HostId": host_id(bucket),
        }
        if failure.code == "RequestTimeTooSkewed":
            elements |= {
                "RequestTime": self.headers.get("x-amz-date") or self.headers.get("x-obs-date") or self.headers.get("Date"),
                "ServerTime": time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(now)),
                "MaxAllowedSkewMilliseconds": "900000",
            }
        elif failure.code == "SignatureDoesNotMatch":
            elements |= self.signature()
        elif failure.code in ("NoSuchBucket", "BucketNotEmpty"):
            elements["BucketName"] = bucket
        text = "".join(f"<{name}>{escape(text or '')}</{name}>" for name, text in elements.items())
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Error>{text}</Error>'.encode()

    def signature(self) -> dict[str, str]:
        """What the server says about a signature that it does not accept."""
        authorization = self.headers.get("Authorization", "")
        date = self.headers.get("x-amz-date") or self.headers.get("x-obs-date") or self.headers.get("Date", "")
        path = self.path.partition("?")[0]
        if version4 := re.search(r"Credential=([^/]+)/([^,]+),.*Signature=(\w+)", authorization):
            access_key, scope, signature = version4.groups()
            to_sign = ["AWS4-HMAC-SHA256", date, scope, hashlib.sha256(f"{self.command}\n{path}".encode()).hexdigest()]
        else:
            access_key, _, signature = authorization.partition(" ")[2].partition(":")
            headers = [self.headers.get(name, "") for name in ("Content-MD5", "Content-Type")]
            to_sign = [self.command, *headers, date, path]
        return {"AccessKeyId": access_key, "SignatureProvided": signature, "StringToSign": "\n".join(to_sign)}


def start() -> ThreadingHTTPServer:
    """A running server on a free port of loopback; `server_port` says which."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return server
