import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRefusal, type List } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import { exportFormats, writeExport, type ExportFormat } from '../program/write-export.ts';
import { actingAs } from './acting-as.ts';
import { CommandRefused, list, text, withHouse, type Asked, type Command } from './command.ts';
import { refusedInWords } from './refusal-words.ts';

/** `opengoa export`: a ledger as its reader may see it, filtered and masked; the export is recorded under that name. */
export const exportList: Command = {
  name: 'export',
  about: '导出台账(xlsx、csv) · Export a ledger',
  positionals: ['list'],
  options: {
    format: { type: 'string', about: 'csv or xlsx (csv when left out)' },
    filter: {
      type: 'string',
      multiple: true,
      about: 'f.column=value, f.column.from=…, q=words, sort=-column; repeated',
    },
    to: { type: 'string', about: 'file to write, or - for the output; <list>-<day> when left out' },
    reason: { type: 'string', about: 'why; asked for where the ledger holds personal fields' },
    as: { type: 'string', about: 'account that exports; in the demo one that may, when left out' },
    json: { type: 'boolean', about: 'print JSON of what was written' },
  },
  run: (asked) =>
    withHouse(async (house, settings) => {
      const { kernel } = house;
      const ledger = ledgerOf(kernel, asked.positionals[0]!);
      const format = formatOf(text(asked, 'format') ?? 'csv');
      const to = text(asked, 'to') ?? `${ledger.name}-${dayOf(kernel.clock())}.${format}`;
      const query = queryOf(asked);
      return actingAs(house, settings, { account: text(asked, 'as'), who: ledger.who }, async (actor) => {
        const folder = mkdtempSync(join(tmpdir(), 'opengoa-export-'));
        try {
          const path = to === '-' ? join(folder, 'export') : to;
          const reason = text(asked, 'reason');
          const written = await writeExport(kernel, { actor, list: ledger, format, query, reason }, path).catch(
            (error: NodeJS.ErrnoException) => {
              if (error.code !== 'EEXIST') throw error;
              throw new CommandRefused(`${path} 已存在,没有覆盖。${path} is there already and was not replaced.`);
            },
          );
          if (isRefusal(written)) throw refusedInWords(kernel, ledger.name.split('.')[0]!, written);
          if (to === '-') await pipeline(createReadStream(path), process.stdout, { end: false });
          else if (asked.values['json'])
            console.log(JSON.stringify({ list: ledger.name, format, rows: written.rows, to }));
          else console.log(`${to}  ${written.rows.toLocaleString('en')} 行 rows`);
          return 0;
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
    }),
};

function ledgerOf(kernel: Kernel, name: string): List {
  const found = kernel.lists.get(name);
  if (found) return found;
  throw new CommandRefused(
    [
      `没有台账 ${name}。There is no ledger ${name}. 台账 ledgers:`,
      ...[...kernel.lists.values()].map((each) => `  ${each.name}  ${each.title.zh} ${each.title.en}`),
    ].join('\n'),
  );
}

function formatOf(text: string): ExportFormat {
  const found = exportFormats.find((each) => each === text);
  if (found) return found;
  throw new CommandRefused(`--format ${text} 须为 csv 或 xlsx。--format takes csv or xlsx.`);
}

function queryOf(asked: Asked): Record<string, string> {
  return Object.fromEntries(
    list(asked, 'filter').map((each) => {
      const at = each.indexOf('=');
      if (at < 1) throw new CommandRefused(`--filter ${each} 须为 f.列=值。--filter takes f.column=value.`);
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );
}
