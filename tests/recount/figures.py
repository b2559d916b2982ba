"""The figure of one indicator over some accepted reports."""

import unicodedata
from collections import Counter
from decimal import Decimal

from .expressions import half_up
from .forms import NUMBERS, kind_of, method_of, scale_of

ZERO = Decimal(0)


def number_in(report, code):
    value = report["answers"].get(code)
    return value if isinstance(value, Decimal) else None


def quotient(part, whole, field):
    """As many decimal places as the field has, and at least two."""
    return None if whole == 0 else half_up(part / whole, max(2, scale_of(field)))


def kept_scale(field):
    """What a publication says of it: two are not mentioned."""
    return {"scale": Decimal(scale_of(field))} if scale_of(field) > 2 else {}


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


class Amounts:
    """A report in which nothing is answered but certain sums, as the form's expressions see it."""

    def __init__(self, form, amounts):
        self.form, self.amounts = form, amounts

    def of(self, code):
        formula = self.form.formulas.get(code)
        if formula and code not in self.form.reads_below:
            return formula(self, None)
        return self.amounts.get(code, ZERO) if kind_of(self.form.by_code[code]) in NUMBERS else None

    def cell(self, _row, name):
        return self.of(name)

    def rows(self, _table):
        return []

    def previous(self, _code):
        return None

    parts = peer_score = previous


def adjusted_in(form, report, code):
    """What the report's unit adjusts of a sum: itself, or by what its formula makes of the adjustments and would make of nothing."""
    if report.get("fallen") or not report["adjustments"] or code in form.reads_below:
        return ZERO
    made = {one["field"]: one["amount"] for one in report["adjustments"]}
    if code not in form.formulas:
        return made.get(code, ZERO)
    with_it, without = Amounts(form, made).of(code), Amounts(form, {}).of(code)
    return (with_it or ZERO) - (without or ZERO)


def summed(form, _, code, reports):
    answered = [value for value in (number_in(report, code) for report in reports) if value is not None]
    adjusted = [amount for report in reports if (amount := adjusted_in(form, report, code))]
    if not answered and not adjusted:
        return None
    reported, change = sum(answered, ZERO), sum(adjusted, ZERO)
    return {"reported": reported, "adjusted": change, "units": len(answered), "total": reported + change}


def mean(_form, field, code, reports):
    answered = [value for value in (number_in(report, code) for report in reports) if value is not None]
    return {"total": sum(answered, ZERO), "units": len(answered), "average": quotient(sum(answered, ZERO), len(answered), field)} | kept_scale(field) if answered else None


def pairs(reports, first, second):
    found = [(number_in(report, first), number_in(report, second)) for report in reports]
    return [pair for pair in found if None not in pair]


def weighted(_, field, code, reports):
    both = pairs(reports, code, field["weight"])
    total, weight = sum((value * weight for value, weight in both), ZERO), sum((weight for _, weight in both), ZERO)
    return {"total": total, "weight": weight, "units": len(both), "average": quotient(total, weight, field)} | kept_scale(field) if both else None


def ratio(form, field, _, reports):
    """Of sums as they are adjusted, even by one who answered neither, where it or somebody below it answered both."""
    both = pairs(reports, field["numerator"], field["denominator"])
    changes = [pair for report in reports if any(pair := [adjusted_in(form, report, field[end]) for end in ("numerator", "denominator")])
               and pairs(report["within"], field["numerator"], field["denominator"])]
    times = 100 if kind_of(field) == "percent" else 1
    part, whole = (sum((pair[end] for pair in (*both, *changes)), ZERO) for end in (0, 1))
    found = {"numerator": part, "denominator": whole, "times": times, "units": len(both), "value": quotient(times * part, whole, field)} | kept_scale(field)
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


def plain(name):
    """Names that differ only in case, spaces, punctuation or a leading "phần mềm" are one."""
    letters = "".join(one for one in unicodedata.normalize("NFC", name) if unicodedata.category(one)[0] == "L" or unicodedata.category(one) == "Nd")
    letters = letters.lower()
    return letters.removeprefix("phầnmềm") or letters


def group_code(field, column, row):
    """Of "khác" with the name of a listed option, that option."""
    code = called(row.get(column, ""))
    if code == "khac" and column == (field.get("groupBy") or [None])[0] and isinstance(row.get(field.get("namedBy")), str):
        options = next(one for one in field["type"]["columns"] if one["code"] == column)["type"]["options"]
        return next((one["code"] for one in options if plain(one["label"]) == plain(row[field["namedBy"]])), code)
    return code


def union(_, field, code, reports):
    listed = [rows for report in reports if (rows := report["answers"].get(code)) and isinstance(rows, list)]
    groups = {}
    for row in (row for rows in listed for row in rows):
        key = "|".join(group_code(field, column, row) for column in field.get("groupBy") or [])
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
