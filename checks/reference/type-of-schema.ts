/** A JSON Schema as the contract holds it; of the keywords only those that say something of the type matter here. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly description?: string;
}

/** `sent`: what a caller may leave out it may also set to undefined. `told`: what is absent is absent. */
export type Way = 'sent' | 'told';

const name = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
const literal = (value: unknown): string => JSON.stringify(value);
const union = (types: readonly string[]): string => {
  const each = [...new Set(types)];
  if (each.includes('unknown')) return 'unknown';
  return each.length === 0 ? 'never' : each.join(' | ');
};
const inside = (type: string): string => (/[|&]|^readonly /.test(type) ? `(${type})` : type);

function typeOfObject(schema: JsonSchema, way: Way): string {
  const { properties = {}, required = [], additionalProperties: more, propertyNames } = schema;
  const keys = Object.keys(properties);
  if (keys.length === 0) {
    if (more === false) return '{ [name: string]: never }';
    const value = typeof more === 'object' ? typeOf(more, way) : 'unknown';
    if (!propertyNames?.enum) return `{ [name: string]: ${value} }`;
    const record = `Record<${union(propertyNames.enum.map(literal))}, ${value}>`;
    return propertyNames.enum.every((key) => required.includes(String(key))) ? record : `Partial<${record}>`;
  }
  const members = keys.map((key) => {
    const type = typeOf(properties[key]!, way);
    if (required.includes(key)) return `${name(key)}: ${type};`;
    return `${name(key)}?: ${way === 'sent' && type !== 'unknown' ? `${type} | undefined` : type};`;
  });
  const own = `{ ${members.join(' ')} }`;
  return typeof more === 'object' || more === true ? `${own} & { [name: string]: unknown }` : own;
}

function typeOfKind(kind: string, schema: JsonSchema, way: Way): string {
  switch (kind) {
    case 'string':
      return 'string';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
    case 'null':
      return kind;
    case 'array': {
      const first = schema.prefixItems?.map((each) => typeOf(each, way));
      if (first) return `readonly [${first.join(', ')}]`;
      return `readonly ${inside(typeOf(schema.items ?? {}, way))}[]`;
    }
    case 'object':
      return typeOfObject(schema, way);
    default:
      throw new Error(`a schema of type ${kind}`);
  }
}

/**
 * A schema as a TypeScript type; arrays are read-only, since answers are kept and shared. What a schema says beyond the type (lengths, patterns, ranges) is the server's to judge.
 * @throws on a type that JSON Schema does not have
 */
export function typeOf(schema: JsonSchema, way: Way): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1)!;
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return union(schema.enum.map(literal));
  const any = schema.anyOf ?? schema.oneOf;
  if (any) return union(any.map((each) => typeOf(each, way)));
  if (schema.allOf) return schema.allOf.map((each) => inside(typeOf(each, way))).join(' & ');
  const kind = schema.type ?? (schema.properties ? 'object' : undefined);
  if (kind === undefined) return 'unknown';
  return union([kind].flat().map((each) => typeOfKind(each as string, schema, way)));
}
