import { format } from 'oxfmt';
import { typeOf, type JsonSchema } from './type-of-schema.ts';

/** One door, as much of it as a caller's types are made of. */
interface Told {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> }>
  >;
  readonly 'x-refusals'?: readonly string[];
}

/** An OpenAPI 3.1 document as `publishedContract` makes it. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Told>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
  readonly 'x-refusals': readonly string[];
}

type Kind = 'Reads' | 'Lists' | 'Verbs';

interface Door {
  readonly kind: Kind;
  readonly told: Told;
  readonly type: string;
}

const json = (content: Readonly<Record<string, { readonly schema: JsonSchema }>> | undefined): JsonSchema =>
  content?.['application/json']?.schema ?? {};

function typeOfRead(told: Told): string {
  const asked: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries((told.parameters ?? []).map(({ name, schema }) => [name, schema])),
    required: (told.parameters ?? []).filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
  return `{ query: ${typeOf(asked, 'sent')}; answer: ${typeOf(json(told.responses['200']?.content), 'told')} }`;
}

function typeOfList(told: Told): string {
  const page = json(told.responses['200']?.content);
  const filters = (told.parameters ?? []).flatMap(({ name }) => /^f\.(\w+)$/.exec(name)?.[1] ?? []);
  const row = typeOf(page.properties?.['rows']?.items ?? {}, 'told');
  return `{ row: ${row}; filter: ${filters.map((each) => JSON.stringify(each)).join(' | ') || 'never'} }`;
}

function typeOfVerb(told: Told): string {
  const answer = json(told.responses['200']?.content);
  const result = answer.properties?.['result'];
  const refusals = (told['x-refusals'] ?? []).map((each) => JSON.stringify(each)).join(' | ') || 'never';
  return `{ input: ${typeOf(json(told.requestBody?.content), 'sent')}; result: ${result ? typeOf(result, 'told') : 'undefined'}; refusal: ${refusals} }`;
}

/** Doors that pages call by their name; files, imports and exports are addresses. */
function doorsOf({ paths }: Contract): Door[] {
  return Object.entries(paths).flatMap(([path, { get, post }]): Door[] => {
    const [, kind, name] = /^\/api\/(reads|verbs)\/([^/]+)$/.exec(path) ?? [];
    if (kind === 'verbs' && post) return [{ kind: 'Verbs', told: post, type: typeOfVerb(post) }];
    if (kind !== 'reads' || !get || name !== get.operationId || /\.(csv|xlsx)$/.test(path)) return [];
    return `/api/lists/${name}` in paths
      ? [{ kind: 'Lists', told: get, type: typeOfList(get) }]
      : [{ kind: 'Reads', told: get, type: typeOfRead(get) }];
  });
}

const about = ({ description, summary }: Told): string =>
  `/** ${description.split('。', 1)[0]} · ${summary} */`.replaceAll('*/ */', '*/');

const interfaces = (doors: readonly Door[]): string =>
  (['Reads', 'Lists', 'Verbs'] as const)
    .map((kind) => {
      const some = doors
        .filter((door) => door.kind === kind)
        .toSorted((a, b) => (a.told.operationId < b.told.operationId ? -1 : 1));
      const lines = some.flatMap(({ told, type }) => [about(told), `${JSON.stringify(told.operationId)}: ${type};`]);
      return `export interface ${kind} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
    })
    .join('\n');

const head = (what: string): string =>
  `// Made from the contract (GET /api/openapi.json) by scripts/reference.ts; \`npm run check\` fails when it is stale.\n${what}\n\n`;

/** Where the doors of the kernel and of the host stand: with the client that every page uses. */
export const doorsPath = 'web/kit/client/doors.ts';

/**
 * The typed client's types: one file a room, so that a room's doors come and go with its folder. Each adds to the three lists of
 * {@link doorsPath}.
 * @param folderOf where a room stands: `domains/vehicles`
 * @param style of the formatter, as the house writes
 * @returns text by path
 */
export async function clientFiles(
  contract: Contract,
  folderOf: (room: string) => string,
  style: Readonly<Record<string, unknown>>,
): Promise<Map<string, string>> {
  const rooms = Map.groupBy(doorsOf(contract), ({ told }) => told.operationId.slice(0, told.operationId.indexOf('.')));
  const shapes = Object.entries(contract.components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema, 'told')};

`,
  );
  const anyone = contract['x-refusals'].map((code) => `  | ${JSON.stringify(code)}\n`);
  const files = new Map([
    [
      doorsPath,
      head('/** Doors of the kernel; every room adds its own in its `client.ts`. */') +
        shapes.join('') +
        `/** What any door may say, beside what an act declares. */\nexport type RefusalOfAny =\n${anyone.join('').trimEnd()};\n\n` +
        interfaces(rooms.get('kernel') ?? []),
    ],
  ]);
  for (const [room, doors] of rooms) {
    if (room === 'kernel' || room === 'host') continue;
    const text = interfaces(doors)
      .replaceAll('export interface', 'interface')
      .replaceAll(/^(?=.)/gm, '  ');
    const used = Object.keys(contract.components.schemas).filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    files.set(
      `${folderOf(room)}/client.ts`,
      head('/** Doors of this room, as pages call them by name. */') +
        `${used.length > 0 ? `import type { ${used.join(', ')} } from '@opengoa/web-kit/doors';` : 'export {};'}\n\ndeclare module '@opengoa/web-kit/doors' {\n${text}}\n`,
    );
  }
  for (const [path, text] of files) {
    const { code, errors } = await format(path, text, style);
    if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`);
    files.set(path, code);
  }
  return files;
}
