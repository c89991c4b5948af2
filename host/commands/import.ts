import { createWriteStream, existsSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isRefusal, type Actor, type Id, type Refusal } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import {
  dryRunFile,
  errorWorkbookOf,
  importFile,
  isErrorWorkbook,
  sheetOf,
  type Counts,
  type DeskOrder,
  type DryRunReport,
  type ExchangeProgress,
  type ImportReport,
} from '@opengoa/kernel/exchange';
import type { Kernel } from '@opengoa/kernel/host';
import { actingAs } from './acting-as.ts';
import { CommandRefused, list, tell, text, withHouse, type Asked, type Command } from './command.ts';
import { findUnit } from './find-unit.ts';
import { importArchive, importerOf } from './import-archive.ts';
import { plainFile } from './plain-file.ts';
import { refusedInWords } from './refusal-words.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `opengoa import`: a table into a ledger, every row an act of the importer's own; what was refused comes back as a workbook. */
export const importTable: Command = {
  name: 'import',
  about: '导入表格(xlsx、csv,可为 .gz)或整套数据 · Import a table, or an archive, into a ledger',
  positionals: ['room.kind', 'path'],
  options: {
    map: { type: 'string', multiple: true, about: 'header=column, repeated; an empty column passes a header over' },
    'dry-run': { type: 'boolean', about: 'say what would happen and change nothing' },
    unit: { type: 'string', about: 'unit acted for, by id, code or name; rows without a unit belong to it' },
    as: { type: 'string', about: 'account that imports; in the demo one that may, when left out' },
    errors: { type: 'string', about: 'where the workbook of refused rows goes; beside the command when left out' },
    'all-or-nothing': { type: 'boolean', about: 'let nothing in while a row is refused' },
    json: { type: 'boolean', about: 'print JSON' },
  },
  run: (asked) =>
    withHouse(async (house, settings) => {
      const { kernel } = house;
      const [kind = '', given = ''] = asked.positionals;
      const [sheet, importer] = [sheetOf(kernel, kind), importerOf(kernel, kind)];
      if (!sheet && !importer) throw unknownKind(kernel, kind);
      if (!existsSync(given)) throw new CommandRefused(`没有文件 ${given}。There is no file ${given}.`);
      const { signal } = stopOnSignal();
      if (!sheet) return importArchive(house, settings, importer!, asked, { path: given, said: saidIn(asked), signal });
      if (statSync(given).isDirectory())
        throw new CommandRefused(`${given} 是目录,${kind} 要一个文件。${given} is a folder; ${kind} takes one file.`);
      const { who } = kernel.verbs.get(sheet.verb)!;
      const file = await plainFile(given, unpackedMost(kernel), signal);
      try {
        return await actingAs(house, settings, { account: text(asked, 'as'), who }, (actor) =>
          bring(
            kernel,
            { ...orderOf(kernel, asked, { actor, kind, path: file.path, fileName: file.name }), signal },
            asked,
          ),
        );
      } finally {
        file.remove();
      }
    }),
};

function unknownKind(kernel: Kernel, kind: string): CommandRefused {
  const kinds = kernel.rooms.flatMap((room) => [...(room.sheets ?? []), ...(room.importers ?? [])]);
  return new CommandRefused(
    [
      `没有可导入的 ${kind}。There is nothing to import as ${kind}. 可导入 these there are:`,
      ...kinds.map((sheet) => `  ${sheet.kind}  ${sheet.title.zh} ${sheet.title.en}`),
    ].join('\n'),
  );
}

/** `--map a=b`, repeated. */
function saidIn(asked: Asked): Record<string, string> {
  const said: Record<string, string> = {};
  for (const each of list(asked, 'map')) {
    const at = each.lastIndexOf('=');
    if (at < 1) throw new CommandRefused(`--map ${each} 须为 表头=列。--map takes header=column.`);
    said[each.slice(0, at)] = each.slice(at + 1);
  }
  return said;
}

function orderOf(
  kernel: Kernel,
  asked: Asked,
  { actor, kind, path, fileName }: { actor: Actor; kind: string; path: string; fileName: string },
): DeskOrder {
  const mapping = saidIn(asked);
  const unit = text(asked, 'unit');
  return {
    actor,
    kind,
    path,
    fileName,
    progress: teller(),
    ...(unit === undefined ? {} : { unit: findUnit(kernel, unit) }),
    ...(Object.keys(mapping).length === 0 ? {} : { mapping }),
  };
}

