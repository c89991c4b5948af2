import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '@opengoa/kernel';
import { FileFolder, openFile, openTalkFile, type Scan, storeUpload } from '@opengoa/kernel/files';
import { house, type CastName, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../../domains/vehicles/domain.ts';

let at: House;
let trip: string;
let other: string;
let files: FileFolder;
const root = mkdtempSync(join(tmpdir(), 'opengoa-talk-'));
const now = new Date('2026-03-05T09:00:00+08:00');
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const point = () =>
  at.kernel.rooms.flatMap(({ uploads = [] }) => uploads).find(({ name }) => name === 'kernel.comment-file')!;

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  files = new FileFolder(root);
  await files.prepare();
  const plan = {
    purpose: '预算执行调研',
    use: 'general-affairs',
    from: '临江市财政局',
    to: '石桥县',
    startsAt: '2026-03-10T08:00:00+08:00',
    endsAt: '2026-03-10T17:30:00+08:00',
    people: 4,
    distanceKm: 86,
    crossCity: false,
  };
  const ask = async () => (await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string };
  [{ trip }, { trip: other }] = [await ask(), await ask()];
});
afterAll(async () => {
  await at?.close();
  rmSync(root, { recursive: true, force: true });
});

const clean: Scan = async () => 'clean';
async function bring(name: CastName, scan?: Scan): Promise<string> {
  const stored = await storeUpload(at.kernel, files, {
    actor: at.as(name).actor,
    point: point(),
    name: '现场.pdf',
    content: (async function* once() {
      yield Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    })(),
    ...(scan ? { scan } : {}),
  });
  if (isRefusal(stored)) throw new Error(stored.code);
  return stored.id;
}
const write = (name: CastName, brought: readonly string[], id = trip) =>
  at.as(name).run('kernel.write-comment', { kind: 'vehicles.trip', id, text: '见附件', files: brought });
const fetched = async (name: CastName, id: string, of = trip, talk = 'vehicles.trip') =>
  code(await openTalkFile(at.kernel, files, { actor: at.as(name).actor, id, talk, of }));
const shown = async (name: CastName) =>
  (
    (await at.as(name).read('kernel.comments', { kind: 'vehicles.trip', id: trip })) as {
      comments: { id: string; files: { id: string; name: string; scan: string; sha256: string }[] }[];
    }
  ).comments.flatMap((comment) => comment.files);

test('A12 a file beside a comment is shown and given to exactly those who see the comment', async () => {
  const file = await bring('周敏', clean);
  expect(code(await write('周敏', [file]))).toBe('done');
  for (const name of ['周敏', '何涛', '吴调度'] as const) {
    expect(await shown(name), name).toMatchObject([{ id: file, name: '现场.pdf', scan: 'clean' }]);
    expect(await fetched(name, file), name).toBe('done');
  }
  // 陈局 leads the unit of whoever brought it, and the others see neither the trip nor the file: a role opens nothing here.
  for (const name of ['石会计', '孙师傅', '系统员', '钱能耗'] as const) {
    expect(await fetched(name, file), name).toBe('not-found');
    expect((await shown(name)).length, name).toBe(0);
  }
  const byRole = { id: file, who: [], readersOf: () => point().readers, unscannedToOthers: () => true };
  expect(code(await openFile(at.kernel, files, { ...byRole, actor: at.as('何涛').actor }))).toBe('not-found');
  // By the trip it stands beside, and by no other thing.
  expect(await fetched('何涛', file, other)).toBe('not-found');
  expect(await fetched('何涛', file, trip, 'vehicles.vehicle')).toBe('not-found');
});

test('A12 only one’s own, brought for this, and once; nothing is said where one of them is not', async () => {
  const theirs = await bring('何涛', clean);
  expect(code(await write('周敏', [theirs]))).toBe('not-found');
  const taken = (await shown('周敏'))[0]!.id;
  expect(code(await write('周敏', [taken]))).toBe('not-found');
  expect(await shown('周敏')).toHaveLength(1);
  expect(code(await write('何涛', [theirs, theirs]))).toBe('done');
  expect(await shown('周敏')).toHaveLength(2);
});

test('A12 one that no scanner has seen is its bringer’s alone, and that of a struck comment nobody’s', async () => {
  const unseen = await bring('周敏');
  const written = await write('周敏', [unseen]);
  if (isRefusal(written)) throw new Error(written.code);
  expect(await fetched('周敏', unseen)).toBe('done');
  expect(await fetched('何涛', unseen)).toBe('file-not-scanned');
  const file = await bring('何涛', clean);
  const said = await write('何涛', [file]);
  if (isRefusal(said)) throw new Error(said.code);
  expect(await fetched('周敏', file)).toBe('done');
  await at.as('何涛').does('kernel.strike-comment', { comment: (said.result as { comment: string }).comment });
  expect(await fetched('周敏', file)).toBe('not-found');
  expect((await shown('周敏')).map(({ id }) => id)).not.toContain(file);
});
