"""The figure of one indicator over some accepted reports."""

from collections import Counter
from decimal import Decimal

from .expressions import half_up
from .forms import kind_of, method_of

ZERO = Decimal(0)


def number_in(report, code):
    value = report["answers"].get(code)
    return value if isinstance(value, Decimal) else None


def quotient(part, whole):
    return None if whole == 0 else half_up(part / whole, 2)


def called(value):
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def figure(form, field, reports):
    """None when nobody answered."""
    code, method = field["code"], method_of(field)
    by_method = {
        "sum": summed, "mean": mean, "weighted-mean": weighted, "ratio": ratio, "min": extreme, "max": extreme, "tally": tally, "union": union,
    }
    if method not in by_method:
        return None
    found = by_method[method](form, field, code, reports)
    return found and {"kind": "rows" if method == "union" else method} | found


def adjusted_in(form, report, code):
    """What the report's unit adjusts of a sum: itself, or through a formula that only adds and takes away."""
    if code in form.additions:
        return sum((sign * adjusted_in(form, report, name) for sign, name in form.additions[code]), ZERO)
    return sum((one["amount"] for one in report["adjustments"] if one["field"] == code), ZERO)


def summed(form, _, code, reports):
    answered = [value for value in (number_in(report, code) for report in reports) if value is not None]
    adjusted = [amount for report in reports if (amount := adjusted_in(form, report, code))]
    if not answered and not adjusted:
        return None
    reported, change = sum(answered, ZERO), sum(adjusted, ZERO)
    return {"reported": reported, "adjusted": change, "units": len(answered), "total": reported + change}


def mean(_form, _, code, reports):
    answered = [value for value in (number_in(report, code) for report in reports) if value is not None]
    return {"total": sum(answered, ZERO), "units": len(answered), "average": quotient(sum(answered, ZERO), len(answered))} if answered else None


def pairs(reports, first, second):
    found = [(number_in(report, first), number_in(report, second)) for report in reports]
    return [pair for pair in found if None not in pair]


def weighted(_, field, code, reports):
    both = pairs(reports, code, field["weight"])
    total, weight = sum((value * weight for value, weight in both), ZERO), sum((weight for _, weight in both), ZERO)
    return {"total": total, "weight": weight, "units": len(both), "average": quotient(total, weight)} if both else None


def ratio(form, field, _, reports):
    """Of sums as they are adjusted, even by one who answered neither."""
    both = pairs(reports, field["numerator"], field["denominator"])
    changes = [pair for report in reports if any(pair := [adjusted_in(form, report, field[end]) for end in ("numerator", "denominator")])]
    times = 100 if kind_of(field) == "percent" else 1
    part, whole = (sum((pair[end] for pair in (*both, *changes)), ZERO) for end in (0, 1))
    found = {"numerator": part, "denominator": whole, "times": times, "units": len(both), "value": quotient(times * part, whole)}
    return found if both or changes else None


def extreme(_, field, code, reports):
    answered = [(value, report["unit"]) for report in reports if (value := number_in(report, code)) is not None]
    if not answered:
        return None
    best = (min if method_of(field) == "min" else max)(value for value, _ in answered)
    return {"value": best, "of": min(unit for value, unit in answered if value == best), "units": len(answered)}


def tally(_form, _, code, reports):
    given = [report["answers"].get(code) for report in reports]
    counts = Counter(called(value) for value in given if isinstance(value, (bool, str)))
    return {"counts": dict(counts), "units": sum(counts.values())} if counts else None


def union(_, field, code, reports):
    listed = [rows for report in reports if (rows := report["answers"].get(code)) and isinstance(rows, list)]
    groups = {}
    for row in (row for rows in listed for row in rows):
        key = "|".join(called(row.get(column, "")) for column in field.get("groupBy") or [])
        group = groups.setdefault(key, {"count": 0, "sums": {column: ZERO for column in field.get("sums") or []}})
        group["count"] += 1
        for column in group["sums"]:
            group["sums"][column] += row.get(column, ZERO)
    return {"groups": groups, "units": len(listed), "count": sum(group["count"] for group in groups.values())} if listed else None


def as_number(found):
    """What a figure is compared by; None where it is no number."""
    return found and {
        "sum": lambda: found["total"], "mean": lambda: found["average"], "weighted-mean": lambda: found.get("average"),
        "ratio": lambda: found.get("value"), "min": lambda: found["value"], "max": lambda: found["value"],
    }.get(found["kind"], lambda: None)()
