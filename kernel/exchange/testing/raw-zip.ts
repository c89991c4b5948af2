import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive that may lie: everything that a directory can say can be said wrongly. */
export interface RawEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly declaredBytes?: number;
  readonly unixMode?: number;
  /** Points at the bytes of an earlier entry instead of having its own. */
  readonly sharesBytesOf?: string;
  readonly method?: number;
  readonly check?: number;
}

/** Builds a zip archive byte by byte, honest unless told otherwise. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets = new Map<string, { offset: number; packed: Buffer; bytes: number; check: number }>();
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content ?? '');
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const own = {
      offset: at,
      packed: entry.stored ? content : deflateRawSync(content),
      bytes: content.length,
      check: crc32(content),
    };
    const body = entry.sharesBytesOf === undefined ? own : offsets.get(entry.sharesBytesOf)!;
    offsets.set(entry.name, body);
    const flags = entry.flags ?? 0x0800;
    const check = entry.check ?? body.check;
    const bytes = entry.declaredBytes ?? body.bytes;
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(check, 0);
    sizes.writeUInt32LE(body.packed.length, 4);
    sizes.writeUInt32LE(bytes, 8);
    if (entry.sharesBytesOf === undefined) {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(20, 4);
      header.writeUInt16LE(flags, 6);
      header.writeUInt16LE(method, 8);
      sizes.copy(header, 14);
      header.writeUInt16LE(name.length, 26);
      bodies.push(header, name, body.packed);
      at += 30 + name.length + body.packed.length;
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    sizes.copy(central, 16);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(((entry.unixMode ?? 0o100_644) << 16) >>> 0, 38);
    central.writeUInt32LE(body.offset, 42);
    directory.push(central, name);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
}

const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a one-sheet workbook around a worksheet's XML, some of them replaced or added. */
export function workbookEntries(
  sheetData: string,
  changed: Readonly<Record<string, string | Buffer>> = {},
): RawEntry[] {
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageLinks}"><Relationship Id="rId1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${links}"><sheets><sheet name="车辆" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageLinks}"><Relationship Id="rId1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${links}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...changed,
  };
  return Object.entries(parts).map(([name, content]) => ({ name, content }));
}
