import { publishedContract } from '@opengoa/host/openapi';
import { cryptoInventory } from '@opengoa/kernel/crypto';
import { findKits, loadKit } from '@opengoa/kernel/risk-kit';
import { findStandards } from '@opengoa/kernel/standards';
import { parse } from 'yaml';
import { z } from 'zod';
import { billOfMaterials, billPath } from '../bill-of-materials.ts';
import type { House } from '../house.ts';
import { roomsOf, type DeclaredRoom } from '../rooms.ts';
import type { Words } from '@opengoa/kernel/contract';
import { clientFiles, type Contract } from './client-files.ts';
import { initialsFile } from './initials-file.ts';
import { columnsPage } from './columns-page.ts';
import { both, code, codes, page, table } from './markdown.ts';

const byRoom = (rooms: readonly DeclaredRoom[], of: (room: DeclaredRoom['room']) => string): string =>
  rooms.map(({ room }) => `## ${both(room.title)} (${code(room.name)})\n\n${of(room)}`).join('\n');

function verbs(rooms: readonly DeclaredRoom[]): string {
  return page(
    'Verbs',
    'Every act that changes something, served at `POST /api/verbs/<name>` with an `Idempotency-Key`. Internal ones have no route: other doors run them.',
    byRoom(rooms, (room) =>
      table(
        ['Verb', 'Title', 'Who', 'Facts', 'Refusals', ''],
        room.verbs.map((verb) => [
          code(verb.name),
          both(verb.title),
          codes(verb.who),
          codes(verb.facts.map(({ name }) => name)),
          codes(verb.refusals),
          [verb.internal ? 'internal' : '', verb.freshFactor ? 'fresh factor' : ''].filter(Boolean).join(', '),
        ]),
      ),
    ),
  );
}

function reads(rooms: readonly DeclaredRoom[]): string {
  return page(
    'Reads and lists',
    'Every question, served at `GET /api/reads/<name>`. A list is paged, filtered, sorted, summed and exported from one definition.',
    byRoom(rooms, (room) =>
      table(
        ['Read', 'Title', 'Who', 'Shows'],
        room.reads.map((read) => [
          code(read.name),
          both(read.title),
          codes(read.who),
          read.kind === 'list'
            ? `list of ${code(read.view)}: ${Object.values(read.columns)
                .filter(({ hidden }) => !hidden)
                .map(({ title }) => title.zh)
                .join('、')}`
            : 'one answer',
        ]),
      ),
    ),
  );
}

const fieldsOf = (shape: z.ZodType): string[] => {
  const schema = z.toJSONSchema(shape, { unrepresentable: 'any', io: 'output' }) as {
    properties?: Record<string, unknown>;
  };
  return Object.keys(schema.properties ?? {});
};

function facts(rooms: readonly DeclaredRoom[]): string {
  return page(
    'Facts',
    'What the Record holds: each fact type, the fields of its body, and which of them are personal and kept under the person’s own key.',
    byRoom(rooms, (room) => {
      const types = new Map(room.verbs.flatMap((verb) => verb.facts).map((type) => [type.name, type]));
      const own = [...types.values()]
        .filter(({ name }) => name.startsWith(`${room.name}.`))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
      return table(
        ['Fact', 'Title', 'Body', 'Personal', 'Said by'],
        own.map((type) => [
          code(type.name),
          both(type.title),
          codes(fieldsOf(type.body as z.ZodType)),
          codes(type.personal),
          codes(room.verbs.filter((verb) => verb.facts.some(({ name }) => name === type.name)).map(({ name }) => name)),
        ]),
      );
    }),
  );
}

function refusals(rooms: readonly DeclaredRoom[]): string {
  return page(
    'Refusals',
    'What an official reads when something cannot be done. A room may use the kernel’s words as well as its own.',
    byRoom(rooms, (room) =>
      table(
        ['Code', '中文', 'English', 'Returned by'],
        Object.entries(room.refusals)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, words]) => [
            code(name),
            words.zh,
            words.en,
            codes(room.verbs.filter((verb) => verb.refusals.includes(name)).map((verb) => verb.name)),
          ]),
      ),
    ),
  );
}

