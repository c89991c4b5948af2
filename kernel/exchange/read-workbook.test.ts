import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTable } from './open-table.ts';
import { showsDate } from './read-workbook.ts';
import { columnIndex, columnLetters, type RawCell } from './raw-table.ts';
import { cellsOf, codeOf, rowsOf } from './testing/read-all.ts';
import { type RawEntry, rawZip, workbookEntries } from './testing/raw-zip.ts';
import { temporaryFiles } from './testing/temporary-files.ts';
import { type OutCell, writeWorkbook } from './write-workbook.ts';

const files = temporaryFiles();
const workbook = (sheetData: string, changed?: Record<string, string | Buffer>) =>
  files.write(rawZip(workbookEntries(sheetData, changed)));
const archive = (entries: readonly RawEntry[]) => files.write(rawZip(entries));
const oneRow = '<row r="1"><c r="A1"><v>1</v></c></row>';

const namedSheets = (names: string[]) =>
  writeWorkbook(
    names.map((name) => ({
      name,
      columns: [],
      rows: [{ cells: [{ value: name }] }],
      ...(name === '隐藏' ? { state: 'hidden' as const } : {}),
    })),
  );

describe('what a workbook holds', () => {
  test('every kind of cell is read, blanks in between stay blank', async () => {
    const path = await workbook(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>行内</t></is></c><c r="D2"><v>1.5</v></c>' +
        '<c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#N/A</v></c><c r="G2" t="str"><f>A1</f><v>算过</v></c></row>',
      {
        'xl/sharedStrings.xml': '<sst><si><r><t>汉</t></r><r><t>字</t></r><rPh><t>hàn</t></rPh></si></sst>',
      },
    );
    expect(await cellsOf(path)).toEqual([['汉字', null, '行内', 1.5, true, { error: '#N/A' }, '算过']]);
  });

  test('line numbers are those a spreadsheet program shows, blank rows and the formatted tail are left out', async () => {
    const table = await openTable(
      await workbook(
        '<row r="3"><c r="B3"><v>7</v></c></row><row r="4"><c r="A4" s="3"/></row><row r="1048576"><c r="A1048576" t="str"><v>  </v></c></row>',
      ),
    );
    const rows = await rowsOf(table);
    expect(rows).toEqual([{ line: 3, cells: [null, 7] }]);
    expect(table.noticed()).toMatchObject({ filledRows: 1, blankRows: 2 });
  });

  test('a formula gives its last value and is mentioned; one never calculated is broken', async () => {
    const table = await openTable(
      await workbook(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells><sheetData>',
      ),
    );
    const rows = await rowsOf(table);
    expect(rows[0]?.cells).toEqual([2, { error: 'formula-not-calculated' }]);
    expect(table.noticed()).toMatchObject({ formulaCells: 2, formulaExamples: ['A1', 'B1'], mergedRanges: 1 });
  });

  test('a number is a date when its format says so, in both calendars', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="200"/></cellXfs></styleSheet>';
    const links = workbookEntries('').find(({ name }) => name === 'xl/_rels/workbook.xml.rels')!.content as string;
    const changed = {
      'xl/styles.xml': styles,
      'xl/_rels/workbook.xml.rels': links.replace(
        '</Relationships>',
        '<Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>',
      ),
    };
    const row =
      '<row r="1"><c r="A1" s="0"><v>46086</v></c><c r="B1" s="1"><v>46086</v></c><c r="C1" s="2"><v>1</v></c></row>';
    expect(await cellsOf(await workbook(row, changed))).toEqual([[46086, { serial: 46086 }, { serial: 1 }]]);
    const of1904 = (workbookEntries('')[2]!.content as string).replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    );
    expect(await cellsOf(await workbook(row, { ...changed, 'xl/workbook.xml': of1904 }))).toEqual([
      [46086, { serial: 47548 }, { serial: 1463 }],
    ]);
  });

  test('the first visible sheet is read unless another is named, and all are mentioned', async () => {
    const path = await files.write(namedSheets(['隐藏', '车辆', '说明']));
    const table = await openTable(path);
    await table.close();
    expect(table.detected).toEqual({ format: 'xlsx', sheetName: '车辆', sheetNames: ['车辆', '说明'] });
    expect(await cellsOf(path, { sheetName: '说明' })).toEqual([['说明']]);
    expect(await codeOf(path, { sheetName: '无' })).toBe('no-such-sheet');
  });

  test('column letters and places are each other', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    const same = fc.property(fc.nat(20_000), (place) => columnIndex(`${columnLetters(place)}7`) === place);
    expect(fc.check(same)).toMatchObject({ failed: false });
  });

  test.each([
    ['yyyy-mm-dd', true],
    ['[$-804]yyyy"年"m"月"', true],
    ['h:mm', true],
    ['0.00"day"', false],
    ['[Red]0.00', false],
    ['#,##0_);(#,##0)', false],
    ['General', false],
    ['@', false],
  ])('the format %s shows a date: %s', (code, expected) => {
    expect(showsDate(code)).toBe(expected);
  });
});

