// What the compiler would say: syntax, symbols, types, API versions, scopes, modules, outputs.
import { Conformance } from '../language/conformance.js';
import { Inference } from '../language/inference.js';
import { any, arrayOf, objectOf, property, string } from '../language/shapes.js';
import { resourceBody } from '../language/schemas.js';
import { within } from '../language/walking.js';

/** @returns counts of what was looked at, and each file's inference. */
export function holdTemplates(program, schemas, findings) {
  const counts = { files: 0, resources: 0, properties: 0 };
  const inferences = new Map();
  for (const path of paths(program)) {
    const file = program.file(path);
    counts.files += 1;
    for (const { line, text } of file.faults) findings.add(path, line, 'syntax', `${text}.`, 'Bicep’s syntax is described at aka.ms/bicep.');
    if (file.faults.length) continue;
    const inference = new Inference(program, file, schemas, findings);
    inferences.set(path, inference);
    const conformance = new Conformance(inference, findings);
    twice(file, findings);
    for (const resource of file.every('resource')) { counts.resources += 1; resourceOf(resource, file, schemas, conformance, findings); }
    for (const module of file.every('module')) moduleOf(module, program, file, conformance, findings);
    for (const output of file.every('output')) conformance.hold(output.value, file.shapeOf(output.type));
    for (const param of file.every('param')) paramOf(param, file, conformance, findings);
    counts.properties += conformance.properties;
  }
  return { counts, inferences };
}

/** main.bicep and every file that it leads to. */
function paths(program, path = 'main.bicep', found = new Set()) {
  const file = program.file(path);
  if (file && !found.has(path)) {
    found.add(path);
    for (const module of file.every('module')) {
      const target = program.beside(file, module.path);
      if (target) paths(program, target.path, found);
    }
  }
  return [...found];
}

function twice(file, findings) {
  for (const symbol of file.named) {
    if (file.symbols.get(symbol.name) !== symbol) findings.add(file.path, symbol.line, 'given-twice', `“${symbol.name}” is declared twice.`, 'Rename or remove one.');
  }
}

function resourceOf(resource, file, schemas, conformance, findings) {
  const [type, version] = resource.type.split('@');
  const schema = schemas.of(type);
  const add = (rule, message, mend) => findings.add(file.path, resource.line, rule, message, mend);
  if (!schema) return add('resource-type', `The type ${type} is not known.`, 'Correct it, or have its schema added: node refresh-schemas.js.');
  if (schema.type !== type) add('resource-type', `The type is written ${schema.type}.`, 'Write it as Azure does.');
  if (schema.apiVersion !== version) add('api-version', `${type} has no version ${version} that is checked here.`, `Use ${schema.apiVersion}.`);
  conformance.hold(bodyOf(resource), resourceBody(schema, resource.existing));
  const scopes = { subscription: 'Subscription', resourceGroup: 'ResourceGroup' }[file.scope];
  const given = name => bodyOf(resource).properties?.find(({ key }) => key === name);
  if (!resource.existing && !given('scope') && !schema.scopes.some(scope => scope === scopes || scope === 'AllExceptExtension')) {
    add('scope', `${type} cannot stand at the ${file.scope}.`, schema.scopes.includes('Extension') ? 'Say on what with `scope`.' : 'Put it into a module of the right scope.');
  }
  parentOf(resource, type, given, file, add);
  for (const [name, rule] of resource.existing ? [] : [['location', 'location'], ['tags', 'untagged']]) {
    const possible = schema.body.properties?.[name];
    if (possible && !possible.required && !possible.readOnly && !given(name)) add(rule, `${type} has no ${name}.`, `Give it ${name}: ${name}.`);
  }
}

function parentOf(resource, type, given, file, add) {
  const depth = type.split('/').length - 1;
  const parent = given('parent') && file.symbols.get(given('parent').value.name ?? given('parent').value.of?.name);
  const slashes = [...within(given('name')?.value)].flatMap(({ kind, value, parts }) => kind === 'string' ? parts ?? [value] : []).join('').split('/').length;
  if (parent?.type && !type.toLowerCase().startsWith(`${parent.type.split('@')[0].toLowerCase()}/`)) add('parent', `${parent.type.split('@')[0]} is no parent of ${type}.`, 'Name the resource that it is part of.');
  else if (depth > 1 && !given('parent') && slashes !== depth) add('parent', `${type} is part of something that is not named.`, 'Say of what with `parent`.');
}

function moduleOf(module, program, file, conformance, findings) {
  const target = program.beside(file, module.path);
  if (!target) return findings.add(file.path, module.line, 'module-path', `There is no file ${module.path}.`, 'Correct the path.');
  const needs = Object.values(target.parameters.properties).some(each => each.required);
  conformance.hold(bodyOf(module), objectOf({
    name: property(string), scope: property(any, { required: target.scope !== file.scope }), dependsOn: property(arrayOf(any)),
    params: property(target.parameters, { required: needs }),
  }));
}

function paramOf(param, file, conformance, findings) {
  if (param.value) conformance.hold(param.value, file.shapeOf(param.type, param.decorators));
  const description = param.decorators.find(decorator => decorator.of.name === 'description')?.arguments[0]?.value;
  if (!description) findings.add(file.path, param.line, 'undescribed', `“${param.name}” does not say what it is.`, 'Give it a @description.');
}

/** The object of a resource or module, without the loop and the condition around it. */
export function bodyOf({ body }) {
  return body.kind === 'for' || body.kind === 'if' ? bodyOf(body) : body;
}
