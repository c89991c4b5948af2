import { describe, expect, test } from 'vitest';
import { openTable } from './open-table.ts';
import { readTable } from './read-table.ts';
import { codeOf, readAll } from './testing/read-all.ts';
import { rawZip, workbookEntries } from './testing/raw-zip.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

const files = temporaryFiles();

describe('SEC-FI-03 reading in a thread of its own', () => {
  test('SEC-FI-03 the thread gives what reading here gives, portion by portion', async () => {
    const path = await files.write('号牌,座位\n'.concat('青A12345,5\n'.repeat(5000)));
    expect(await readAll(path, {}, readTable)).toEqual(await readAll(path, {}, openTable));
  });

  test('SEC-FI-03 a refusal comes out of the thread as a refusal', async () => {
    expect(await codeOf(await files.write('%PDF-1.7'), {}, readTable)).toBe('not-a-table');
    const late = await files.write(rawZip(workbookEntries('<row r="1"><c><v>1</v></c></row><row r="1"/>')));
    expect(await codeOf(late, {}, readTable)).toBe('damaged-file');
  });

  test('SEC-FI-03 a file that needs more memory than the thread has ends the reading, not the program', async () => {
    // Distinct strings that all have to be kept: honest by its directory, too much for a thread of 24 MB.
    const strings = Array.from({ length: 600_000 }, (_, index) => `<si><t>${index.toString(36).repeat(6)}</t></si>`);
    const path = await files.write(
      rawZip(
        workbookEntries('<row r="1"><c t="s"><v>0</v></c></row>', {
          'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>`,
        }),
      ),
    );
    expect(await codeOf(path, { budget: { threadMb: 24 } }, readTable)).toBe('reading-failed');
    expect(await codeOf(path, {}, readTable)).toBe('taken');
  }, 30_000);

  test('SEC-FI-03 a file that takes too long ends the reading', async () => {
    const path = await files.write('a,b\n'.repeat(100_000));
    expect(await codeOf(path, { budget: { threadMillis: 1 } }, readTable)).toBe('reading-failed');
  });

  test('SEC-FI-03 a slow reader is not taken for a slow file, and rows left unread end the thread', async () => {
    const path = await files.write('a,b\n'.repeat(20_000));
    const table = await readTable(path, { budget: { threadMillis: 1500 } });
    const rows = table.rows();
    const first = await rows.next();
    await new Promise((resolve) => setTimeout(resolve, 1800));
    const second = await rows.next();
    expect([first.done, second.done]).toEqual([false, false]);
    await rows.return(undefined);
    await expect(table.rows().next()).rejects.toThrow('reading-failed');
  });
});
