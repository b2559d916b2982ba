// The grammar groups operators by its own precedences (`a == b.c` comes as `(a == b).c`), but keeps their order. So an
// expression is taken apart into its operands and operators again and put together by Bicep's precedences here.
import { nodeOf } from './syntax.js';

const grouped = new Set(['member_expression', 'subscript_expression', 'binary_expression', 'unary_expression', 'ternary_expression',
  'lambda_expression', 'call_expression', 'assignment_expression', 'resource_expression']);

const binary = { '??': 1, '||': 2, '&&': 3, '==': 4, '!=': 4, '=~': 4, '!~': 4, '<': 5, '<=': 5, '>': 5, '>=': 5, '+': 6, '-': 6, '*': 7, '/': 7, '%': 7 };

export function isGrouped({ type }) {
  return grouped.has(type);
}

export function expressionOf(node) {
  return isGrouped(node) ? new Reading(flat(node)).whole() : nodeOf(node);
}

function flat(node) {
  return isGrouped(node) ? node.children.filter(child => !child.isExtra).flatMap(flat) : [node];
}

class Reading {
  constructor(tokens) {
    this.tokens = tokens;
    this.at = 0;
  }

  get next() {
    return this.tokens[this.at]?.type;
  }

  take() {
    return this.tokens[this.at++];
  }

  whole() {
    const condition = this.operators(0);
    if (this.next === '=>') {
      this.take();
      const parameters = condition.kind === 'group' ? condition.items : [condition];
      return made('lambda', condition, { parameters: parameters.map(parameter => parameter.name), body: this.whole() });
    }
    if (this.next !== '?') return condition;
    this.take();
    const then = this.whole();
    this.take();
    return made('choice', condition, { condition, then, otherwise: this.whole() });
  }

  operators(least) {
    let left = this.operand();
    while (binary[this.next] > least) {
      const operator = this.take().type;
      left = made('binary', left, { operator, left, right: this.operators(binary[operator]) });
    }
    return left;
  }

  operand() {
    if (this.next === '!' || this.next === '-') {
      const operator = this.take();
      return { ...made('unary', null, { operator: operator.type, operand: this.operand() }), ...placeOf(operator) };
    }
    return this.postfixes(nodeOf(this.take()));
  }

  postfixes(operand) {
    while (['.', '.?', '[', 'arguments', '!', 'nullable_return_type'].includes(this.next)) {
      const token = this.take();
      if (token.type === 'arguments') {
        operand = made('call', operand, { of: operand, arguments: token.namedChildren.filter(child => !child.isExtra).map(expressionOf) });
      } else if (token.type === '[') {
        const maybe = this.next === '?' && this.take() !== undefined;
        operand = made('index', operand, { of: operand, index: this.whole(), maybe });
        this.take();
      } else if (token.type.startsWith('.')) {
        const name = this.take();
        operand = { ...made('member', operand, { of: operand, name: name.text, maybe: token.type === '.?' }), ...placeOf(name) };
      }
    }
    return operand;
  }
}

function made(kind, from, parts) {
  return { kind, line: from?.line, column: from?.column, ...parts };
}

function placeOf(node) {
  return { line: node.startPosition.row + 1, column: node.startPosition.column + 1 };
}
