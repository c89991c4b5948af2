import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Refused } from '@opengoa/kernel';
import type { Words } from '@opengoa/kernel/words';
import { type AnalysisAnswer, type AnalysisMethod, type AnalysisRows, SettingRefused } from '../analyse/method.ts';
import { type BadRow, openRows, type OpenRows } from '../analyse/open-rows.ts';
import { methodOf, shapeOf } from './analysis-method.ts';
import { settingName } from './words.ts';
import type { AnalysisMessage, AnalysisOrder, Rows } from './analysis-order.ts';

/** Rows sent on together. */
const portion = 500;
const tellEvery = 2_000;

/** More came of the files than is kept. */
class TooMuch extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

const port = parentPort!;
const tell = (message: AnalysisMessage) => port.postMessage(message);

/** The body of the thread: one method over its files, from the first row to the last answer. */
async function analyse({ method: name, files, settings, budget, most }: AnalysisOrder): Promise<void> {
  const method = methodOf(name)!;
  let read = 0;
  const count = { answers: 0, bad: 0 };
  let waiting: { answers: Rows['answers']; bad: Rows['bad'] } = { answers: [], bad: [] };
  const send = async (): Promise<void> => {
    const rows = { ...waiting, read };
    waiting = { answers: [], bad: [] };
    tell({ say: 'rows', rows });
    await once(port, 'message');
  };
  const tellBad = ({ file, line, why }: BadRow): void => {
    count.bad += 1;
    if (count.bad > most.bad)
      throw new TooMuch({
        zh: `不能分析的行超过 ${most.bad} 行，请核对各列的对应和文件内容。`,
        en: `More than ${most.bad} rows cannot be analysed; check the columns and the file.`,
      });
    waiting.bad.push({ file, line, why });
  };
  const opened: OpenRows[] = [];
  const rowsOf = async (role: string): Promise<AnalysisRows[]> => {
    const all: AnalysisRows[] = [];
    for (const file of files.filter((each) => each.role === role)) {
      const one = await openRows(file, shapeOf(method, role)!, file.said, tellBad, budget);
      opened.push(one);
      all.push(one.rows);
    }
    return all;
  };
  const counted = async function* counted(all: readonly AnalysisRows[]): AnalysisRows {
    for (const rows of all)
      for await (const row of rows) {
        read += 1;
        if (waiting.bad.length >= portion) await send();
        else if (read % tellEvery === 0) tell({ say: 'read', read });
        yield row;
      }
  };
  try {
    const input = counted(await rowsOf('input'));
    const further: Record<string, AnalysisRows> = {};
    for (const role of Object.keys(method.files ?? {})) {
      const [rows] = await rowsOf(role);
      if (rows) further[role] = rows;
    }
    const tools = {
      passOver: ({ file, line }: { file: string; line: number }, why: Words) => tellBad({ file, line, why }),
    };
    for await (const answer of method.run(input, further, settings, tools)) {
      count.answers += 1;
      if (count.answers > most.answers)
        throw new TooMuch({
          zh: `结果超过 ${most.answers} 行，请分批分析。`,
          en: `More than ${most.answers} answers; analyse the file in parts.`,
        });
      waiting.answers.push(keptAnswer(method.output, answer));
      if (waiting.answers.length + waiting.bad.length >= portion) await send();
    }
    while (waiting.answers.length + waiting.bad.length > 0) await send();
    tell({ say: 'end', read });
  } catch (error) {
    if (error instanceof SettingRefused) tell({ say: 'unfit', why: onThePage(method, error.words) });
    else if (error instanceof TooMuch) tell({ say: 'unfit', why: error.words });
    else if (error instanceof Refused) tell({ say: 'refused', refusal: error.refusal });
    else throw error;
  } finally {
    for (const { close } of opened) await close();
  }
}

/** Methods say what is wrong with a setting or a further file by its flag; on a page it has a name. */
function onThePage({ settings = {}, files = {} }: AnalysisMethod, { zh, en }: Words): Words {
  const named: [string, Words][] = [
    ...Object.entries(settings).map(([flag, about]): [string, Words] => [flag, settingName(about)]),
    ...Object.entries(files).map(([flag, { title }]): [string, Words] => [flag, title]),
  ];
  const inWords = (text: string, language: keyof Words) =>
    named.reduce(
      (said, [flag, name]) => said.replaceAll(`--${flag} `, language === 'zh' ? `“${name.zh}”` : `“${name.en}” `),
      text,
    );
  return { zh: inWords(zh, 'zh'), en: inWords(en, 'en') };
}

const longest = { cell: 2_000, reason: 4_000 };

/** What no number is (a ratio over nothing) is kept as empty; nothing runs on without end. */
function keptAnswer(
  output: readonly string[],
  { values, score, flag, reason }: AnalysisAnswer,
): Rows['answers'][number] {
  const cells = output.map((column) => {
    const value = values[column] ?? null;
    if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(9)) : null;
    return value === null ? null : value.slice(0, longest.cell);
  });
  const cut = ({ zh, en }: Words) => ({ zh: zh.slice(0, longest.reason), en: en.slice(0, longest.reason) });
  return {
    cells,
    score: score === null || !Number.isFinite(score) ? null : Number(score.toPrecision(9)),
    flag: flag === 1,
    reason: cut(reason),
  };
}

await analyse(workerData as AnalysisOrder);
