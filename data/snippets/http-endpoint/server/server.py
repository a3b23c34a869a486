"""Splits a gross price into net price and tax: GET /vat?gross=119.00&percent=19"""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from flask import Flask, request

CENT = Decimal("0.01")
app = Flask(__name__)


@app.get("/vat")
def vat():
    try:
        return split(request.args["gross"], request.args["percent"])
    except (KeyError, ValueError, InvalidOperation):
        return {"error": "gross has to be a price, percent a number from 0 to 100"}, 400


def split(gross, percent):
    gross, percent = Decimal(gross).quantize(CENT), Decimal(percent)
    if gross < 0 or not 0 <= percent <= 100:
        raise ValueError("out of range")
    net = (gross / (1 + percent / 100)).quantize(CENT, ROUND_HALF_UP)
    return {"net": str(net), "tax": str(gross - net)}


@app.get("/healthz")
def health():
    return {"status": "ok"}
