import { type Kernel, runRead } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import { dayOfReport, dayOfReview, type FigureOfReport, type ReportOfYear, writtenAs } from './reports.ts';
import { sideBySide } from './side-by-side.ts';
import { nameOfUnit } from './units-and-people.ts';

const atOnce = 4;

interface StatementRead {
  readonly version: number;
  readonly lines: readonly {
    readonly line: string;
    readonly amount: { readonly value: number | null; readonly taken: number | null };
  }[];
  readonly notes: readonly { readonly check: string; readonly line: string; readonly outcome: string }[];
}

/** Statements of the institutions month by month: opened, filled in, what is asked is answered, signed, and accepted from above. */
export async function sendReports(
  kernel: Kernel,
  reports: readonly ReportOfYear[],
  { progress, signal }: { readonly progress: (line: string) => void; readonly signal: AbortSignal },
): Promise<void> {
  const reported = new Map<string, number>();
  // A month may be written from an earlier one of the same unit: one unit after the other's, month by month.
  await sideBySide(Map.groupBy(reports, ({ unit }) => unit).values(), atOnce, async (own) => {
    for (const report of own) {
      signal.throwIfAborted();
      await sendReport(kernel, report, reported);
    }
  });
  progress(`统计月报 ${reports.length} · monthly statements`);
}

async function sendReport(
  kernel: Kernel,
  { unit, month, written }: ReportOfYear,
  reported: Map<string, number>,
): Promise<void> {
  const clerk = as('钱晓燕');
  const at = (day: string, time: string) => atTime(kernel, new Date(`${day}T${time}+08:00`));
  const entered = at(dayOfReport(month), '10:00:00');
  const opened = await does(entered, clerk, 'energy.open-statement', { unit: unitId(unit), month });
  const statement = opened.facts[0]!.object.id;
  const now = async () =>
    (await runRead(entered, 'energy.statement', { id: statement }, clerk)) as unknown as StatementRead;
  let { version, lines, notes } = await now();
  const valueOf = ({ line, from, times }: FigureOfReport): number => {
    const amount = (of: string) => lines.find((each) => each.line === of)?.amount.taken ?? null;
    const base =
      from === 'meter'
        ? amount(line)
        : from === 'heads' || from === 'area'
          ? amount(from)
          : (reported.get(`${unit} ${from} ${line}`) ?? null);
    if (base === null) throw new Error(`demo: ${unit} ${month} ${line} has nothing to be written from (${from})`);
    return writtenAs(base * times);
  };
  for (const figure of written) {
    const value = valueOf(figure);
    reported.set(`${unit} ${month} ${figure.line}`, value);
    await does(entered, clerk, 'energy.fill-cell', {
      statement,
      version,
      line: figure.line,
      field: 'amount',
      value,
      basis: figure.basis,
      why: figure.basis === 'bill' ? '按账单填报' : '无独立计量',
    });
    version += 1;
  }
  if (written.length > 0) ({ version, notes } = await now());
  for (const { check, line } of notes.filter(({ outcome }) => outcome === 'warn')) {
    await does(entered, clerk, 'energy.answer-check', { statement, version, check, line, why: '已与账单核对' });
    version += 1;
  }
  await does(entered, clerk, 'energy.submit-statement', {
    statement,
    version,
    head: `${nameOfUnit(unit)}负责人`,
    statistician: '钱晓燕',
  });
  await does(at(dayOfReview(month), '15:00:00'), as('韩非'), 'energy.accept-statement', { statement });
}
