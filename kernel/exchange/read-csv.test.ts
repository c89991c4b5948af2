import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { likeliestDelimiter } from './detect-csv.ts';
import { openTable, type TableOptions } from './open-table.ts';
import { cellsOf, codeOf, rowsOf } from './testing/read-all.ts';
import { temporaryFiles } from './testing/temporary-files.ts';
import { byteOrderMark, csvLine } from './write-csv.ts';

const files = temporaryFiles();
const detected = async (content: string | Uint8Array, options?: TableOptions) =>
  (await openTable(await files.write(content), options)).detected;
const cells = async (content: string | Uint8Array, options?: TableOptions) =>
  cellsOf(await files.write(content), options);
const code = async (content: string | Uint8Array, options?: TableOptions) =>
  codeOf(await files.write(content), options);

const text = '号牌,使用单位\r\n青A12345,石桥县财政局\r\n';

describe('SEC-FI-11 declared encodings', () => {
  test('SEC-FI-11 UTF-8 with and without mark and GB 18030 give the same cells, and it is said which it was', async () => {
    const expected = [
      ['号牌', '使用单位'],
      ['青A12345', '石桥县财政局'],
    ];
    expect(await cells(text)).toEqual(expected);
    expect(await cells(byteOrderMark + text)).toEqual(expected);
    expect(await cells(iconv.encode(text, 'gb18030'))).toEqual(expected);
    expect(await detected(text)).toMatchObject({ encoding: 'utf-8', encodingKnown: 'proved' });
    expect(await detected(byteOrderMark + text)).toMatchObject({ encoding: 'utf-8', encodingKnown: 'marked' });
    expect(await detected(iconv.encode(text, 'gb18030'))).toMatchObject({
      encoding: 'gb18030',
      encodingKnown: 'proved',
    });
    expect(
      await detected(Buffer.concat([Buffer.from('84319533', 'hex'), iconv.encode(text, 'gb18030')])),
    ).toMatchObject({ encoding: 'gb18030', encodingKnown: 'marked' });
  });

  test('SEC-FI-11 联通 in GB 18030, which fools sniffers, is not taken for UTF-8', async () => {
    expect(await cells(iconv.encode('联通', 'gb18030'))).toEqual([['联通']]);
  });

  test('SEC-IN-10 rare hanzi survive GB 18030, by the code points of its 2022 edition', async () => {
    const rare = '𠮷䶮㐀𬎆﨎〇𫗧';
    expect(await cells(iconv.encode(`姓名\n${rare}`, 'gb18030'))).toEqual([['姓名'], [rare]]);
    // 0xFE59 was a private-use code point in 2005 and is U+9FB4 since 2022.
    expect(await cells(Buffer.concat([iconv.encode('部件\n', 'gb18030'), Buffer.from('fe59', 'hex')]))).toEqual([
      ['部件'],
      ['\u9fb4'],
    ]);
  });

  test('SEC-FI-11 bytes of neither encoding are refused, never replaced', async () => {
    expect(await code(Buffer.from('a,b\n\xff\xff,c\n', 'latin1'))).toBe('unknown-encoding');
    expect(await code(Buffer.from(`${byteOrderMark}a,b\n`, 'utf16le'))).toBe('unknown-encoding');
    expect(await code(Buffer.concat([Buffer.from(text), Buffer.from([0xe9])]), { encoding: 'utf-8' })).toBe(
      'unknown-encoding',
    );
  });

  test('SEC-FI-11 what could be either is only called likely', async () => {
    const latin = Buffer.from('Montr\u00e9al,Qu\u00e9bec\n', 'latin1');
    expect(await detected(latin)).toMatchObject({ encoding: 'gb18030', encodingKnown: 'likely' });
    expect(await detected(text, { encoding: 'utf-8' })).toMatchObject({ encodingKnown: 'declared' });
  });

  test('SEC-FI-11 a file that changes its encoding after the first megabyte is still judged whole', async () => {
    const long = Buffer.from('a,b\n'.repeat(400_000));
    const path = await files.write(Buffer.concat([long, iconv.encode('号牌,单位\n', 'gb18030')]));
    expect((await openTable(path)).detected).toMatchObject({ encoding: 'gb18030' });
  });
});

