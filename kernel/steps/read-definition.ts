/** From YAML (or the same as JSON) to a definition. */
import { createHash } from 'node:crypto';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { conditionShape, termShape, type Condition } from './condition.ts';
import {
  ASKER,
  LAST_RESORT,
  type AttributeShape,
  type Definition,
  type HolderRule,
  type Limit,
  type Node,
  type SerialNode,
} from './definition.ts';

const text = z.string().trim().min(1).max(200);
const words = z.strictObject({ zh: text, en: text });
const stepId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a step in lower case with hyphens')
  .refine((id) => id !== ASKER && id !== LAST_RESORT, 'is a word of the engine');

const at = z.union([z.enum(['unit', 'nearest', 'above']), z.strictObject({ unit: text })]).default('unit');
export const holderShape = z.union([
  z.strictObject({ post: text, at }),
  z.strictObject({ role: text, at }),
  z.strictObject({ superiorOf: z.union([z.literal('asker'), z.strictObject({ step: stepId })]) }),
  z.strictObject({ field: text }),
  z.strictObject({ person: text }),
]);
const holders = z.union([holderShape, z.array(holderShape).min(1)]).transform((given) => [given].flat());

const limit = z.strictObject({
  after: z.union([z.strictObject({ workdays: termShape }), z.strictObject({ workhours: termShape })]),
  do: z.enum(['remind', 'escalate', 'stand-in', 'approve']),
  because: text.optional(),
});

const step = z.strictObject({
  id: stepId,
  title: words,
  when: conditionShape.optional(),
  holders,
  mode: z.union([z.enum(['any', 'all']), z.strictObject({ share: z.number().gt(0).lte(1) })]).default('any'),
  limits: z.array(limit).max(10).default([]),
  fills: z.array(text).default([]),
});

type NodeFile =
  | z.output<typeof step>
  | { serial: NodeFile[]; when?: Condition | undefined }
  | { parallel: NodeFile[][]; when?: Condition | undefined };
type NodeInput =
  | z.input<typeof step>
  | { serial: NodeInput[]; when?: Condition | undefined }
  | { parallel: NodeInput[][]; when?: Condition | undefined };
const node: z.ZodType<NodeFile, NodeInput> = z.lazy(() =>
  z.union([
    step,
    z.strictObject({
      serial: z.array(node).min(1, 'a group without steps has no end'),
      when: conditionShape.optional(),
    }),
    z.strictObject({
      parallel: z.array(z.array(node).min(1, 'a branch without steps has no end')).min(2, 'at least two branches'),
      when: conditionShape.optional(),
    }),
  ]),
) as z.ZodType<NodeFile, NodeInput>;

const attributeType = z.enum(['number', 'text', 'yes-no', 'choice', 'person', 'persons']);
const attribute = z
  .strictObject({
    type: attributeType,
    title: words,
    of: z.array(text).min(1).optional(),
    optional: z.boolean().default(false),
  })
  .refine((shape) => (shape.type === 'choice') === (shape.of !== undefined), '`of` belongs to a choice');

/** The shape of a definition as people write it. */
export const DefinitionFile = z.strictObject({
  title: words,
  attributes: z.record(z.string().regex(/^(?!(and|or|not)$)[a-z][A-Za-z0-9]*$/), attribute).default({}),
  fallback: holders,
  withdraw: z.enum(['before-first-decision', 'until-the-end']).default('before-first-decision'),
  steps: z.array(node).min(1, 'a process without steps has no end'),
});
export type DefinitionFile = z.input<typeof DefinitionFile>;

/** A definition that cannot be used, with every problem found. */
export class StepsRefused extends Error {
  readonly problems: readonly string[];
  constructor(id: string, problems: readonly string[]) {
    super(`steps ${id} refused:\n${problems.join('\n')}`);
    this.name = 'StepsRefused';
    this.problems = problems;
  }
}

/**
 * Reads a definition; `checkDefinition` then says whether it can be walked.
 * @param id `<room>.<name>`, the file's own name
 * @param source YAML text, or the same as data
 * @throws StepsRefused when the shape is wrong
 */
export function readDefinition(id: string, source: string | DefinitionFile): Definition {
  let data: unknown = source;
  if (typeof source === 'string') {
    const document = parseDocument(source, { prettyErrors: true });
    if (document.errors.length > 0)
      throw new StepsRefused(
        id,
        document.errors.map(({ message }) => message),
      );
    data = document.toJS();
  }
  const parsed = DefinitionFile.safeParse(data);
  if (!parsed.success) {
    throw new StepsRefused(
      id,
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    );
  }
  const file = parsed.data;
  let groups = 0;
  const plant = (given: NodeFile): Node => {
    const when = given.when ? { when: given.when } : {};
    if ('serial' in given) return { kind: 'serial', id: `#${(groups += 1)}`, ...when, nodes: given.serial.map(plant) };
    if ('parallel' in given) {
      const group = `#${(groups += 1)}`;
      const branches = given.parallel.map((branch): SerialNode => ({
        kind: 'serial',
        id: `#${(groups += 1)}`,
        nodes: branch.map(plant),
      }));
      return { kind: 'parallel', id: group, ...when, nodes: branches };
    }
    const { id: own, title, mode, fills } = given;
    return {
      kind: 'step',
      id: own,
      title,
      ...when,
      holders: given.holders as HolderRule[],
      mode,
      limits: given.limits as Limit[],
      fills,
    };
  };
  const lastResort: Node = {
    kind: 'step',
    id: LAST_RESORT,
    title: { zh: '审核', en: 'Decision' },
    holders: file.fallback as HolderRule[],
    mode: 'any',
    limits: [],
    fills: [],
    unlessDecided: true,
  };
  return deepFreeze({
    id,
    title: file.title,
    hash: createHash('sha256')
      .update(JSON.stringify([id, file]))
      .digest('hex'),
    attributes: file.attributes as Record<string, AttributeShape>,
    fallback: file.fallback as HolderRule[],
    withdraw: file.withdraw,
    root: { kind: 'serial', id: '#0', nodes: [...file.steps.map(plant), lastResort] },
  });
}

function deepFreeze<T>(thing: T): T {
  if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing)) {
    Object.freeze(thing);
    for (const inner of Object.values(thing)) deepFreeze(inner);
  }
  return thing;
}
