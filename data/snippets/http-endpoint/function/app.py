"""Splits a gross price into net price and tax: GET /vat?gross=119.00&percent=19"""

import json
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

CENT = Decimal("0.01")


def handler(event, context):
    query = event.get("queryStringParameters") or {}
    try:
        return reply(200, split(query["gross"], query["percent"]))
    except (KeyError, ValueError, InvalidOperation):
        return reply(400, {"error": "gross has to be a price, percent a number from 0 to 100"})


def split(gross, percent):
    gross, percent = Decimal(gross).quantize(CENT), Decimal(percent)
    if gross < 0 or not 0 <= percent <= 100:
        raise ValueError("out of range")
    net = (gross / (1 + percent / 100)).quantize(CENT, ROUND_HALF_UP)
    return {"net": str(net), "tax": str(gross - net)}


def reply(status, body):
    return {
        "statusCode": status,
        "headers": {"content-type": "application/json"},
        "body": json.dumps(body),
    }
