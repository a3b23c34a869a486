"""Crops each uploaded picture to three sizes; reads a queue that the bucket fills."""

import io
import json
import os
import signal
from urllib.parse import unquote_plus

import boto3
from PIL import Image, ImageOps

SIZES = (160, 640, 1280)
QUEUE, TARGET = os.environ["QUEUE_URL"], os.environ["TARGET_BUCKET"]
s3, sqs = boto3.client("s3"), boto3.client("sqs")
stopping = []
signal.signal(signal.SIGTERM, lambda *_: stopping.append(True))


def main():
    while not stopping:
        answer = sqs.receive_message(QueueUrl=QUEUE, WaitTimeSeconds=10)
        for message in answer.get("Messages", []):
            for record in json.loads(message["Body"]).get("Records", []):
                work(record["s3"]["bucket"]["name"], unquote_plus(record["s3"]["object"]["key"]))
            # Only now: if the worker dies before, the queue hands the message out again.
            sqs.delete_message(QueueUrl=QUEUE, ReceiptHandle=message["ReceiptHandle"])


def work(bucket, key):
    original = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    for size in SIZES:
        with Image.open(io.BytesIO(original)) as image:
            square = ImageOps.fit(ImageOps.exif_transpose(image).convert("RGB"), (size, size))
        out = io.BytesIO()
        square.save(out, "WEBP")
        s3.put_object(Bucket=TARGET, Key=f"{size}/{key}.webp", Body=out.getvalue(), ContentType="image/webp")


if __name__ == "__main__":
    main()
