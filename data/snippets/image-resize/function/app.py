"""Crops each uploaded picture to three sizes; the upload itself calls it."""

import io
import os
from urllib.parse import unquote_plus

import boto3
from PIL import Image, ImageOps

SIZES = (160, 640, 1280)
TARGET = os.environ["TARGET_BUCKET"]
s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"])
        original = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        for size in SIZES:
            # The same upload gives the same names, so a repeated event does no harm.
            s3.put_object(
                Bucket=TARGET,
                Key=f"{size}/{key}.webp",
                Body=crop(original, size),
                ContentType="image/webp",
            )


def crop(original, size):
    with Image.open(io.BytesIO(original)) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
        square = ImageOps.fit(upright, (size, size))
    out = io.BytesIO()
    square.save(out, "WEBP")
    return out.getvalue()