describe('records', () => {
  test('comma, semicolon and tab are told apart by the records, quotes respected', () => {
    expect(likeliestDelimiter('a,b,c\n"1;2;3",2,3\n')).toBe(',');
    expect(likeliestDelimiter('a;b;c\n1,5;2,5;3\n')).toBe(';');
    expect(likeliestDelimiter('a\tb\n"x,\ny"\tz\n')).toBe('\t');
    expect(likeliestDelimiter('alone\n1\n')).toBe(',');
  });

  test('line numbers are those of a spreadsheet program: a record each, blank ones counted', async () => {
    const table = await openTable(await files.write('a,b\n\n"x\ny",2\n,,\n3,4\n\n\n'));
    const rows = await rowsOf(table);
    expect(rows.map((row) => row.line)).toEqual([1, 3, 5]);
    expect(rows[1]?.cells).toEqual(['x\ny', '2']);
    expect(table.noticed()).toMatchObject({ filledRows: 3, blankRows: 4 });
  });

  test('="0012" is the text 0012 and is mentioned; another formula stays the text it is', async () => {
    const table = await openTable(await files.write('a\n"=""0012"""\n=1+1\n'));
    const rows = await rowsOf(table);
    expect(rows.map((row) => row.cells[0])).toEqual(['a', '0012', '=1+1']);
    expect(table.noticed()).toMatchObject({ formulaCells: 1, formulaExamples: ['A2'] });
  });

  test('what is written comes back', async () => {
    const anyText = fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((raw) =>
        raw
          .toWellFormed()
          .replaceAll(/[\0\ufeff\r]|^'+/g, '')
          .trim(),
      )
      .filter((one) => one !== '' && !/^[=+\-@\t＝＋－＠]/.test(one));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyText, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 10 }),
        async (table) => {
          const path = await files.write(byteOrderMark + table.map(csvLine).join(''), 'round.csv');
          expect(await cellsOf(path, { delimiter: ',' })).toEqual(table);
        },
      ),
      { numRuns: 50 },
    );
  }, 60_000);
});

describe('hostile text files', () => {
  test('SEC-FI-01 a NUL refuses the file wherever it stands', async () => {
    expect(await code('a\0,b\n')).toBe('not-a-table');
    expect(await code(`a,b\n${'x'.repeat(5000)}\0\n`)).toBe('unknown-encoding');
  });

  test('SEC-FI-01 quotes that do not pair are refused with their row', async () => {
    expect(await code('a,b\n"x,y\n')).toBe('broken-quotes');
    expect(await code('a,b\n"x"y,z\n')).toBe('broken-quotes');
  });

  test('SEC-FI-01 a record of a million cells, a huge cell and a quote that swallows the file are refused', async () => {
    expect(await code(`${','.repeat(1_000_000)}x\n`)).toBe('too-many-columns');
    expect(await code(`a\n${'长'.repeat(40_000)}\n`)).toBe('cell-too-long');
    expect(await code(`a\n"${'x,\n'.repeat(2_000_000)}`)).toBe('cell-too-long');
  }, 30_000);

  test('more rows than the upload point takes are refused', async () => {
    expect(await code('1\n'.repeat(31), { budget: { rows: 30 } })).toBe('too-many-rows');
  });

  test('SEC-FI-01 whatever bytes a file holds, it is read or refused, never a fault', async () => {
    const anyBytes = fc.uint8Array({ maxLength: 300 });
    const opened = fc.asyncProperty(anyBytes, async (bytes) =>
      /^[a-z0-9-]+$/.test(await codeOf(await files.write(bytes, 'any'))),
    );
    expect(await fc.check(opened, { numRuns: 150 })).toMatchObject({ failed: false });
  }, 60_000);
});
