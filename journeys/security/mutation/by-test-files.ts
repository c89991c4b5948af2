import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import type { TestCluster } from '../../../kernel/testing/cluster.ts';
import { house } from './sources.ts';

const config = join(import.meta.dirname, 'vitest.config.ts');
const vitest = join(house, 'node_modules/vitest/vitest.mjs');

/** What a run of the tests is told beside its files: a check of the sources, or a statement for the template, that is taken away. */
export interface Without {
  readonly check?: string;
  readonly statement?: string;
  readonly play?: string;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs test files over the switched sources, in a process of its own. */
export async function runFiles(
  files: readonly string[],
  cluster: TestCluster,
  without: Without,
): Promise<{ failed: { file: string; title: string } | null; ran: boolean; says: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'opengoa-without-'));
  const report = join(folder, 'report.json');
  const args = [vitest, 'run', '--config', config, '--reporter=json', `--outputFile=${report}`, ...files];
  const says = await new Promise<string>((done, fault) => {
    const child = spawn(process.execPath, args, {
      cwd: house,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        OPENGOA_CLUSTER: JSON.stringify(cluster),
        ...(without.check ? { OPENGOA_WITHOUT: without.check } : {}),
        ...(without.statement ? { OPENGOA_WITHOUT_SQL: without.statement } : {}),
        ...(without.play ? { OPENGOA_PLAY: without.play } : {}),
      },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()));
    child.once('error', fault);
    child.once('close', () => done(text.slice(-4_000)));
  });
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    // Files that were called off after the first failure are told as failed too, without a word.
    const failing = (each: Report['testResults'][number]) =>
      each.assertionResults.find(({ status }) => status === 'failed');
    const bad = testResults.find(
      (each) => failing(each) !== undefined || (each.status === 'failed' && each.message !== ''),
    );
    const title = (bad && failing(bad)?.fullName) ?? bad?.message.split('\n')[0] ?? '';
    return { failed: bad ? { file: bad.name, title } : null, ran: testResults.length > 0, says };
  } catch {
    return { failed: null, ran: false, says };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const most = 8;
/** Verbs, reads, rights and the stepping in are one machine: what is wrong in one is seen in the others' tests. */
const core = /^kernel\/(?:reads|rights|verbs|database)\//;
/** Of a rank like this a test has nothing to do with it. */
const far = 99;
const texts = new Map<string, string>();
const textOf = (file: string): string => {
  const known = texts.get(file) ?? readFileSync(join(house, file), 'utf8');
  texts.set(file, known);
  return known;
};

const filesOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: house, exclude: (name) => name === 'node_modules' })
    .map((name) => name.split(sep).join('/'))
    .toSorted();

/** Too long for one check, or about something else: whole towns, browsers, clusters that are killed. */
const notThese =
  /^(?:journeys\/(?:browser|program)\/|journeys\/security\/(?:mutation\/|isolation-matrix|long-run|table-walls)|scripts\/|host\/(?:postgres|backup)\/|bench\/|web\/|demo\/|checks\/)/;
const testFiles = (): string[] =>
  filesOf('{kernel,domains,risk-centre,service-cloud,host,journeys}/**/*.test.ts').filter(
    (file) => !notThese.test(file),
  );

/** The tests nearest to a source: of its folder, then those that name it, then those of its room on a real database. */
export function testsNear(source: string): string[] {
  const name = basename(source, '.ts');
  const room = source
    .split('/')
    .slice(0, source.startsWith('domains/') ? 2 : 1)
    .join('/');
  const rank = (file: string): number => {
    if (textOf(file).includes(`/${name}.ts'`)) return 0;
    if (source.startsWith('host/http/'))
      return /^journeys\/security\/(?:front-door|input|operation)\.test\.ts$/.test(file) ||
        dirname(file) === dirname(source)
        ? 0
        : far;
    if (dirname(file) === dirname(source))
      return basename(file).startsWith(`${name}.`) ? 0 : file.endsWith('.db.test.ts') ? 1 : 4;
    if (textOf(file).includes(`.${name}'`)) return 2;
    if (core.test(source) && core.test(file) && file.endsWith('.db.test.ts')) return 3;
    // A room's walls are tested for all of it.
    if (file.startsWith(`${room}/`) && file.endsWith('walls.db.test.ts')) return 1;
    return room !== 'kernel' && file.startsWith(`${room}/`) && file.endsWith('.db.test.ts') ? 3 : far;
  };
  return nearest(rank);
}

/** The tests nearest to something of the database: those that name it, then those near the sources that name it. */
export function testsNaming(name: string): string[] {
  const bare = new RegExp(`\\b${name.replace('.', '\\.')}\\b`);
  const sources = filesOf('{kernel,domains,risk-centre,host}/**/*.ts').filter(
    (file) => !file.endsWith('.test.ts') && bare.test(textOf(file)),
  );
  const near = new Map(sources.flatMap((source) => testsNear(source).map((file, place) => [file, place + 2] as const)));
  const isWall = /(?:walls|catalogue|record|officers|sessions|sign-in)\.db\.test\.ts$/;
  return nearest((file) =>
    !file.endsWith('.db.test.ts')
      ? far
      : bare.test(textOf(file))
        ? 0
        : (near.get(file) ?? (isWall.test(file) ? 20 : far)),
  ).filter((file) => file.endsWith('.db.test.ts'));
}

function nearest(rank: (file: string) => number): string[] {
  return testFiles()
    .map((file) => ({ file, at: rank(file) }))
    .filter(({ at }) => at < far)
    .toSorted((a, b) => a.at - b.at || a.file.length - b.file.length)
    .slice(0, most)
    .map(({ file }) => file);
}