interface WrittenStandard {
  readonly title: Words;
  readonly kind?: string;
  readonly unit: string | Record<string, string>;
  readonly bound: string | Record<string, string>;
  readonly values?: Record<
    string,
    { source: { document: string; number?: string; article?: string }; confidence?: string }
  >;
}
const oneOrMany = (value: string | Record<string, string>): string =>
  typeof value === 'string' ? value : [...new Set(Object.values(value))].join(', ');

function messages(rooms: readonly DeclaredRoom[]): string {
  const collects = rooms.flatMap(({ room }) => room.collects ?? []);
  const tells = rooms.flatMap(({ room }) => room.tells ?? []);
  return page(
    'Messages of devices',
    [
      'What a device may send by MQTT 3.1.1 (`OPENGOA_MQTT`), or through a broker of the office (`OPENGOA_MQTT_BROKER`).',
      'It signs in with the name of its account and its machine key (`opengoa keys create`), publishes with QoS 1, and is acknowledged after the commit.',
      '`{device}` is the account’s name or id. Sent twice, a message counts once. One that nobody can take is parked with its reason and acknowledged;',
      'one that could not be kept just then is not acknowledged, and the line is cut: the device connects again and sends it again.',
      'A device may subscribe to what the program tells it, under its own name and in a session that is not kept (clean); retained messages and wills are not served. Limits: [collecting](../../kernel/standards/data/collecting.yaml).',
    ].join('\n'),
    [...collects, ...tells]
      .map((each) =>
        [
          `## ${code(each.topic)}\n`,
          each.kind === 'collect'
            ? `${both(each.title)}, kept by ${code(each.verb)}.\n`
            : `${both(each.title)}: sent **by the program** to the device, with QoS 1 and at least once.\n`,
          `${each.about.zh}\n\n${each.about.en}\n`,
          `\`\`\`json\n${JSON.stringify(each.example)}\n\`\`\`\n`,
          `Shape (JSON Schema):\n`,
          `\`\`\`json\n${JSON.stringify(z.toJSONSchema(each.payload as z.ZodType, { unrepresentable: 'any', io: 'input' }), null, 1)}\n\`\`\`\n`,
        ].join('\n'),
      )
      .join('\n'),
  );
}

async function standards(house: House): Promise<string> {
  const rows = (await findStandards(house.root)).map(({ path, text }) => {
    const file = parse(text) as WrittenStandard;
    const sources = Object.entries(file.values ?? {}).map(
      ([from, { source, confidence }]) =>
        `${from}: ${[source.document, source.number, source.article].filter(Boolean).join(' ')}${confidence ? ` (${confidence})` : ''}`,
    );
    return [
      `[${path
        .split('/')
        .at(-1)!
        .replace(/\.ya?ml$/, '')}](../../${path})`,
      both(file.title),
      file.kind ?? 'rule',
      oneOrMany(file.unit),
      oneOrMany(file.bound),
      sources.join('; '),
    ];
  });
  return page(
    'Standards',
    'Limits set by rules, as data: what holds from which day, and by which paper. *confirmed* may block, *single-source* warns, *recalled* informs. A project default is a value of our own and says so.',
    table(['File', 'Title', 'Kind', 'Unit', 'Bound', 'From, source'], rows),
  );
}

async function kits(house: House): Promise<string> {
  const folders = (await findKits(house.root)).toSorted();
  const loaded = await Promise.all(folders.map((folder) => loadKit(folder)));
  return page(
    'Risk kits',
    'What the risk centre looks for. A finding is an anomaly to be verified (待核实异常), never a verdict.',
    table(
      ['Kit', 'Question', 'State', 'Indicators', 'Source', 'Standards'],
      loaded.map((kit) => [
        code(kit.id),
        both(kit.question),
        kit.state,
        kit.indicators.join(', '),
        [kit.article.document, kit.article.number, kit.article.article].filter(Boolean).join(' '),
        codes([...new Set(Object.values(kit.standards).map(({ id }) => id))]),
      ]),
    ),
  );
}

