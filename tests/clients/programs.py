"""The programs that run against the server, and the facts that each of them prints about the failure."""

from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

from server import FAILURES, request_id

HERE = Path(__file__).parent
ACCESS_KEY = "UDSIAMSTUBTEST000003"
SECRET_KEY = "secret-of-the-test"
# A file in the folder in which the programs run.
UPLOAD = "2026.log"

ALL = ("status", "code", "message", "request_id")


@dataclass(frozen=True)
class Run:
    # The name of the program, then that of the failure.
    name: str
    command: list[str]
    # For each failed response that the program reports, the facts that a reader can find in its output.
    responses: list[dict]
    # In seconds. A program that is still retrying after this time gets a Ctrl-C.
    patience: float = 15


def says(bucket: str, *fields: str) -> dict:
    """These facts about the failure, and the cause if the code is one of them."""
    failure = FAILURES[bucket]
    facts = {"status": failure.status, "code": failure.code, "message": failure.message, "request_id": request_id(bucket)}
    return {field: facts[field] for field in fields} | ({"cause": failure.cause} if "code" in fields else {})


def environment(endpoint: str, venv: Path, home: str) -> dict[str, str]:
    """The whole environment of the programs. They inherit neither proxies nor credentials from the caller."""
    return {
        "HOME": home,
        "LANG": "C.UTF-8",
        "PATH": f"{venv}/bin:/usr/local/bin:/usr/bin:/bin",
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_DEFAULT_REGION": "cn-north-4",
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_MAX_ATTEMPTS": "1",
        # The provider `HuaweiOBS` puts the bucket into the host name, and there is no such host on loopback.
        "RCLONE_CONFIG_OBS_TYPE": "s3",
        "RCLONE_CONFIG_OBS_PROVIDER": "Other",
        "RCLONE_CONFIG_OBS_ACCESS_KEY_ID": ACCESS_KEY,
        "RCLONE_CONFIG_OBS_SECRET_ACCESS_KEY": SECRET_KEY,
        "RCLONE_CONFIG_OBS_REGION": "cn-north-4",
        "RCLONE_CONFIG_OBS_ENDPOINT": endpoint,
        "RCLONE_CONFIG": "",
        "RCLONE_RETRIES": "1",
        "RCLONE_LOW_LEVEL_RETRIES": "1",
    }


