/**
 * `npm run new`: a domain, a verb, a standard or a risk kit from templates. What it leaves passes `npm run check` and its tests, and is
 * meant to be changed at once.
 *
 *     npm run new domain archives file -- --zh 档案管理 --en Archives
 *     npm run new verb archives.lend-file -- --zh 借阅
 *     npm run new standard archives.loan-period -- --zh 借期
 *     npm run new risk archives.loan-overdue -- --zh 逾期未还
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { editFile, withEntry, withImport } from './new/enter-room.ts';
import { fill, NewRefused, writeTemplate, type Filling } from './new/fill-template.ts';
import { readFileSync } from 'node:fs';
import { joinWorkspaces } from './new/join-workspaces.ts';
import { camel, factOf, isName, pascal, plural, spoken } from './new/names.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const templates = join(root, 'scripts', 'templates');

const usage = `npm run new domain <room> [<noun>]        一个新的业务域 · a new office
npm run new verb <room>.<verb-noun>       一个新的动作 · a new verb
npm run new standard <room>.<name>        一个新的标准 · a new standard
npm run new risk <room>.<name>            一个新的风险 · a new risk kit
  -- --zh 中文名 --en "English title" --nouns <plural> --fact <NounPast>`;

interface Options {
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
  readonly nouns?: string | undefined;
  readonly fact?: string | undefined;
}

/** Names go into code and SQL, titles into quoted text: neither may end the quotes. */
function checked(name: string, what: string): string {
  if (!isName(name))
    throw new NewRefused(
      `${what} 须为小写英文与连字符，如 lend-file，而不是 “${name}”。Lower case words with hyphens.`,
    );
  return name;
}

