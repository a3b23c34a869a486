"""Sums up the orders of the day before; a schedule calls it each night."""

import csv
import io
import json
import os
from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal

import boto3

BUCKET = os.environ["BUCKET"]
s3 = boto3.client("s3")


def handler(event, context):
    # The time of the schedule, not of the clock: a repeat works on the same day.
    day = datetime.fromisoformat(event["time"]).date() - timedelta(days=1)
    totals = defaultdict(Decimal)
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=f"orders/{day}/")
    for page in pages:
        for entry in page.get("Contents", []):
            body = s3.get_object(Bucket=BUCKET, Key=entry["Key"])["Body"].read()
            for row in csv.DictReader(io.StringIO(body.decode())):
                totals[row["customer"]] += Decimal(row["amount"])
    s3.put_object(
        Bucket=BUCKET,
        Key=f"summary/{day}.json",
        Body=json.dumps(totals, default=str, sort_keys=True).encode(),
    )
    print(json.dumps({"day": str(day), "customers": len(totals)}))