def runs(endpoint: str) -> list[Run]:
    host = endpoint.removeprefix("http://")

    def curl(*arguments: str) -> list[str]:
        headers = [f"Date: {formatdate(usegmt=True)}", f"Authorization: OBS {ACCESS_KEY}:c2lnbmF0dXJl"]
        return ["curl", "--silent", *(word for header in headers for word in ("--header", header)), *arguments]

    def s3cmd(*arguments: str) -> list[str]:
        keys = [f"--access_key={ACCESS_KEY}", f"--secret_key={SECRET_KEY}", "--region=cn-north-4"]
        return ["s3cmd", "--config=/dev/null", *keys, "--no-ssl", f"--host={host}", f"--host-bucket={host}", *arguments]

    def boto3(*arguments: str) -> list[str]:
        return ["python", str(HERE / "with_boto3.py"), endpoint, *arguments]

    def obs_sdk(*arguments: str) -> list[str]:
        return ["python", str(HERE / "with_obs_sdk.py"), endpoint, *arguments]

    return [
        Run("curl-i-clock-behind", curl("-i", f"{endpoint}/clock-behind/a"), [says("clock-behind", *ALL)]),
        Run("curl-i-access-denied", curl("-i", f"{endpoint}/access-denied/a"), [says("access-denied", *ALL)]),
        Run(
            "curl-i-wrong-secret-after-continue",
            curl("-i", "-T", UPLOAD, "-H", "Expect: 100-continue", f"{endpoint}/wrong-secret/a"),
            [says("wrong-secret", *ALL)],
        ),
        Run("curl-i-head-no-such-key", curl("-I", f"{endpoint}/no-such-key/a"), [says("no-such-key", *ALL)]),
        Run("curl-i-slow-down", curl("-i", f"{endpoint}/slow-down/a"), [says("slow-down", *ALL)]),
        Run("curl-v-no-such-bucket", curl("-v", f"{endpoint}/no-such-bucket/a"), [says("no-such-bucket", *ALL)]),
        Run("curl-v-head-no-such-bucket", curl("-vI", f"{endpoint}/no-such-bucket"), [says("no-such-bucket", *ALL)]),
        Run("curl-v-wrong-secret", curl("-v", f"{endpoint}/wrong-secret/a"), [says("wrong-secret", *ALL)]),
        Run("curl-v-not-in-region", curl("-v", "-X", "DELETE", f"{endpoint}/not-in-region"), [says("not-in-region", *ALL)]),
        Run(
            "curl-v-two-urls",
            curl("-v", f"{endpoint}/unknown-access-key/a", f"{endpoint}/no-such-key/a"),
            [says("unknown-access-key", *ALL), says("no-such-key", *ALL)],
        ),
        Run("rclone-access-denied", ["rclone", "lsf", "obs:access-denied"], [says("access-denied", *ALL)]),
        Run("rclone-clock-behind", ["rclone", "mkdir", "obs:clock-behind"], [says("clock-behind", *ALL)]),
        Run("rclone-not-empty", ["rclone", "rmdir", "obs:not-empty"], [says("not-empty", *ALL)]),
        Run("rclone-internal-error", ["rclone", "lsf", "obs:internal-error"], [says("internal-error", *ALL)]),
        Run("rclone-not-in-region", ["rclone", "ls", "obs:not-in-region"], [says("not-in-region", *ALL)]),
        Run(
            "rclone-dump-unknown-access-key",
            ["rclone", "lsf", "--dump", "headers,bodies", "obs:unknown-access-key"],
            [says("unknown-access-key", *ALL)],
        ),
        # rclone first looks for the object with HEAD, and prints the reason phrase in place of the code.
        Run(
            "rclone-head-wrong-secret",
            ["rclone", "copyto", UPLOAD, "obs:wrong-secret/a"],
            [says("wrong-secret", "status", "request_id")],
        ),
        Run("s3cmd-access-denied", s3cmd("ls", "s3://access-denied"), [says("access-denied", "status", "code", "message")]),
        Run(
            "s3cmd-wrong-secret",
            s3cmd("put", UPLOAD, "s3://wrong-secret/a"),
            [says("wrong-secret", "status", "code", "message")],
        ),
        Run("s3cmd-not-empty", s3cmd("rb", "s3://not-empty"), [says("not-empty", "status", "code", "message")]),
        Run("s3cmd-no-such-bucket", s3cmd("ls", "s3://no-such-bucket"), [says("no-such-bucket", "status", "code", "message")]),
        Run("s3cmd-debug-unknown-access-key", s3cmd("-d", "ls", "s3://unknown-access-key"), [says("unknown-access-key", *ALL)]),
        # s3cmd retries after three seconds, then after six, and so on, and has no option to turn that off.
        Run("s3cmd-slow-down", s3cmd("ls", "s3://slow-down"), [says("slow-down", "status", "code", "message")], patience=2.8),
        # Without a body, as in the answer to HEAD, s3cmd prints the reason phrase in place of the code.
        Run("s3cmd-head-clock-behind", s3cmd("info", "s3://clock-behind/a"), [says("clock-behind", "status")]),
        Run("boto3-access-denied", boto3("list_objects_v2", "access-denied", "sentence"), [says("access-denied", "code", "message")]),
        Run("boto3-traceback-wrong-secret", boto3("get_object", "wrong-secret"), [says("wrong-secret", "code", "message")]),
        Run("boto3-log-no-such-bucket", boto3("put_object", "no-such-bucket", "log"), [says("no-such-bucket", "code", "message")]),
        Run("boto3-response-slow-down", boto3("put_object", "slow-down", "response"), [says("slow-down", *ALL)]),
        Run("boto3-response-clock-behind", boto3("delete_object", "clock-behind", "response"), [says("clock-behind", *ALL)]),
        # Without a body, as in the answer to HEAD, boto3 prints the status in place of the code.
        Run("boto3-head-no-such-key", boto3("head_object", "no-such-key", "sentence"), [says("no-such-key", "status")]),
        Run("aws-access-denied", ["aws", "s3", "ls", "s3://access-denied"], [says("access-denied", "code", "message")]),
        Run(
            "aws-wrong-secret",
            ["aws", "s3api", "get-object", "--bucket", "wrong-secret", "--key", "a", "a"],
            [says("wrong-secret", "code", "message")],
        ),
        Run("aws-not-empty", ["aws", "s3", "rb", "s3://not-empty"], [says("not-empty", "code", "message")]),
        Run("aws-slow-down", ["aws", "s3", "cp", UPLOAD, "s3://slow-down/a"], [says("slow-down", "code", "message")]),
        Run("aws-no-such-bucket", ["aws", "s3", "cp", UPLOAD, "s3://no-such-bucket/a"], [says("no-such-bucket", "code", "message")]),
        Run("aws-head-no-such-key", ["aws", "s3", "cp", "s3://no-such-key/a.log", "a.log"], [says("no-such-key", "status")]),
        Run("obs-sdk-no-such-key", obs_sdk("getObject", "no-such-key", "response"), [says("no-such-key", *ALL)]),
        Run("obs-sdk-clock-behind", obs_sdk("createBucket", "clock-behind", "response"), [says("clock-behind", *ALL)]),
        Run("obs-sdk-head-access-denied", obs_sdk("headBucket", "access-denied", "response"), [says("access-denied", *ALL)]),
        Run(
            "obs-sdk-lines-not-empty",
            obs_sdk("deleteBucket", "not-empty", "lines"),
            [says("not-empty", "code", "message", "request_id")],
        ),
        Run("obs-sdk-log-slow-down", obs_sdk("listObjects", "slow-down", "log"), [says("slow-down", *ALL)]),
        Run(
            "obs-sdk-log-head-no-such-key",
            obs_sdk("getObjectMetadata", "no-such-key", "log"),
            [says("no-such-key", "status", "request_id")],
        ),
    ]
