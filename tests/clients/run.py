#!/usr/bin/env python3
"""Runs real programs against a server that fails as OBS does, and checks what `obs-explain` makes of their output.

    tests/clients/install.sh
    tests/clients/run.py target/debug/obs-explain
    tests/clients/run.py --record

With `--record`, the outputs are stored in tests/fixtures/clients, with an index of the facts in each.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import server
from programs import HERE, UPLOAD, Run, environment, runs

ROOT = HERE.parent.parent
LOGS = ROOT / "tests/fixtures/clients"
VENV = (ROOT / os.environ.get("CARGO_TARGET_DIR", "target") / "clients").resolve()


def printed(run: Run, endpoint: str) -> str:
    """What the program prints, on both streams."""
    with tempfile.TemporaryDirectory() as home:
        Path(home, UPLOAD).write_text("one line\n")
        program = subprocess.Popen(
            run.command,
            cwd=home,
            env=environment(endpoint, VENV, home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        output = b""
        for patience, stop in [(run.patience, signal.SIGINT), (5, signal.SIGKILL)]:
            try:
                output, _ = program.communicate(timeout=patience)
                break
            except subprocess.TimeoutExpired:
                program.send_signal(stop)
        program.wait()
        # Paths and the port differ from run to run.
        text = output.decode()
        for here, anywhere in [(home, "/home/user"), (str(VENV), "/opt/venv"), (str(HERE), "/home/user/app")]:
            text = text.replace(here, anywhere)
        port = endpoint.rpartition(":")[2]
        return re.sub(rf"\b{port}\b", "8080", text)


def unprinted(run: Run, text: str) -> list[str]:
    """Facts that the program was expected to print and did not. Without them the run would prove nothing."""
    facts = [str(fact) for response in run.responses for name, fact in response.items() if name != "cause"]
    return [f"does not print `{fact}`" for fact in facts if not re.search(rf"(?<!\w){re.escape(fact)}(?!\w)", text)]


def answers(text: str, explain: Path) -> list[dict]:
    """The JSON objects that `obs-explain` prints."""
    output = subprocess.run([explain, "--json", "-"], input=text.encode(), capture_output=True, timeout=10)
    if output.returncode != 0:
        raise ValueError(output.stderr.decode().strip().partition("\n")[0])
    rest, objects = output.stdout.decode().strip(), []
    while rest:
        found, end = json.JSONDecoder().raw_decode(rest)
        objects.append(found)
        rest = rest[end:].lstrip()
    return objects


def mistakes(run: Run, text: str, explain: Path) -> list[str]:
    """Where the answer differs from what the program printed. A status or a code that the program did not print must be null."""
    try:
        found = answers(text, explain)
    except (ValueError, subprocess.TimeoutExpired) as error:
        return [str(error)]
    if len(found) != len(run.responses):
        return [f"{len(found)} responses instead of {len(run.responses)}"]
    wrong = []
    for answer, response in zip(found, run.responses):
        expected = {"status": None, "code": None} | response
        actual = {
            "status": answer["status"],
            "code": answer["error_code"],
            "message": answer["message"],
            "request_id": answer["request_id"],
            "cause": answer["causes"][0]["name"] if answer["causes"] else None,
        }
        wrong += [f"{name} {actual[name]!r} instead of {fact!r}" for name, fact in expected.items() if actual[name] != fact]
    return wrong


def versions() -> str:
    """Each program with its version."""
    first = [
        subprocess.run([name, "--version"], capture_output=True, text=True).stdout.split("\n")[0]
        for name in ("curl", "rclone", "s3cmd")
    ]
    names = [re.sub(r"^(\w+) (version )?v?([\d.]+).*", r"\1 \3", line) for line in first]
    return ", ".join(names + (HERE / "requirements.txt").read_text().replace("==", " ").split("\n")[:-1])


def record(outputs: list[tuple[Run, str]]) -> None:
    LOGS.mkdir(exist_ok=True)
    index = [
        "# What real programs print about a failed request, and the facts in it. Recorded by `tests/clients/run.py --record` with\n"
        f"# {versions()}.\n"
        "#\n"
        "# Where `status` or `code` is missing, the text has none. `cause` is the first cause, if the code points to one.\n"
    ]
    for run, text in outputs:
        (LOGS / f"{run.name}.txt").write_bytes(text.encode())
        index.append(f'\n[[log]]\nfile = "{run.name}.txt"\n')
        for response in run.responses:
            # TOML writes these texts and numbers as JSON does.
            facts = "".join(f"{name} = {json.dumps(fact)}\n" for name, fact in response.items())
            index.append(f"\n[[log.response]]\n{facts}")
    (LOGS / "index.toml").write_text("".join(index))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    choice = arguments.add_mutually_exclusive_group(required=True)
    choice.add_argument("explain", nargs="?", type=Path, help="the program that reads the outputs")
    choice.add_argument("--record", action="store_true", help="store the outputs as fixtures")
    options = arguments.parse_args()

    with server.start() as running, ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        endpoint = f"http://127.0.0.1:{running.server_port}"
        all_runs = runs(endpoint)
        outputs = list(zip(all_runs, pool.map(lambda run: printed(run, endpoint), all_runs)))
        running.shutdown()

    failed = 0
    for run, text in outputs:
        wrong = unprinted(run, text)
        if options.explain and not wrong:
            wrong = mistakes(run, text, options.explain.resolve())
        failed += bool(wrong)
        print(f"{run.name}: {'; '.join(wrong) or 'ok'}")
    if options.record and not failed:
        record(outputs)
    print(f"\n{len(all_runs) - failed} passed, {failed} failed")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
