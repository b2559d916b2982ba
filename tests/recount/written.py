"""JSON as the application writes it, to the byte."""

import hashlib
import json
from decimal import Decimal


def read(text):
    """JSON in which every number is a Decimal and no property stands twice."""

    def once(pairs):
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            raise ValueError(f"a property stands twice: {names}")
        return dict(pairs)

    return json.loads(text, parse_float=Decimal, parse_int=Decimal, object_pairs_hook=once)


def number(value):
    """No exponent, no trailing zeros."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def spelled(character):
    """As System.Text.Json with an encoder that lets every letter stand writes it; characters beyond the BMP are escaped."""
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", "\\": "\\\\"}
    if character in short:
        return short[character]
    code = ord(character)
    if code > 0xFFFF:
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04X}\\u{0xDC00 + low:04X}"
    escaped = code < 0x20 or 0x7F <= code <= 0xA0 or character in "\"&'+<>`\u00ad\u2028\u2029\u3000"
    return f"\\u{code:04X}" if escaped else character


def canonical(value):
    """The bytes that a SHA-256 is taken of: nothing between the tokens."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, str):
        return '"' + "".join(map(spelled, value)) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return "{" + ",".join(f"{canonical(name)}:{canonical(part)}" for name, part in value.items()) + "}"


def in_order(answer):
    """The rows of a table with their columns in ordinal order."""
    return [dict(sorted(row.items())) if isinstance(row, dict) else row for row in answer] if isinstance(answer, list) else answer


def content_of(report):
    """What the receipt of a report says the SHA-256 of; what most reports do not have is left out."""
    content = {
        "answers": {name: in_order(report["answers"][name]) for name in sorted(report["answers"])},
        "adjustments": [
            {name: one[name] for name in ("field", "amount", "reason")} for one in sorted(report["adjustments"], key=lambda one: one["field"])
        ],
    }
    if "adjustedOn" in report:
        content["adjustedOn"] = {unit: dict(sorted(sums.items())) for unit, sums in sorted(report["adjustedOn"].items())}
    if report["explanations"]:
        content["explanations"] = [
            {name: one[name] for name in ("rule", "text", "of")} for one in sorted(report["explanations"], key=lambda one: one["rule"])
        ]
    if report["nil"]:
        content["nil"] = True
    return canonical(content).encode()


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def known(value):
    """Without what is null."""
    if isinstance(value, dict):
        return {name: known(part) for name, part in value.items() if part is not None}
    return [known(part) for part in value] if isinstance(value, list) else value
