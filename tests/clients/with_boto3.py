"""A program that uses boto3: with_boto3.py ENDPOINT OPERATION BUCKET [FORM]

FORM says how it reports the failure: as a sentence, as the whole response, or to the log. Without FORM, it ends with a traceback.
"""

import logging
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, operation, bucket, *form = sys.argv[1:]
client = boto3.client("s3", endpoint_url=endpoint, config=Config(retries={"total_max_attempts": 1}))
arguments = {"Bucket": bucket} if operation == "list_objects_v2" else {"Bucket": bucket, "Key": "logs/2026.log"}
try:
    getattr(client, operation)(**arguments)
except ClientError as error:
    match form:
        case ["sentence"]:
            print(error)
        case ["response"]:
            print(error.response)
        case ["log"]:
            logging.exception("upload failed")
        case _:
            raise
