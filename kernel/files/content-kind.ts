import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { Refused } from '../refusal.ts';
import { kindOf } from '../exchange/file-kind.ts';
import { readBudget } from '../exchange/read-budget.ts';
import { openJudgedZip } from '../exchange/zip-directory.ts';
import type { ContentKind, UploadPoint } from './upload-point.ts';

export type Recognised =
  | ContentKind
  | 'encrypted'
  | 'macro'
  | 'legacy-office'
  | 'archive'
  | 'program'
  | 'markup'
  | 'unknown';

/**
 * What a file is, by its bytes alone (SEC-FI-01). Archives are opened by their directory only, and only as far as the
 * upload point allows (SEC-FI-02).
 * @throws Refused for an archive that is not plain, small and honest
 */
export async function contentKind(path: string, point: UploadPoint): Promise<Recognised> {
  const head = await headOf(path);
  switch (kindOf(head)) {
    case 'pdf':
      return 'pdf';
    case 'image':
      return imageKind(head);
    case 'zip':
      return officeKind(path, point);
    case 'ole':
      return 'legacy-office';
    case 'text':
      return looksTabular(head) ? 'csv' : 'text';
    case 'archive':
      return packedText(head) ? 'csv.gz' : 'archive';
    case 'program':
      return 'program';
    case 'markup':
      return 'markup';
    default:
      return isWebp(head) ? 'webp' : 'unknown';
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const imageKind = (head: Buffer): ContentKind => {
  if (head[0] === 0x89) return 'png';
  return head[0] === 0xff ? 'jpeg' : 'gif';
};

const isWebp = (head: Buffer): boolean =>
  head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';

const looksTabular = (head: Buffer): boolean => {
  const [first = '', second = ''] = head.toString('latin1').split('\n');
  return /[,;\t]/.test(first) && (second === '' || /[,;\t]/.test(second));
};

/** Whether the first bytes unpack to text; whoever reads it on bounds what comes out (SEC-FI-02). */
function packedText(head: Buffer): boolean {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return false;
  try {
    const opened = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8 * 1_048_576 });
    return kindOf(opened.subarray(0, 4096)) === 'text';
  } catch {
    return false;
  }
}

async function officeKind(path: string, point: UploadPoint): Promise<Recognised> {
  let zip;
  try {
    zip = await openJudgedZip(path, { ...readBudget, ...point.archive });
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'encrypted-file') return 'encrypted';
    throw error;
  }
  zip.close();
  const { names } = zip;
  if ([...names].some((name) => /vbaProject|macrosheets|activeX/i.test(name))) return 'macro';
  if (names.has('OFD.xml')) return 'ofd';
  if (!names.has('[Content_Types].xml')) return 'archive';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('word/document.xml')) return 'docx';
  return names.has('ppt/presentation.xml') ? 'pptx' : 'archive';
}
