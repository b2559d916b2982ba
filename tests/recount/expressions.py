"""The expression language of forms, from its description in shared/Forms/Expressions/README.md.

An expression becomes a function of the figures of a report and of the row that is looked at. Blank is None, a number a
Decimal, a condition a bool, an option a str, and an answer that nothing can be computed with OTHER.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

OTHER = object()
LARGEST = Decimal(2) ** 96 - 1
TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|'(?P<option>[^']*)'|(?P<name>[a-z][a-z0-9_]*)|(?P<sign><=|>=|<>|[-+*/=<>(),.]))")


def half_up(value, places):
    """Halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def tokens_of(text):
    at, found = 0, []
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"{text}: column {at + 1}")
        kind = match.lastgroup
        found.append((kind, match.group(kind)))
        at = match.end()
    return found + [("end", "")]


class Parser:
    def __init__(self, text, tables):
        self.text, self.tables, self.tokens, self.at, self.reads, self.within = text, tables, tokens_of(text), 0, set(), None

    def whole(self):
        tree = self.either()
        if self.tokens[self.at][0] != "end":
            raise ValueError(f"{self.text}: {self.tokens[self.at][1]} was not expected")
        return tree

    def sees(self, *words):
        kind, word = self.tokens[self.at]
        return kind in ("name", "sign") and word in words

    def takes(self, *words):
        if not self.sees(*words):
            return None
        self.at += 1
        return self.tokens[self.at - 1][1]

    def needs(self, word):
        if self.takes(word) is None:
            raise ValueError(f"{self.text}: {word} was expected, not {self.tokens[self.at][1]}")

    def name(self):
        self.at += 1
        return self.tokens[self.at - 1][1]

    def either(self):
        left = self.both()
        while self.takes("or"):
            left = disjunction(left, self.both())
        return left

    def both(self):
        left = self.negated()
        while self.takes("and"):
            left = conjunction(left, self.negated())
        return left

    def negated(self):
        if self.takes("not"):
            condition = self.negated()
            return lambda figures, row: lifted(lambda holds: not holds, condition(figures, row))
        return self.compared()

    def compared(self):
        left = self.sum()
        sign = self.takes("=", "<>", "<", "<=", ">", ">=")
        return left if sign is None else comparison(sign, left, self.sum())

    def sum(self):
        left = self.product()
        while sign := self.takes("+", "-"):
            left = arithmetic(sign, left, self.product())
        return left

    def product(self):
        left = self.signed()
        while sign := self.takes("*", "/"):
            left = arithmetic(sign, left, self.signed())
        return left

    def signed(self):
        if self.takes("-"):
            number = self.signed()
            return lambda figures, row: lifted(lambda value: -value, number(figures, row))
        return self.operand()

    def operand(self):
        if self.takes("("):
            tree = self.either()
            self.needs(")")
            return tree
        kind, word = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return constant(Decimal(word))
        if kind == "option":
            return constant(word)
        if word in ("true", "false"):
            return constant(word == "true")
        if self.takes("("):
            tree = self.call(word)
            self.needs(")")
            return tree
        if self.within is None or word not in self.tables[self.within]:
            self.reads.add(word)
        return lambda figures, row: figures.cell(row, word)

    def call(self, function):
        if function in ("previous", "parts", "peer_score"):
            field = self.name()
            if function == "peer_score":
                self.reads.add(field)
            return lambda figures, row: getattr(figures, function)(field)
        if function in ("sum", "min", "max", "count") and self.sees("below"):
            self.at += 1
            self.needs(".")
            field = self.name()
            return lambda figures, row: figures.below(function, field)
        if function in ("sum", "min", "max"):
            return self.over_rows(function)
        if function == "count" and self.tokens[self.at][1] in self.tables:
            table = self.name()
            where = self.where(table)
            return lambda figures, row: Decimal(len(rows_of(figures, table, where)))
        return self.plain(function, self.arguments())

    def over_rows(self, function):
        table = self.name()
        self.needs(".")
        column, where = self.name(), self.where(table)

        def evaluate(figures, _):
            amounts = [amount for amount in (figures.cell((table, row), column) for row in rows_of(figures, table, where)) if amount is not None]
            if function == "sum":
                return sum(amounts, Decimal(0))
            return (min if function == "min" else max)(amounts, default=None)

        return evaluate

    def where(self, table):
        self.reads.add(table)
        outer, self.within = self.within, table
        condition = self.either() if self.takes("where") else None
        self.within = outer
        return condition

    def arguments(self):
        found = [self.either()]
        while self.takes(","):
            found.append(self.either())
        return found

    def plain(self, function, arguments):
        def evaluate(figures, row):
            if function == "if":
                holds = arguments[0](figures, row)
                return None if holds is None else arguments[1 if holds else 2](figures, row)
            values = [argument(figures, row) for argument in arguments]
            if function == "count":
                return Decimal(sum(value is True for value in values))
            if function == "blank":
                return values[0] is None
            if function == "coalesce":
                return values[1] if values[0] is None else values[0]
            if function == "abs":
                return lifted(abs, values[0])
            if function == "round":
                return lifted(lambda value: half_up(value, int(values[1])), values[0])
            raise ValueError(f"{self.text}: {function} is no function")

        return evaluate


def constant(value):
    return lambda figures, row: value


def lifted(function, value):
    return None if value is None else function(value)


def rows_of(figures, table, where):
    return [row for row in figures.rows(table) if where is None or where(figures, (table, row)) is True]


def conjunction(left, right):
    def evaluate(figures, row):
        parts = (left(figures, row), right(figures, row))
        return False if False in parts else None if None in parts else True

    return evaluate


def disjunction(left, right):
    def evaluate(figures, row):
        parts = (left(figures, row), right(figures, row))
        return True if True in parts else None if None in parts else False

    return evaluate


def comparison(sign, left, right):
    def evaluate(figures, row):
        one, other = left(figures, row), right(figures, row)
        if one is None or other is None:
            return None
        return {
            "=": lambda: one == other, "<>": lambda: one != other, "<": lambda: one < other,
            "<=": lambda: one <= other, ">": lambda: one > other, ">=": lambda: one >= other,
        }[sign]()

    return evaluate


def arithmetic(sign, left, right):
    def evaluate(figures, row):
        one, other = left(figures, row), right(figures, row)
        if one is None or other is None or (sign == "/" and other == 0):
            return None
        with localcontext() as context:
            context.prec = 60
            result = {"+": lambda: one + other, "-": lambda: one - other, "*": lambda: one * other, "/": lambda: one / other}[sign]()
        return None if abs(result) > LARGEST else result

    return evaluate


def parsed(text, tables=()):
    return Parser(text, tables).whole()


def names_read(text, tables):
    """The report's own fields that an expression reads, tables among them."""
    parser = Parser(text, tables)
    parser.whole()
    return parser.reads
