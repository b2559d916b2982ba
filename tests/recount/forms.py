"""A form file as far as totals, derived indicators and rules go."""

from decimal import Decimal

from .expressions import names_read, parsed
from .written import read

NUMBERS = ("integer", "decimal", "money", "percent")
SCALES = {"integer": 0, "money": 0}


class Form:
    def __init__(self, definition):
        self.definition = definition
        self.sections = definition["sections"]
        self.fields = [field for section in self.sections for field in section["fields"]]
        self.by_code = {field["code"]: field for field in self.fields}
        self.rules = definition.get("rules", [])
        tables = {field["code"]: {column["code"] for column in field["type"]["columns"]} for field in self.fields if kind_of(field) == "table"}
        self.formulas = {field["code"]: parsed(formula, tables) for field in self.fields if (formula := formula_of(field))}
        self.reads_below = {code for code in self.formulas if "below." in (self.by_code[code].get("formula") or "")}
        self.behind = {code: self.typed_behind(code, tables) for code in self.formulas}
        self.holds = {rule["code"]: parsed(rule["holds"], tables) for rule in self.rules}
        self.reads = {rule["code"]: names_read(rule["holds"], tables) for rule in self.rules}

    def typed_behind(self, code, tables):
        """What units type in of all that it is calculated from; tables are not among it."""
        formula = formula_of(self.by_code[code])
        read = {name for name in names_read(formula, tables) if name in self.by_code and kind_of(self.by_code[name]) != "table"}
        return {typed for name in read for typed in (self.typed_behind(name, tables) if name in self.formulas else {name})}

    @staticmethod
    def of(path):
        return Form(read(path.read_text(encoding="utf-8")))

    def asked(self, unit, level, superior):
        """The fields of the sections that this unit answers."""
        return [field for section in self.sections if answers_section(section, unit, level, superior) for field in section["fields"]]


def answers_section(section, unit, level, superior):
    audience = section.get("audience") or {}
    levels, units = audience.get("levels") or [], audience.get("units") or []
    if unit in (audience.get("except") or []) or (audience.get("superiors") and not superior):
        return False
    return not (levels or units) or level in levels or unit in units


def kind_of(field):
    return field["type"]["kind"]


def method_of(field):
    return field.get("aggregation", "none")


def scale_of(field):
    return int(SCALES.get(kind_of(field), field["type"].get("scale", 2)))


def formula_of(field):
    """A ratio of sums is the same quotient at one unit."""
    if method_of(field) != "ratio":
        return field.get("formula")
    times = "100 * " if kind_of(field) == "percent" else ""
    return f"round({times}{field['numerator']} / {field['denominator']}, {scale_of(field)})"


def takes_zero(field):
    return Decimal(field["type"].get("min", 0)) <= 0