describe('workbooks written here and elsewhere', () => {
  const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
  const anyValue = fc.oneof(
    anyText,
    fc.constantFrom('=1+1', '_x0041_', '<&>"', '𠮷田', '\u0000a', 'a\r\nb'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );

  test('what is written comes back, every character and digit of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyValue, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 }),
        async (table) => {
          const rows = table.map((values) => ({ cells: values.map((value): OutCell => ({ value })) }));
          const path = await files.write(writeWorkbook([{ name: 'a', columns: [], rows }]), 'round.xlsx');
          const expected = table.map((row) =>
            row.map((value): RawCell =>
              typeof value === 'string' ? value.toWellFormed() : Object.is(value, -0) ? 0 : value,
            ),
          );
          expect(await cellsOf(path)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  test('an independent program reads what is written here', async () => {
    const path = join(files.folder, 'ours.xlsx');
    const cells: OutCell[] = [
      { value: '=cmd|calc' },
      { value: '青A·12345', format: 'text' },
      { value: 46086, format: 'day' },
      { value: 1234.5, format: 'money', look: 'bad' },
    ];
    const sheet = { name: '车辆', columns: [{ hidden: true }], rows: [{ cells }], frozenRows: 1 };
    const dropDowns = [{ column: 1, fromRow: 2, toRow: 9, range: 'lists!$A$1:$A$2', strict: true }];
    const lists = { name: 'lists', state: 'veryHidden' as const, columns: [], rows: [{ cells: [{ value: 'x' }] }] };
    const out = createWriteStream(path);
    for await (const piece of writeWorkbook([{ ...sheet, dropDowns, pageFooter: 'A & B' }, lists])) out.write(piece);
    await new Promise((resolve) => out.end(resolve));
    const other = new Workbook();
    await other.xlsx.readFile(path);
    const read = other.getWorksheet('车辆')!;
    expect(read.getCell('A1').value).toBe('=cmd|calc');
    expect(read.getCell('A1').formula).toBeUndefined();
    expect(read.getCell('C1').value).toEqual(new Date('2026-03-05T00:00:00Z'));
    expect(read.getCell('D1').value).toBe(1234.5);
    expect(read.getColumn(1).hidden).toBe(true);
    expect(read.getCell('B5').dataValidation).toMatchObject({ type: 'list', formulae: ['lists!$A$1:$A$2'] });
    expect(other.getWorksheet('lists')!.state).toBe('veryHidden');
  });

  test('what an independent program writes is read here', async () => {
    const other = new Workbook();
    const sheet = other.addWorksheet('登记表');
    sheet.addRow(['号牌', '购置日期', '价格', '在用']);
    sheet.addRow(['青A12345', new Date('2020-05-06T00:00:00Z'), 179800.55, true]);
    sheet.getCell('C3').value = { formula: 'C2*2', result: 359601.1 };
    const path = join(files.folder, 'theirs.xlsx');
    await other.xlsx.writeFile(path);
    expect(await cellsOf(path)).toEqual([
      ['号牌', '购置日期', '价格', '在用'],
      ['青A12345', { serial: 43957 }, 179800.55, true],
      [null, null, 359601.1],
    ]);
  });
});

describe('hostile workbooks', () => {
  test('SEC-FI-02 a bomb is refused from its directory, before anything is unpacked', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    const path = await archive([...workbookEntries(oneRow), { name: 'xl/media/a.bin', content: zeros }]);
    expect(await codeOf(path)).toBe('unpacks-too-large');
  });

  test('SEC-FI-02 many entries that together unpack to too much are refused', async () => {
    const noise = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251));
    const parts = Array.from({ length: 40 }, (_, index) => ({ name: `xl/p${index}.xml`, content: noise }));
    const path = await archive([...workbookEntries(oneRow), ...parts]);
    expect(await codeOf(path, { budget: { unpackedBytes: 4_000_000 } })).toBe('unpacks-too-large');
    expect(await codeOf(path, { budget: { entries: 20 } })).toBe('too-many-entries');
    expect(await codeOf(path)).toBe('taken');
  });

  test('SEC-FI-02 an entry that declares less than it holds is cut off while unpacking', async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join('');
    const entries = workbookEntries(rows).map((entry) =>
      entry.name.endsWith('sheet1.xml') ? { ...entry, declaredBytes: 5000 } : entry,
    );
    expect(await codeOf(await archive(entries))).toBe('damaged-file');
  });

  test('SEC-FI-02 entries that share their bytes are refused', async () => {
    const kernel = { name: 'xl/a.xml', content: 'x'.repeat(1000) };
    const shared = Array.from({ length: 20 }, (_, index) => ({
      name: `xl/b${index}.xml`,
      sharesBytesOf: 'xl/a.xml',
    }));
    expect(await codeOf(await archive([...workbookEntries(oneRow), kernel, ...shared]))).toBe('unsafe-archive');
  });

  test.each([
    ['../../etc/passwd', 'unsafe-archive'],
    ['/etc/passwd', 'unsafe-archive'],
    ['C:/windows/win.ini', 'unsafe-archive'],
    ['xl\\evil.xml', 'unsafe-archive'],
    ['xl/a\u0000.xml', 'unsafe-archive'],
    ['xl/workbook.xml', 'unsafe-archive'],
  ])('SEC-FI-02 an entry named %j is refused', async (name, code) => {
    expect(await codeOf(await archive([...workbookEntries(oneRow), { name, content: 'x' }]))).toBe(code);
  });

  test('SEC-FI-02 a link is refused', async () => {
    const link = { name: 'xl/link', content: '/etc/passwd', unixMode: 0o120_777 };
    expect(await codeOf(await archive([...workbookEntries(oneRow), link]))).toBe('unsafe-archive');
  });

  test('SEC-FI-02 a bomb inside the workbook stays packed: nested archives are not opened', async () => {
    const inner = rawZip([{ name: 'bomb', content: Buffer.alloc(32 * 1024 * 1024) }]);
    const path = await archive([...workbookEntries(oneRow), { name: 'xl/media/inner.zip', content: inner }]);
    expect(await codeOf(path)).toBe('taken');
    expect(await cellsOf(path)).toEqual([[1]]);
  });

  test('SEC-FI-01 encrypted entries and unknown compression are refused', async () => {
    expect(await codeOf(await archive([...workbookEntries(oneRow), { name: 'a', content: 'b', flags: 1 }]))).toBe(
      'encrypted-file',
    );
    expect(await codeOf(await archive([...workbookEntries(oneRow), { name: 'a', content: 'b', method: 14 }]))).toBe(
      'unsafe-archive',
    );
  });

  test.each([
    'xl/vbaProject.bin',
    'xl/macrosheets/sheet1.xml',
    'xl/activeX/activeX1.bin',
    'xl/embeddings/oleObject1.bin',
    'XL/VBAPROJECT.BIN',
  ])('SEC-FI-01 a workbook with %s is refused', async (name) => {
    expect(await codeOf(await archive([...workbookEntries(oneRow), { name, content: 'x' }]))).toBe('macro-workbook');
  });

  test('SEC-FI-01 a macro workbook that hides its part name is refused by its declared type', async () => {
    const type = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
    const path = await workbook(oneRow, {
      '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    });
    expect(await codeOf(path)).toBe('macro-workbook');
  });

  test.each([
    ['a legacy .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'legacy-workbook'],
    [
      'an encrypted workbook',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted-file',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not-a-table'],
    ['an HTML page named .xls', Buffer.from('\ufeff <html><table>'), 'not-a-table'],
    ['a program', Buffer.from('7f454c46020101', 'hex'), 'not-a-table'],
    ['an empty file', Buffer.alloc(0), 'empty-file'],
    ['half a workbook', rawZip(workbookEntries(oneRow)).subarray(0, 400), 'damaged-file'],
    ['another kind of archive', rawZip([{ name: 'a.txt', content: 'x' }]), 'not-a-table'],
  ])('SEC-FI-01 %s is judged by its content', async (_, content, code) => {
    expect(await codeOf(await files.write(content, 'table.xlsx'))).toBe(code);
  });

  test('SEC-FI-01 a file beyond the size of its upload point is refused before it is opened', async () => {
    const path = await workbook(oneRow);
    expect(await codeOf(path, { budget: { fileBytes: 100 } })).toBe('file-too-large');
  });

  test.each([
    ['in the sheet', 'xl/worksheets/sheet1.xml'],
    ['in the strings', 'xl/sharedStrings.xml'],
    ['in the workbook', 'xl/workbook.xml'],
    ['in the content types', '[Content_Types].xml'],
  ])('SEC-FI-04 a DTD %s is refused, nothing is expanded or fetched', async (_, part) => {
    const entities =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    expect(await codeOf(await workbook(oneRow, { [part]: entities }))).toBe('xml-with-dtd');
  });

  test.each([
    ['an entity that nobody declared', '<row r="1"><c t="str"><v>&evil;</v></c></row>', 'damaged-file'],
    ['a million cells in a row', `<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`, 'too-many-columns'],
    ['a cell at the far end', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'too-many-columns'],
    ['a cell beyond the far end', '<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>', 'too-many-columns'],
    ['a huge cell', `<row r="1"><c t="str"><v>${'长'.repeat(40_000)}</v></c></row>`, 'cell-too-long'],
    ['rows that go back', '<row r="2"/><row r="1"/>', 'damaged-file'],
    ['cells that go back', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>', 'damaged-file'],
    ['a string that is not there', '<row r="1"><c t="s"><v>9</v></c></row>', 'damaged-file'],
    ['tags that do not pair', '<row r="1"><c></row></c>', 'damaged-file'],
    ['a tag without end', `<row r="1"><c ${'a'.repeat(3_000_000)}`, 'damaged-file'],
    ['a thousand levels', '<a>'.repeat(1000), 'damaged-file'],
    ['a number that is none', '<row r="1"><c><v>NaN</v></c></row>', 'damaged-file'],
  ])('SEC-FI-04 %s refuses the file', async (_, sheetData, code) => {
    // With the ratio of packed to unpacked out of the way, so that each is refused for what it is.
    expect(await codeOf(await workbook(sheetData), { budget: { ratio: 2000 } })).toBe(code);
  });

  test('SEC-FI-04 bytes that are not UTF-8 refuse the file', async () => {
    const path = await workbook('', {
      'xl/worksheets/sheet1.xml': Buffer.from('<worksheet><sheetData>\xff</sheetData></worksheet>', 'latin1'),
    });
    expect(await codeOf(path)).toBe('damaged-file');
  });

  test('SEC-FI-02 a wrong checksum refuses the file', async () => {
    const entries = workbookEntries(oneRow).map((entry) => ({ ...entry, check: 1 }));
    expect(await codeOf(await archive(entries))).toBe('damaged-file');
  });

  test('SEC-FI-04 a link to another file is not followed', async () => {
    const links =
      '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" TargetMode="External" Target="http://127.0.0.1:1/s.xml"/></Relationships>';
    expect(await codeOf(await workbook(oneRow, { 'xl/_rels/workbook.xml.rels': links }))).toBe('no-such-sheet');
  });

  test('more rows than the upload point takes are refused', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join('');
    expect(await codeOf(await workbook(rows), { budget: { rows: 29 } })).toBe('too-many-rows');
    expect(await codeOf(await workbook(rows), { budget: { rows: 30 } })).toBe('taken');
  });

  test('SEC-FI-02 whatever bytes of a workbook are changed, it is read or refused, never a fault', async () => {
    const good = rawZip(workbookEntries(oneRow.repeat(1), { 'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>' }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bad = Buffer.from(good);
          for (const [place, byte] of changes) bad[place] = byte;
          expect(await codeOf(await files.write(bad, 'changed.xlsx'))).toMatch(/^[a-z0-9-]+$/);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});
