"""A program that uses the official SDK: with_obs_sdk.py ENDPOINT METHOD BUCKET FORM

FORM says how it reports the failure: as the whole response, as the lines that the examples of the SDK print, or by the SDK's own log.
"""

import sys
import tempfile
from pathlib import Path

from obs import LogConf, ObsClient

LOG = """
[LOGCONF]
LogFileDir = {folder}
LogFileName = obs.log
LogFileNumber = 1
LogFileSize = 10
LogFileLevel = INFO
PrintLogToConsole = 1
PrintLogLevel = INFO
"""

endpoint, method, bucket, form = sys.argv[1:]
client = ObsClient("UDSIAMSTUBTEST000003", "secret-of-the-test", server=endpoint, max_retry_count=0, timeout=10)
arguments = [bucket]
if "Object" in method and method != "listObjects":
    arguments.append("logs/2026.log")
with tempfile.TemporaryDirectory() as folder:
    if form == "log":
        settings = Path(folder, "log.conf")
        settings.write_text(LOG.format(folder=folder))
        client.initLog(LogConf(str(settings)))
    response = getattr(client, method)(*arguments)
if form == "response":
    print(response)
elif form == "lines":
    print("requestId:", response.requestId)
    print("errorCode:", response.errorCode)
    print("errorMessage:", response.errorMessage)