const phases = { judging: '核对 judging', 'going-in': '导入 importing', 'taking-back': '撤回 taking back' } as const;

/** A line a second at most; a quick import says nothing on the way. */
function teller(): (progress: ExchangeProgress) => void {
  let told = Date.now();
  return ({ phase, done, of, counts }) => {
    if (Date.now() - told < 1_000) return;
    told = Date.now();
    tell(
      `${phases[phase]} ${done.toLocaleString('en')}${of === null ? '' : ` / ${of.toLocaleString('en')}`}  ${inWords(counts)}`,
    );
  };
}

const inWords = ({ new: fresh, changed, same, refused }: Counts) =>
  `新增 new ${fresh} · 变更 changed ${changed} · 相同 same ${same} · 拒绝 refused ${refused}`;

async function bring(kernel: Kernel, order: DeskOrder, asked: Asked): Promise<number> {
  const dry = asked.values['dry-run'] === true;
  const whole = asked.values['all-or-nothing'] === true;
  const answer: DryRunReport | ImportReport | Refusal = dry
    ? await dryRunFile(kernel, order)
    : await importFile(kernel, { ...order, accept: whole ? 'all-or-nothing' : 'good-rows' });
  const rowsRefused = isRefusal(answer) && answer.code === 'rows-refused';
  if (isRefusal(answer) && !rowsRefused) throw refusedInWords(kernel, order.kind.split('.')[0]!, answer);

  const report = isRefusal(answer) ? null : answer;
  const batch = report && isImport(report) ? report : null;
  const counts = report?.counts ?? (isRefusal(answer) ? (answer.data['counts'] as Counts) : undefined);
  const errors =
    rowsRefused || (counts && counts.refused > 0)
      ? await writeErrors(kernel, order, text(asked, 'errors'), batch?.batchId)
      : null;
  const state = batch?.state ?? (dry ? 'dry-run' : 'refused');
  if (asked.values['json']) {
    const { refused = [], changed = [], mapping = null } = report ?? {};
    console.log(
      JSON.stringify(
        { kind: order.kind, state, batch: batch?.batchId ?? null, counts, errors, mapping, refused, changed },
        null,
        2,
      ),
    );
  } else {
    console.log(`${stateWords[state]}  ${counts ? inWords(counts) : ''}`);
    for (const { line, problems } of (report?.refused ?? []).slice(0, 5))
      console.log(
        `  第 ${line} 行 line ${line}: ${problems.map(({ message }) => `${message.zh} ${message.en}`).join('; ')}`,
      );
    if (errors) console.log(`  拒绝的行连同原因 · refused rows with their reasons: ${errors}`);
    if (batch) console.log(`  批次 batch ${batch.batchId}  (撤销 to undo: opengoa import undo ${batch.batchId})`);
  }
  return state === 'done' || state === 'dry-run' ? 0 : 1;
}

const isImport = (report: DryRunReport | ImportReport): report is ImportReport => 'batchId' in report;

const stateWords: Readonly<Record<ImportReport['state'] | 'dry-run' | 'refused', string>> = {
  'dry-run': '试运行,没有改动 · dry run, nothing changed',
  done: '已导入 · imported',
  stopped: '已停止,再次执行即继续 · stopped; the same command goes on',
  'taken-back': '有行被拒绝,已全部撤回 · taken back, since a row was refused',
  'part-way': '有行被拒绝,部分未能撤回 · a row was refused and some could not be taken back',
  refused: '有行被拒绝,没有导入 · nothing imported, since rows were refused',
};

/** The refused rows as a workbook beside the command, to be mended and sent again. */
async function writeErrors(
  kernel: Kernel,
  order: DeskOrder,
  to: string | undefined,
  batchId: Id | undefined,
): Promise<string | null> {
  const { progress: _progress, ...quiet } = order;
  const workbook = await errorWorkbookOf(kernel, { ...quiet, onlyRefused: true, ...(batchId ? { batchId } : {}) });
  if (!isErrorWorkbook(workbook)) return null;
  const path = to ?? `${(order.fileName ?? 'import').replace(/\.(csv|xlsx)$/i, '')}.errors.xlsx`;
  await pipeline(Readable.from(workbook), createWriteStream(path, { mode: 0o600 }));
  return path;
}

const unpackedMost = (kernel: Kernel): number =>
  kernel.registers.standards().numberOn('kernel.request-limits', dayOf(kernel.clock()), [], { item: 'unpacked' });