function titles(options: Options, name: string): { zh: string; en: string } {
  const { zh = spoken(name), en = spoken(name) } = options;
  if (/['"{}\n]/.test(zh + en))
    throw new NewRefused('名称中不能有引号、花括号或换行。A title holds no quotes, braces or line breaks.');
  return { zh, en };
}

/** The folder of a room by its name: an office below domains/, or a platform beside it. */
function roomFolder(name: string): string {
  const folder = [`domains/${checked(name, '业务域')}`, name].find((each) => existsSync(join(root, each, 'domain.ts')));
  if (!folder) throw new NewRefused(`没有 ${name} 这个业务域，可先 npm run new domain ${name}。There is no such room.`);
  return folder;
}

const halves = (name: string | undefined): [string, string] => {
  const [room = '', rest = ''] = (name ?? '').split('.');
  if (!room || !rest) throw new NewRefused(usage);
  return [room, rest];
};

function newDomain([name, given]: readonly string[], options: Options): string[] {
  if (!name) throw new NewRefused(usage);
  const room = checked(name, '业务域');
  const noun = checked(given ?? 'entry', '名词');
  const nouns = checked(options.nouns ?? plural(noun), '名词复数');
  const folder = `domains/${room}`;
  if (existsSync(join(root, folder, 'domain.ts'))) throw new NewRefused(`${folder} 已存在。It is there already.`);
  const filling: Filling = {
    room,
    roomCamel: camel(room),
    schema: room.replaceAll('-', '_'),
    noun,
    nouns,
    noun_: noun.replaceAll('-', '_'),
    nounCamel: camel(noun),
    nounsCamel: camel(nouns),
    nounWords: spoken(noun),
    Noun: pascal(noun),
    ...titles(options, room),
  };
  const made = writeTemplate(join(templates, 'domain'), join(root, folder), filling);
  joinWorkspaces(root, folder);
  return made;
}

/** Where a verb on this noun lives: beside the noun's other files, or in a folder of its own. */
function folderOfNoun(room: string, noun: string): string {
  const folders = readdirSync(join(root, room), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const beside = folders.find(({ name }) => name === plural(noun) || existsSync(join(root, room, name, `${noun}.ts`)));
  return beside?.name ?? plural(noun);
}

function newVerb([name]: readonly string[], options: Options): string[] {
  const [roomName, given] = halves(name);
  const verb = checked(given, '动作');
  if (!verb.includes('-')) throw new NewRefused(`动作须为“动词-名词”，如 lend-file。A verb is named verb-noun.`);
  const room = roomFolder(roomName);
  const noun = verb.split('-').slice(1).join('-');
  const folder = folderOfNoun(room, noun);
  const inParts = /\bparts: \[/.test(readFileSync(join(root, room, 'domain.ts'), 'utf8'));
  const filling: Filling = {
    room: roomName,
    verb,
    verbCamel: camel(verb),
    Verb: pascal(verb),
    noun,
    clerk: inParts ? `${roomName}-clerk` : 'clerk',
    partCamel: camel(folder),
    Fact: options.fact ?? factOf(verb),
    ...titles(options, verb),
  };
  const begun = inParts ? beginPart(room, folder, filling) : [];
  const contract = join(root, room, inParts ? folder : '', 'contract.ts');
  const written = readFileSync(contract, 'utf8');
  if (!/\bfactType\b/.test(written) || !/import \{[^}]*\bz\b/.test(written))
    throw new NewRefused(`${contract} 未引入 factType 与 z。It imports neither factType nor z.`);
  const made = writeTemplate(join(templates, 'verb'), join(root, room, folder), filling);
  editFile(
    contract,
    (text) => `${text.trimEnd()}\n${fill(readFileSync(join(templates, 'verb', 'contract.ts.add'), 'utf8'), filling)}`,
  );
  const { verbCamel = '' } = filling;
  const brings = inParts ? join(root, room, folder, 'part.ts') : join(root, room, 'domain.ts');
  const from = inParts ? `./${verb}.ts` : `./${folder}/${verb}.ts`;
  editFile(brings, (text) =>
    withEntry(
      withEntry(withImport(text, `import { ${verbCamel}, ${verbCamel}Saves } from '${from}';`), 'verbs', verbCamel),
      'saves',
      `...${verbCamel}Saves`,
    ),
  );
  return [...begun, ...made, contract, brings];
}

/** A folder that brings nothing yet gets its part, and its room names it. */
function beginPart(room: string, folder: string, filling: Filling): string[] {
  const at = join(root, room, folder);
  if (existsSync(join(at, 'part.ts'))) return [];
  const made = writeTemplate(join(templates, 'part'), at, filling);
  const domain = join(root, room, 'domain.ts');
  const name = camel(folder);
  editFile(domain, (text) =>
    withEntry(withImport(text, `import { ${name} } from './${folder}/part.ts';`), 'parts', name),
  );
  return [...made, domain];
}

function newStandard([name]: readonly string[], options: Options): string[] {
  const [room, standard] = halves(name);
  const filling = { room, name: checked(standard, '标准'), ...titles(options, standard) };
  return writeTemplate(join(templates, 'standard'), join(root, roomFolder(room), 'standards'), filling);
}

function newRisk([name]: readonly string[], options: Options): string[] {
  const [room, risk] = halves(name);
  const filling = { room, name: checked(risk, '风险'), Name: pascal(risk), ...titles(options, risk) };
  return writeTemplate(join(templates, 'risk'), join(root, roomFolder(room), 'risks', risk), filling);
}

const kinds: Readonly<Record<string, (names: readonly string[], options: Options) => string[]>> = {
  domain: newDomain,
  verb: newVerb,
  standard: newStandard,
  risk: newRisk,
};

/** Runs a tool of the house on what was made; a tool that fails is reported, the files stay. */
function then(what: string, ...args: string[]): void {
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) console.error(`${what}: ${done.stderr || done.stdout}`);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      zh: { type: 'string' },
      en: { type: 'string' },
      nouns: { type: 'string' },
      fact: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [kind = '', ...names] = positionals;
  const make = kinds[kind];
  if (values.help || !make) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 1;
  } else {
    const made = make(names, values).map((path) => relative(root, path));
    then('oxfmt', join(root, 'node_modules/oxfmt/bin/oxfmt'), ...made);
    then('reference', join(root, 'scripts/reference.ts'));
    for (const path of made) console.log(path);
  }
} catch (error) {
  if (!(error instanceof NewRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
