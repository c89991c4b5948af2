import { fileRefused } from './file-refusals.ts';
import type { Detected, RawRow } from './raw-table.ts';
import type { ReadBudget } from './read-budget.ts';
import { type NoticeBoard, sheetRows } from './read-worksheet.ts';
import { strictText } from './strict-text.ts';
import { attributeOf, decodeXml, type XmlEvents, XmlScanner } from './xml-scanner.ts';
import { type JudgedZip, openJudgedZip } from './zip-directory.ts';

/** What a workbook says about itself before its rows. */
interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly visible: boolean }[];
  readonly dates1904: boolean;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
}

export interface OpenWorkbook {
  readonly detected: Detected & { readonly format: 'xlsx' };
  rows(): AsyncGenerator<RawRow[]>;
  close(): void;
}

/**
 * Opens an xlsx workbook (ECMA-376 part 1) and reads one sheet row by row: the named one, else the first visible.
 * @throws Refused when the archive or its XML is not plain, or the sheet is not there
 */
export async function openWorkbook(
  path: string,
  budget: ReadBudget,
  notices: NoticeBoard,
  sheetName?: string,
): Promise<OpenWorkbook> {
  const zip = await openJudgedZip(path, budget);
  try {
    const workbook = await readWorkbook(zip);
    const visible = workbook.sheets.filter((sheet) => sheet.visible);
    const sheetNames = visible.map((sheet) => sheet.name);
    const chosen =
      sheetName === undefined ? visible[0] : workbook.sheets.find((sheet) => sheet.name === sheetName.trim());
    if (!chosen) throw fileRefused('no-such-sheet', { sheetName: sheetName ?? '', sheetNames: sheetNames.join('、') });
    const dateStyles = workbook.stylesPart === null ? [] : await readDateStyles(zip, workbook.stylesPart);
    return {
      detected: { format: 'xlsx', sheetName: chosen.name, sheetNames },
      async *rows() {
        const strings = workbook.stringsPart === null ? [] : await readStrings(zip, workbook.stringsPart, budget);
        const { dates1904 } = workbook;
        yield* sheetRows(zip.unpack(chosen.part), { strings, dateStyles, dates1904, budget, notices });
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readWorkbook(zip: JudgedZip): Promise<Workbook> {
  if (!zip.names.has('[Content_Types].xml')) throw fileRefused('not-a-table', { kind: 'zip' });
  await refuseActiveContent(zip);
  const main = [...(await relations(zip, '', '_rels/.rels')).values()].find(({ type }) => type === 'officeDocument');
  if (!main || !zip.names.has(main.part)) throw fileRefused('not-a-table', { kind: 'zip' });
  if (main.part.endsWith('.bin')) throw fileRefused('legacy-workbook');
  const folder = main.part.slice(0, main.part.lastIndexOf('/') + 1);
  const links = await relations(zip, folder, `${folder}_rels/${main.part.slice(folder.length)}.rels`);
  const sheets: { name: string; part: string; visible: boolean }[] = [];
  let dates1904 = false;
  let isWorkbook = false;
  await scan(zip, main.part, {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') dates1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const link = links.get(attributeOf(attributes, 'id') ?? '');
      if (link?.type !== 'worksheet' || !zip.names.has(link.part)) return;
      const visible = (attributeOf(attributes, 'state') ?? 'visible') === 'visible';
      sheets.push({ name: attributeOf(attributes, 'name') ?? '', part: link.part, visible });
    },
  });
  if (!isWorkbook) throw fileRefused('not-a-table', { kind: 'zip' });
  const partOf = (type: string) =>
    [...links.values()].find((link) => link.type === type && zip.names.has(link.part))?.part ?? null;
  return { sheets, dates1904, stylesPart: partOf('styles'), stringsPart: partOf('sharedStrings') };
}

/** Macros of both generations, ActiveX and embedded objects are refused by part name and by declared content type. */
async function refuseActiveContent(zip: JudgedZip): Promise<void> {
  const active = /(?:^|\/)(?:vbaProject|vbaData|activeX|embeddings|macrosheets|dialogsheets|customUI)/i;
  for (const part of zip.names) if (active.test(part)) throw fileRefused('macro-workbook', { part });
  await scan(zip, '[Content_Types].xml', {
    open(_name, attributes) {
      const type = attributeOf(attributes, 'ContentType') ?? '';
      if (/sheet\.binary/i.test(type)) throw fileRefused('legacy-workbook');
      if (/macro|vba|activeX|oleObject/i.test(type)) throw fileRefused('macro-workbook', { part: type });
    },
  });
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

async function relations(zip: JudgedZip, folder: string, part: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  if (!zip.names.has(part)) return found;
  await scan(zip, part, {
    open(name, attributes) {
      // Links to other files and to the network are never followed.
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      const type = (attributeOf(attributes, 'Type') ?? '').split('/').at(-1)!;
      const target = attributeOf(attributes, 'Target') ?? '';
      const resolved = new URL(target, `zip:///${folder}`).pathname.slice(1);
      found.set(attributeOf(attributes, 'Id') ?? '', { type, part: decodeURI(resolved) });
    },
  });
  return found;
}

/** Which cell formats show a number as a date, by their place in the workbook's list. */
async function readDateStyles(zip: JudgedZip, part: string): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await scan(zip, part, {
    open(name, attributes) {
      if (name === 'numFmt')
        custom.set(Number(attributeOf(attributes, 'numFmtId')), showsDate(attributeOf(attributes, 'formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(attributeOf(attributes, 'numFmtId') ?? 0);
      styles.push(custom.get(format) ?? isBuiltInDate(format));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Built-in formats of ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are the dates of Chinese and Japanese Excel. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58);

/** A format shows a date when its first section holds a date letter outside quotes, brackets and escapes. */
export const showsDate = (code: string): boolean =>
  /[ymdhs]/i.test((code.split(';')[0] ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ''));

async function readStrings(zip: JudgedZip, part: string, budget: ReadBudget): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let collecting = false;
  let phonetic = false;
  await scan(
    zip,
    part,
    {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 't') collecting = !phonetic;
      },
      text(piece, literal) {
        if (collecting) text += literal ? piece : decodeXml(piece);
      },
      close(name) {
        if (name === 't') collecting = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'si') strings.push(text);
      },
    },
    budget.unpackedBytes,
  );
  return strings;
}

const smallPart = 16 * 1024 * 1024;

async function scan(zip: JudgedZip, part: string, events: Partial<XmlEvents>, mostBytes = smallPart): Promise<void> {
  const scanner = new XmlScanner({ open() {}, close() {}, text() {}, ...events });
  let bytes = 0;
  for await (const piece of strictText(zip.unpack(part), 'utf-8')) {
    bytes += piece.length;
    if (bytes > mostBytes) throw fileRefused('damaged-file');
    scanner.write(piece);
  }
  scanner.end();
}
