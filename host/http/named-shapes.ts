import type { Schema } from './contract-shapes.ts';

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A shape that holds itself is told by a name, and within this document a name stands under `components`: `#/$defs/…` would lead to the
 * root of the document, where nothing of the kind is.
 */
export function withNamedShapes(document: Schema): Schema {
  const moved: Node = {};
  const alike = new Map<string, string>();
  const move = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
    if (Array.isArray(value)) return value.map((each) => move(each, names));
    if (!isNode(value)) return value;
    const { $defs: own, ...rest } = value;
    const known = new Map(names);
    if (isNode(own)) {
      const text = JSON.stringify(own);
      for (const name of Object.keys(own)) {
        // The same shapes in two doors are one.
        const called = alike.get(text + name) ?? `Shape${alike.size + 1}`;
        alike.set(text + name, called);
        known.set(`#/$defs/${name}`, called);
      }
      for (const [name, shape] of Object.entries(own)) moved[known.get(`#/$defs/${name}`)!] = move(shape, known);
    }
    return Object.fromEntries(
      Object.entries(rest).map(([key, each]) =>
        key === '$ref' && typeof each === 'string' && known.has(each)
          ? [key, `#/components/schemas/${known.get(each)!}`]
          : [key, move(each, known)],
      ),
    );
  };
  const { components, ...rest } = move(document, new Map()) as Node & { components: Node & { schemas: Node } };
  return { ...rest, components: { ...components, schemas: { ...components.schemas, ...moved } } };
}
