import { existsSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { once } from 'node:events';
import { fillWords, Refused, type Words } from '@opengoa/kernel';
import { type CsvValue, csvLine, exchangeRefusals } from '@opengoa/kernel/exchange';
import {
  type AnalysisAnswer,
  type AnalysisMethod,
  type AnalysisRows,
  analysisMethods,
  type BadRow,
  openRows,
  SettingRefused,
} from '@opengoa/risk-centre/analyse';
import { CommandRefused, list, tell, text, type Asked, type Command, type CommandOption } from './command.ts';
import { mappingsOf } from './analyse-mapping.ts';
import { plainFile } from './plain-file.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `opengoa analyse`: a method of the risk centre over files from outside. No store is opened and nothing is kept. */
export const analyse: Command = {
  name: 'analyse',
  about: `用风控方法分析文件(csv、csv.gz、xlsx),不需要数据库 · Run a method of the risk centre over files; no database is needed\n\n${analysisMethods.map(told).join('\n')}`,
  positionals: ['method', '[more input…]'],
  options: {
    input: {
      type: 'string',
      multiple: true,
      about: '要分析的文件,可多个 · file to analyse; repeated, or several after it',
    },
    output: { type: 'string', about: '结果 CSV,- 为标准输出 · CSV to write, or - for the output' },
    map: {
      type: 'string',
      multiple: true,
      about:
        '本方法的列=文件的列,可重复;附加文件写 heads.unit=… · our column=theirs, repeated; heads.unit=… for a further file',
    },
    ...optionsOf(analysisMethods),
  },
  async run(asked) {
    const [name = '', ...more] = asked.positionals;
    const method = analysisMethods.find((each) => each.name === name);
    if (!method) throw unknownMethod(name);
    const inputs = [...list(asked, 'input').map(String), ...more];
    const output = text(asked, 'output');
    if (inputs.length === 0 || output === undefined)
      throw new CommandRefused('须给出 --input 与 --output。--input and --output are needed.');
    const further = Object.keys(method.files ?? {}).flatMap((flag) => {
      const path = text(asked, flag);
      return path === undefined ? [] : [[flag, path] as const];
    });
    const files = [...inputs, ...further.map(([, path]) => path)];
    for (const path of files) {
      if (!existsSync(path) || statSync(path).isDirectory())
        throw new CommandRefused(`没有文件 ${path}。There is no file ${path}.`);
      if (output !== '-' && resolve(path) === resolve(output))
        throw new CommandRefused(`--output 不能是输入文件 ${path}。--output must not be an input.`);
    }
    return runOver(method, asked, inputs, Object.fromEntries(further), output);
  },
};

function told({ name, about, input, files = {}, output }: AnalysisMethod): string {
  const columns = (shape: AnalysisMethod['input']) =>
    Object.entries(shape.columns)
      .map(([column, { required }]) => (required ? column : `[${column}]`))
      .join(',');
  return [
    `  ${name}  ${about.zh}`,
    `    ${about.en}`,
    `    --input ${columns(input)}`,
    ...Object.entries(files).map(
      ([flag, shape]) => `    --${flag} ${columns(shape)}  ${shape.title.zh} ${shape.title.en}`,
    ),
    `    -> ${output.join(',')},score,flag,reason`,
  ].join('\n');
}

function optionsOf(methods: readonly AnalysisMethod[]): Record<string, CommandOption> {
  const options: Record<string, CommandOption> = {};
  for (const { name, files = {}, settings = {} } of methods) {
    for (const [flag, { title }] of Object.entries(files))
      options[flag] = { type: 'string', about: `${name}: ${title.zh} · file of ${title.en}` };
    for (const [flag, { zh, en }] of Object.entries(settings))
      options[flag] = { type: 'string', about: `${name}: ${zh} · ${en}` };
  }
  return options;
}

const unknownMethod = (name: string): CommandRefused =>
  new CommandRefused(
    [
      `没有分析方法 ${name}。There is no method ${name}. 方法 methods:`,
      ...analysisMethods.map((each) => `  ${each.name}  ${each.about.zh} ${each.about.en}`),
    ].join('\n'),
  );

const badRowsTold = 200;
const unpackedMost = 8 * 1024 ** 3;

async function runOver(
  method: AnalysisMethod,
  asked: Asked,
  inputs: readonly string[],
  further: Readonly<Record<string, string>>,
  output: string,
): Promise<number> {
  const mappings = mappingsOf(method, list(asked, 'map').map(String));
  const { signal } = stopOnSignal();
  const count = { good: 0, bad: 0, answers: 0, flags: 0 };
  const tellBad = ({ file, line, why }: BadRow) => {
    count.bad += 1;
    if (count.bad <= badRowsTold) tell(`${file} 第 ${line} 行 line ${line}: ${why.zh} ${why.en}`);
  };
  const closes: (() => void | Promise<void>)[] = [];
  const rowsOf = async (path: string, shape: AnalysisMethod['input'], said: Readonly<Record<string, string>>) => {
    const file = await plainFile(path, unpackedMost, signal).catch((error: NodeJS.ErrnoException) => {
      if (error instanceof CommandRefused || signal.aborted) throw error;
      throw new CommandRefused(`${path} 无法解压。${path} cannot be unpacked.`);
    });
    closes.push(file.remove);
    const opened = await openRows(file, shape, said, tellBad).catch((error: unknown) => {
      throw refusedOf(path, error);
    });
    closes.push(opened.close);
    return opened.rows;
  };
  const out = await outOf(output);
  try {
    // Every file is opened before any is read: a column that is missing in the last is said at once.
    const opened: AnalysisRows[] = [];
    for (const path of inputs) opened.push(await rowsOf(path, method.input, mappings.input));
    const files: Record<string, AnalysisRows> = {};
    for (const [flag, path] of Object.entries(further))
      files[flag] = await rowsOf(path, method.files![flag]!, mappings.files[flag] ?? {});
    const settings = Object.fromEntries(Object.keys(method.settings ?? {}).map((name) => [name, text(asked, name)]));
    const answers = method.run(counted(opened, count), files, settings, {
      passOver: ({ file, line }, why) => tellBad({ file, line, why }),
    });
    await out.write([...method.output, 'score', 'flag', 'reason']);
    for await (const answer of answers) {
      if (signal.aborted) throw new CommandRefused('已停止。Stopped.');
      count.answers += 1;
      count.flags += answer.flag;
      await out.write(cellsOf(method, answer));
    }
    await out.end();
  } catch (error) {
    await out.drop();
    if (error instanceof SettingRefused) throw new CommandRefused(error.message);
    throw refusedOf(inputs[0]!, error);
  } finally {
    for (const close of closes.toReversed()) await close();
  }
  if (count.bad > badRowsTold)
    tell(`……另有 ${count.bad - badRowsTold} 行未列出 and ${count.bad - badRowsTold} further rows`);
  tell(
    `读入 rows ${count.good} · 跳过 passed over ${count.bad} · 结果 answers ${count.answers} · 待核实 to be verified ${count.flags}`,
  );
  return 0;
}

async function* counted(all: readonly AnalysisRows[], count: { good: number }): AnalysisRows {
  for (const rows of all)
    for await (const row of rows) {
      count.good += 1;
      yield row;
    }
}

const numberCell = (value: number): CsvValue => ({ digits: String(Number(value.toPrecision(9))) });

function cellsOf(method: AnalysisMethod, { values, score, flag, reason }: AnalysisAnswer): CsvValue[] {
  const own = method.output.map((column): CsvValue => {
    const value = values[column] ?? null;
    return typeof value === 'number' ? numberCell(value) : value;
  });
  return [...own, score === null ? null : numberCell(score), { digits: String(flag) }, `${reason.zh} ${reason.en}`];
}

/** What is wrong with a file, in the words of imports. */
function refusedOf(path: string, error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const { code, data } = error.refusal;
  const words = (exchangeRefusals as Readonly<Record<string, Words>>)[code] ?? { zh: code, en: code };
  // By the names that --map takes, rather than by their titles.
  const names = Array.isArray(data['names']) ? { columns: data['names'].join('、') } : {};
  const { zh, en } = fillWords(words, { ...data, ...names });
  return new CommandRefused(`${path}: ${zh}\n${path}: ${en}`);
}

interface Out {
  write(cells: readonly CsvValue[] | readonly string[]): Promise<void>;
  end(): Promise<void>;
  drop(): Promise<void>;
}

/** A file appears only when it is whole; what was there before stands until then. */
async function outOf(output: string): Promise<Out> {
  if (output === '-')
    return {
      async write(cells) {
        if (!process.stdout.write(csvLine(cells))) await once(process.stdout, 'drain');
      },
      end: async () => undefined,
      drop: async () => undefined,
    };
  const unfinished = `${output}.unfinished`;
  const file = await open(unfinished, 'w', 0o600).catch((error: Error) => {
    throw new CommandRefused(`无法写入 ${output}(${error.message})。${output} cannot be written.`);
  });
  let waiting = '';
  const flush = async () => {
    await file.writeFile(waiting);
    waiting = '';
  };
  return {
    async write(cells) {
      waiting += csvLine(cells);
      if (waiting.length > 1 << 16) await flush();
    },
    async end() {
      await flush();
      await file.close();
      await rename(unfinished, output);
    },
    async drop() {
      await file.close();
      await rm(unfinished, { force: true });
    },
  };
}
