/** Every expression below a node, itself first. */
export function* within(node) {
  if (!node?.kind) return;
  yield node;
  for (const part of [node.of, node.index, node.condition, node.then, node.otherwise, node.left, node.right, node.operand, node.collection, node.body]) yield* within(part);
  for (const part of [...(node.items ?? []), ...(node.arguments ?? []), ...(node.parts ?? [])]) yield* within(part);
  for (const { name, value } of node.properties ?? []) {
    for (const part of name?.parts ?? []) yield* within(part);
    yield* within(value);
  }
}

/** Every expression of a statement. */
export function* expressionsOf(statement) {
  yield* within(statement.value);
  yield* within(statement.body);
  for (const decorator of statement.decorators) yield* within(decorator);
}
