import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rawZip, workbookEntries } from '../exchange/testing/raw-zip.ts';
import { temporaryFiles } from '../exchange/testing/temporary-files.ts';
import { newId, type Id } from '../id.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { attachmentHeaders, attachmentName, previewHeaders } from './attachment-headers.ts';
import { checkedContent } from './file-desk.ts';
import { type Disk, disk, FileFolder } from './file-folder.ts';
import { type KeptUpload, labelOf, receiveUpload, type Scan } from './receive-upload.ts';
import { sweepFiles } from './sweep-files.ts';
import type { UploadPoint } from './upload-point.ts';

const { folder: temporary } = temporaryFiles();
let count = 0;
async function newFolder(onDisk: Disk = disk): Promise<FileFolder> {
  count += 1;
  const root = join(temporary, `data-${count}`, 'files');
  await mkdir(root, { recursive: true });
  const folder = new FileFolder(root, onDisk);
  await folder.prepare();
  return folder;
}

const point: UploadPoint = {
  name: 'library.scan',
  kinds: ['pdf', 'png', 'xlsx', 'text'],
  maxBytes: 100_000,
  personBytes: 1_000_000,
  unitBytes: 10_000_000,
  pixels: 1_000_000,
};
const pdf = Buffer.from('%PDF-1.7\nhello');
async function* pieces(...all: (Buffer | Error)[]): AsyncGenerator<Buffer> {
  for (const piece of all) {
    if (piece instanceof Error) throw piece;
    yield piece;
  }
}
const bring = (folder: FileFolder, content: AsyncIterable<Buffer>, name = '扫描件.pdf', scan?: Scan) =>
  receiveUpload(folder, point, { name, content }, scan);