function views(house: House, rooms: readonly DeclaredRoom[]): string {
  const lists = rooms.flatMap(({ room }) => room.reads.flatMap((read) => (read.kind === 'list' ? [read] : [])));
  const rows = house.paths
    .filter(
      (path) => /\/migrations\/[^/]+\.sql$/.test(path) && !path.includes('/testing/') && !path.includes('/templates/'),
    )
    .flatMap((path) =>
      [...house.read(path).matchAll(/^create (?:or replace )?view\s+([\w.]+)/gim)].map((match) => ({
        view: match[1]!,
        path,
      })),
    );
  const last = new Map(rows.map((row) => [row.view, row]));
  return page(
    'Published views',
    'What other rooms and reports may read. The database’s policies hold in them too: they run with their reader’s rights.',
    table(
      ['View', 'Declared in', 'Lists'],
      [...last.values()]
        .toSorted((a, b) => (a.view < b.view ? -1 : 1))
        .map(({ view, path }) => [
          code(view),
          `[${path}](../../${path})`,
          codes(lists.filter((list) => list.view === view).map(({ name }) => name)),
        ]),
    ),
  );
}

function cryptography(): string {
  return page(
    'Cryptography',
    'Every use of cryptography by the program, from the list of purposes that its one door works by. The keys of a node, with the day each is due, are shown by the program itself.',
    table(
      ['Purpose', 'Title', 'International', 'National', 'Life, days', 'Owner'],
      cryptoInventory().map(({ purpose, title, algorithm, lifeDays, owner }) => [
        code(purpose),
        both(title),
        algorithm.international,
        algorithm.national,
        lifeDays === 0 ? '' : String(lifeDays),
        both(owner),
      ]),
    ),
  );
}

const contents: readonly (readonly [string, string])[] = [
  ['verbs.md', 'what can be done, by whom, and what it leaves'],
  ['reads.md', 'what can be asked'],
  ['facts.md', 'what the Record holds'],
  ['refusals.md', 'what is said when something cannot be done'],
  ['standards.md', 'limits, with their sources'],
  ['kits.md', 'what the risk centre looks for'],
  ['views.md', 'what other rooms and reports may read'],
  ['columns.md', 'what is kept of whom: class, level, mark, owner, purpose, retention'],
  ['messages.md', 'what devices may send, under which topic'],
  ['cryptography.md', 'algorithms, keys, purposes, lives, owners'],
  ['bill-of-materials.cdx.json', 'every package, with hash and licence (CycloneDX 1.6)'],
];

/** The typed client's files, from the contract that these rooms publish, written as the house writes. */
async function client(house: House, rooms: readonly DeclaredRoom[]): Promise<Map<string, string>> {
  if (rooms.length === 0) return new Map();
  const contract = publishedContract(rooms.map(({ room }) => room)) as unknown as Contract;
  const folderOf = (name: string) => rooms.find(({ room }) => room.name === name)!.folder;
  const { ignorePatterns: _not, ...style } = JSON.parse(house.read('.oxfmtrc.json')) as Record<string, unknown>;
  return clientFiles(contract, folderOf, style);
}

/** Every page of docs/reference and the pages' typed client, by path, made from the rooms without a database. */
export async function referencePages(house: House): Promise<ReadonlyMap<string, string>> {
  const rooms = (await roomsOf(house)).toSorted((a, b) =>
    a.folder === 'kernel' ? -1 : b.folder === 'kernel' ? 1 : a.folder < b.folder ? -1 : 1,
  );
  const at = (name: string) => `docs/reference/${name}`;
  return new Map([
    [
      at('README.md'),
      page(
        'Reference',
        'Made from the code; `npm run check` fails when a page is stale.',
        contents.map(([name, what]) => `- [${name}](${name}): ${what}`).join('\n') + '\n',
      ),
    ],
    [at('verbs.md'), verbs(rooms)],
    [at('reads.md'), reads(rooms)],
    [at('facts.md'), facts(rooms)],
    [at('refusals.md'), refusals(rooms)],
    [at('standards.md'), await standards(house)],
    [at('kits.md'), await kits(house)],
    [at('views.md'), views(house, rooms)],
    [at('columns.md'), columnsPage(house)],
    [at('messages.md'), messages(rooms)],
    [at('cryptography.md'), cryptography()],
    [billPath, billOfMaterials(house)],
    ...(await client(house, rooms)),
    await initialsFile(),
  ]);
}
