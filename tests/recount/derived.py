"""Derived indicators and rules of one report, reckoned anew from what the unit typed in and from earlier cycles."""

from decimal import Decimal
from statistics import median

from .expressions import OTHER, half_up
from .forms import NUMBERS, kind_of, method_of, scale_of
from .figures import called
from .written import canonical, in_order, number, sha256

MOST_DERIVED = Decimal(10) ** 15
FEWEST_PEERS = 5


class Figures:
    """A report as the form's expressions see it."""

    def __init__(self, form, asked, answers, before, parts, peers):
        self.form, self.before, self.parts_answers, self.peers = form, before, parts, peers
        self.asked = {field["code"] for field in asked}
        self.answers = {code: answer for code, answer in answers.items() if code not in form.formulas or code in form.reads_below}
        self.reckoned = {}

    def of(self, code):
        field = self.form.by_code[code]
        if code in self.form.formulas and code not in self.form.reads_below:
            if code not in self.reckoned:
                self.reckoned[code] = self.reckon(field) if code in self.asked else None
            return self.reckoned[code]
        return value_of(field, self.answers.get(code))

    def reckon(self, field):
        value = self.form.formulas[field["code"]](self, None)
        if isinstance(value, Decimal):
            return None if abs(value) > MOST_DERIVED else half_up(value, scale_of(field))
        return value

    def cell(self, row, name):
        if row is not None:
            table, cells = row
            column = next((one for one in self.form.by_code[table]["type"]["columns"] if one["code"] == name), None)
            if column:
                return value_of(column, cells.get(name))
        return self.of(name)

    def rows(self, table):
        rows = self.answers.get(table)
        return rows if isinstance(rows, list) else []

    def previous(self, code):
        return number_or_none((self.before or {}).get(code))

    def parts(self, code):
        found = [number_or_none((answers or {}).get(code)) for answers in self.parts_answers]
        return None if not found or None in found else sum(found)

    def peer_score(self, code):
        return score(self.peers.get(code), self.of(code))

    def below(self, *_):
        raise ValueError("what stood below when the report went up is not known any more")

    def broken(self):
        """The rules that are definitely broken."""
        return [
            rule for rule in self.form.rules
            if {*rule["fields"], *self.form.reads[rule["code"]]} <= self.asked and self.form.holds[rule["code"]](self, None) is False
        ]


def number_or_none(value):
    return value if isinstance(value, Decimal) else None


def value_of(field, answer):
    if answer is None or isinstance(answer, dict):
        return None
    return answer if kind_of(field) in (*NUMBERS, "yes-no", "choice") else OTHER


def spread(values):
    """Median, median distance from it, mean distance from it; None of too few."""
    if len(values) < FEWEST_PEERS:
        return None
    middle = median(values)
    distances = [abs(value - middle) for value in values]
    return middle, median(distances), sum(distances) / len(distances)


def score(of, value):
    """Modified z-score of Iglewicz and Hoaglin, to two places."""
    if of is None or value is None:
        return None
    middle, deviation, mean_deviation = of
    distance = value - middle
    if distance == 0:
        return Decimal(0)
    if deviation > 0:
        raw = Decimal("0.6745") * distance / deviation
    elif mean_deviation > 0:
        raw = distance / mean_deviation / Decimal("1.253314")
    else:
        raw = Decimal(99) if distance > 0 else Decimal(-99)
    return half_up(max(Decimal(-99), min(Decimal(99), raw)), 2)


def spreads(form, reports):
    """Of each numeric field over the units of one level."""
    added = [field["code"] for field in form.fields if method_of(field) in ("sum", "mean", "ratio", "min", "max")]
    return {code: spread([value for report in reports if (value := number_or_none(report["answers"].get(code))) is not None]) for code in added}


def values_of(form, rule, answers):
    """What an explanation explains, as the application writes it down."""
    return ";".join(f"{code}={written(form.by_code[code], answers.get(code))}" for code in dict.fromkeys([*rule["fields"], *sorted(form.reads[rule["code"]])]))


def written(field, answer):
    if answer is None:
        return ""
    if isinstance(answer, dict):
        return "-"
    if isinstance(answer, Decimal):
        return number(answer)
    return called(answer) if kind_of(field) in ("yes-no", "choice") else sha256(canonical(in_order(answer)).encode())[:16]