const kept = (answer: KeptUpload | Refusal): KeptUpload => {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
};
const everything = (folder: FileFolder): string[] =>
  readdirSync(folder.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const none = async (): Promise<ReadonlySet<Id>> => new Set();

const told = (path: string) =>
  path
    .split('/')
    .slice(-2)
    .map((part) => (part.length > 20 ? 'id' : part.length === 2 ? 'xx' : part))
    .join('/');
const down = () => Promise.reject(new Error('no connection'));

describe('bringing a file in', () => {
  test('it lies under its id with its bytes, hash and kind; the name is a label', async () => {
    const folder = await newFolder();
    const file = kept(await bring(folder, pieces(pdf.subarray(0, 3), pdf.subarray(3))));
    expect(file).toMatchObject({
      name: '扫描件.pdf',
      kind: 'pdf',
      mediaType: 'application/pdf',
      bytes: pdf.length,
      scan: 'unscanned',
    });
    expect(readFileSync(folder.pathOf(file.id))).toEqual(pdf);
    expect(everything(folder)).toEqual([file.id]);
    const read: Buffer[] = [];
    for await (const piece of checkedContent(folder.pathOf(file.id), file.sha256)) read.push(piece);
    expect(Buffer.concat(read)).toEqual(pdf);
  });

  test('bytes that were changed on the disk are found when they are read', async () => {
    const folder = await newFolder();
    const file = kept(await bring(folder, pieces(pdf)));
    await writeFile(folder.pathOf(file.id), 'changed');
    await expect(async () => {
      for await (const piece of checkedContent(folder.pathOf(file.id), file.sha256)) expect(piece).toBeDefined();
    }).rejects.toThrow('differ');
  });

  test.each([
    ['an empty file', Buffer.alloc(0), 'upload-empty'],
    ['one byte too many', Buffer.concat([pdf, Buffer.alloc(100_000)]), 'upload-too-large'],
    ['a kind that is not taken here', Buffer.from('a,b\n1,2\n'), 'upload-kind-refused'],
    ['a page named .pdf', Buffer.from('<html><script>'), 'upload-kind-refused'],
    ['a program', Buffer.from('MZ\u0090\0', 'latin1'), 'upload-kind-refused'],
    ['a legacy document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'upload-kind-refused'],
    [
      'a macro workbook',
      rawZip([...workbookEntries(''), { name: 'xl/vbaProject.bin', content: 'x' }]),
      'upload-kind-refused',
    ],
    ['an encrypted archive', rawZip([{ name: 'a', content: 'b', flags: 1 }]), 'upload-kind-refused'],
    [
      'a bomb',
      rawZip([...workbookEntries(''), { name: 'xl/a', content: Buffer.alloc(8_000_000) }]),
      'unpacks-too-large',
    ],
    ['a path in an archive', rawZip([{ name: '../a', content: 'b' }]), 'unsafe-archive'],
  ])('SEC-FI-01 SEC-FI-02 %s is refused by its content and leaves nothing behind', async (_, content, code) => {
    const folder = await newFolder();
    expect(await bring(folder, pieces(content))).toMatchObject({ code });
    expect(everything(folder)).toEqual([]);
  });

  test('SEC-FI-01 an archive beyond what its point allows is refused', async () => {
    const folder = await newFolder();
    const content = rawZip(workbookEntries(''));
    const narrow = { ...point, archive: { entries: 2, unpackedBytes: 1000 } };
    expect(await receiveUpload(folder, narrow, { name: 'a', content: pieces(content) })).toMatchObject({
      code: 'too-many-entries',
    });
    expect(kept(await bring(folder, pieces(content)))).toMatchObject({ kind: 'xlsx' });
  });

  test('a packed table is told from other archives by what it unpacks to', async () => {
    const folder = await newFolder();
    const tables = { ...point, kinds: ['csv.gz'] as const };
    const come = (content: Buffer) => receiveUpload(folder, tables, { name: 'a.csv.gz', content: pieces(content) });
    expect(kept(await come(gzipSync('a,b\n1,2\n')))).toMatchObject({ kind: 'csv.gz', mediaType: 'application/gzip' });
    expect(await come(gzipSync(pdf))).toMatchObject({ code: 'upload-kind-refused' });
    expect(await come(Buffer.from('1f8b08000000', 'hex'))).toMatchObject({ code: 'upload-kind-refused' });
  });

  test('SEC-FI-10 what the scanner objects to is not stored', async () => {
    const folder = await newFolder();
    expect(await bring(folder, pieces(pdf), 'a.pdf', async () => 'infected')).toMatchObject({ code: 'file-infected' });
    expect(everything(folder)).toEqual([]);
    expect(kept(await bring(folder, pieces(pdf), 'a.pdf', async () => 'clean')).scan).toBe('clean');
  });

  test('SEC-FI-07 bytes, then the name, then its folder are flushed before the file is called kept', async () => {
    const steps: string[] = [];
    const recording: Disk = {
      syncFile: async (path) => void (await disk.syncFile(path), steps.push(`flush ${told(path)}`)),
      syncFolder: async (path) => void (await disk.syncFolder(path), steps.push(`flush ${told(path)}`)),
      rename: async (from, to) => void (await disk.rename(from, to), steps.push(`${told(from)} -> ${told(to)}`)),
    };
    const folder = await newFolder(recording);
    steps.length = 0;
    kept(await bring(folder, pieces(pdf)));
    const root = told(folder.root);
    expect(steps).toEqual(['flush incoming/id', 'incoming/id -> xx/id', 'flush files/xx', `flush ${root}`]);
  });

  test('SEC-FI-07 an upload that breaks off is refused and leaves nothing behind', async () => {
    const folder = await newFolder();
    expect(await bring(folder, pieces(pdf, new Error('connection reset')))).toMatchObject({
      code: 'upload-broken-off',
    });
    expect(everything(folder)).toEqual([]);
  });

  test('a fault of the disk is a fault, and leaves nothing behind', async () => {
    const failing: Disk = { ...disk, syncFile: () => Promise.reject(new Error('EIO')) };
    const folder = await newFolder(failing);
    await expect(bring(folder, pieces(pdf))).rejects.toThrow('EIO');
    expect(everything(folder)).toEqual([]);
  });
});

describe('SEC-FI-07 the sweep', () => {
  const hour = 3_600_000;
  const old = async (path: string) => utimes(path, new Date(Date.now() - 2 * hour), new Date(Date.now() - 2 * hour));

  test('SEC-FI-07 what interrupted uploads left goes, what is young or known stays', async () => {
    const folder = await newFolder();
    const [known, lost] = [kept(await bring(folder, pieces(pdf))), kept(await bring(folder, pieces(pdf)))];
    const young = kept(await bring(folder, pieces(pdf)));
    const [broken, onItsWay] = [newId(), newId()];
    await writeFile(folder.incomingOf(broken), 'half');
    await writeFile(folder.incomingOf(onItsWay), 'half');
    await writeFile(join(folder.root, 'README'), 'not ours');
    for (const path of [folder.pathOf(known.id), folder.pathOf(lost.id), folder.incomingOf(broken)]) await old(path);
    const report = await sweepFiles(folder, async () => new Set([known.id]), {
      now: Date.now(),
      olderThanMillis: hour,
    });
    expect(report).toEqual({ lying: 5, brokenOff: 1, unknown: 1 });
    expect(everything(folder).toSorted()).toEqual([known.id, young.id, onItsWay, 'README'].toSorted());
  });

  test('SEC-FI-07 a store that cannot answer keeps everything', async () => {
    const folder = await newFolder();
    const file = kept(await bring(folder, pieces(pdf)));
    await old(folder.pathOf(file.id));
    await expect(sweepFiles(folder, down, { now: Date.now(), olderThanMillis: hour })).rejects.toThrow('no connection');
    expect(existsSync(folder.pathOf(file.id))).toBe(true);
    expect(await sweepFiles(folder, none, { now: Date.now(), olderThanMillis: hour })).toMatchObject({ unknown: 1 });
  });
});

describe('SEC-FI-05 names are labels', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\报告.docx', '报告.docx'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['..', 'file'],
    ['', 'file'],
    ['  ', 'file'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`],
    ['\ud800x', '\ufffdx'],
  ])('SEC-FI-05 %j becomes the label %j', (name, label) => {
    expect(labelOf(name)).toBe(label);
  });

  test('SEC-FI-05 nothing but an id of this program leads to a path', async () => {
    const folder = await newFolder();
    for (const bad of ['../x', 'a', '', `${newId()}/..`, newId().toUpperCase()])
      expect(() => folder.pathOf(bad)).toThrow(RangeError);
    const inside = fc.property(fc.string(), (text) => {
      try {
        return folder.pathOf(text).startsWith(`${folder.root}/`);
      } catch (error) {
        return error instanceof RangeError;
      }
    });
    expect(fc.check(inside)).toMatchObject({ failed: false });
  });
});

describe('SEC-FI-06 how a file is given out', () => {
  test('SEC-FI-06 as an attachment, not sniffed, in a sandbox, kept by nobody', () => {
    expect(attachmentHeaders({ name: '报告 1.pdf', mediaType: 'application/pdf', bytes: 5 })).toEqual({
      'content-type': 'application/pdf',
      'content-length': '5',
      'content-disposition': `attachment; filename="__ 1.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%201.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    });
  });

  test('SEC-FI-06 a PDF in one of our own pages: told to be a PDF, framed by us alone, running and reaching nothing', () => {
    const shown = previewHeaders({ name: '报告 1.pdf', bytes: 5 });
    expect(shown).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="__ 1.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%201.pdf`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
    expect(shown['content-security-policy']).toContain("default-src 'none'");
    expect(shown['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(shown['content-security-policy']).not.toContain('script-src');
  });

  test.each(['text/html', 'image/svg+xml', 'application/javascript', 'a\r\nset-cookie: x'])(
    'SEC-FI-06 %j is never said to a browser',
    (mediaType) => {
      expect(attachmentHeaders({ name: 'a', mediaType, bytes: 1 })['content-type']).toBe('application/octet-stream');
    },
  );

  test('SEC-FI-06 no name can end the field, begin another or be lost', () => {
    const safe = fc.property(fc.string({ unit: 'binary' }), (name) => {
      const field = attachmentName(name);
      const [, plain, full] =
        /^attachment; filename="([^"\\%;]*)"; filename\*=UTF-8''([A-Za-z0-9%._~!-]*)$/.exec(field) ?? [];
      return (
        plain !== undefined &&
        full !== undefined &&
        /^[\x20-\x7e]*$/.test(field) &&
        decodeURIComponent(full) === name.toWellFormed()
      );
    });
    expect(fc.check(safe, { numRuns: 500 })).toMatchObject({ failed: false });
  });
});
