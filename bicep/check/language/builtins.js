// Bicep's functions: least and most arguments, and what they give. `list…` functions of a resource are apart (secrets).
import { any, arrayOf, bool, int, itemOf, objectOf, property, string, union } from './shapes.js';

const object = objectOf(undefined);
const strings = arrayOf(string);
const many = Infinity;

export const functions = {
  any: [1, 1, any], array: [1, 1, arrayOf(any)], base64: [1, 1, string], base64ToJson: [1, 1, any], base64ToString: [1, 1, string], bool: [1, 1, bool],
  coalesce: [1, many, (...shapes) => union(shapes)], concat: [1, many, first => first.is === 'array' ? arrayOf(any) : string], contains: [2, 2, bool],
  cidrHost: [2, 2, string], cidrSubnet: [3, 3, string], dataUri: [1, 1, string], dateTimeAdd: [2, 3, string], deployment: [0, 0, any], deployer: [0, 0, any],
  empty: [1, 1, bool], endsWith: [2, 2, bool], environment: [0, 0, any], extensionResourceId: [3, many, string], fail: [1, 1, any],
  filter: [2, 2, first => first], first: [1, 1, first => first.is === 'string' ? string : itemOf(first)], flatten: [1, 1, arrayOf(any)], format: [1, many, string],
  groupBy: [2, 2, object], guid: [1, many, string], indexOf: [2, 2, int], int: [1, 1, int], intersection: [2, many, any], items: [1, 1, arrayOf(any)],
  join: [2, 2, string], json: [1, 1, any], last: [1, 1, first => first.is === 'string' ? string : itemOf(first)], lastIndexOf: [2, 2, int], length: [1, 1, int],
  loadFileAsBase64: [1, 1, string], loadJsonContent: [1, 3, any], loadTextContent: [1, 2, string], loadYamlContent: [1, 3, any], managementGroup: [0, 1, any],
  map: [2, 2, (_, body) => arrayOf(body)], mapValues: [2, 2, object], max: [1, many, int], min: [1, many, int], newGuid: [0, 0, string], nameof: [1, 1, string],
  objectKeys: [1, 1, strings], padLeft: [2, 3, string], parseCidr: [1, 1, any], pickZones: [3, 5, strings], range: [2, 2, arrayOf(int)],
  readEnvironmentVariable: [1, 2, string], reduce: [3, 3, any], replace: [3, 3, string], resourceGroup: [0, 2, any], resourceId: [2, many, string],
  shallowMerge: [1, 1, object], skip: [2, 2, first => first], sort: [2, 2, first => first], split: [2, 2, strings], startsWith: [2, 2, bool], string: [1, 1, string],
  subscription: [0, 1, any], subscriptionResourceId: [2, many, string], take: [2, 2, first => first.is === 'string' ? string : first], tenant: [0, 0, any],
  tenantResourceId: [2, many, string], toLogicalZone: [3, 3, string], toLower: [1, 1, string], toObject: [2, 3, object], toUpper: [1, 1, string], trim: [1, 1, string],
  union: [2, many, (...shapes) => merged(shapes)], uniqueString: [1, many, string], uri: [2, 2, string], uriComponent: [1, 1, string],
  uriComponentToString: [1, 1, string], utcNow: [0, 1, string],
};

export const decorators = new Set(['allowed', 'batchSize', 'description', 'discriminator', 'export', 'maxLength', 'maxValue', 'metadata', 'minLength', 'minValue',
  'onlyIfNotExists', 'retryOn', 'sealed', 'secure', 'waitUntil']);

function merged(shapes) {
  if (shapes.some(shape => shape.is !== 'object' || !shape.properties)) return shapes.every(shape => shape.is === 'array') ? arrayOf(any) : object;
  const together = {};
  for (const { properties } of shapes) {
    for (const [name, { shape }] of Object.entries(properties)) together[name] = property(together[name] ? union([together[name].shape, shape]) : shape, { required: true });
  }
  return objectOf(together);
}
