import type { Problem, Words } from '@opengoa/kernel/contract';
import { number, Page, problemOf, RefusalNote, run, Section, send, useRead, useWords, uuid } from '@opengoa/web-kit';
import type { ImportStanding } from '@opengoa/web-kit/doors';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { notReadWords, type PartName, partWords } from '../words.zh.ts';
import { type Apart, mostBytes, type Table, takeSetApart, type Unfit } from './take-set-apart.ts';
import './read-set-page.css';

const EVERY_MS = 700;
const titleOf = (part: string) =>
  Object.hasOwn(partWords, part) ? partWords[part as PartName] : { zh: part, en: part };

/** 读入数据交换集: taken apart here, and each part goes in by its sheet, looked over first; vehicles before what bears their plates. */
export default function ReadSetPage() {
  const { w } = useWords();
  const [apart, setApart] = useState<{ readonly name: string; readonly found: Apart | Unfit }>();
  const bring = async (file: File | undefined) => {
    if (!file) return;
    const found: Apart | Unfit = file.size > mostBytes ? { why: 'too-large' } : takeSetApart(await file.text());
    setApart({ name: file.name, found });
  };
  return (
    <Page
      title={{ zh: '读入数据交换集', en: 'Read an exchange set' }}
      wide={false}
      about={{
        zh: '读入其他单位或平台用本系统生成的 JSON 文件。先核对，再按部分读入；已有的按车牌等更新，读入后可以撤销。',
        en: 'Reads a JSON document that this program made elsewhere. It is looked over first and goes in part by part; a part can be undone.',
      }}
    >
      <Section>
        <p className="v-set-about">
          {w({
            zh: '可以读入：车辆、驾驶员、派车、维修保养、年检、加油充电、保险、通行、停车、其他费用、社会租车。请自上而下逐个读入：先车辆和驾驶员，再其他。派车须由调度员读入。',
            en: 'What can be read: vehicles, drivers, dispatches, upkeep, inspections, energy, insurance, tolls, parking, other costs, hired cars. From the top down: vehicles and drivers first. Dispatches are read by a dispatcher.',
          })}
        </p>
        <label className="k-files-add v-set-choose">
          {w({ zh: '选择 JSON 文件', en: 'Choose a JSON file' })}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              void bring(file);
            }}
          />
        </label>
      </Section>
      {apart && 'why' in apart.found && <UnfitNote unfit={apart.found} />}
      {apart && 'tables' in apart.found && <Parts key={apart.name} apart={apart.found} />}
    </Page>
  );
}

const whyNot = (part: string): Words =>
  Object.hasOwn(notReadWords, part)
    ? notReadWords[part as keyof typeof notReadWords]
    : { zh: '本系统没有这一部分', en: 'this program has no such part' };
const told = (part: string, rows: number, why: Words): Words => ({
  zh: `${titleOf(part).zh} ${rows} 行：${why.zh}`,
  en: `${titleOf(part).en} (${rows}): ${why.en}`,
});

/** Upkeep is two registers here. */
const registers: Readonly<Record<string, Words>> = {
  'vehicles.repair': { zh: '·维修', en: ': repairs' },
  'vehicles.service': { zh: '·保养', en: ': services' },
};
const titleOfTable = ({ part, sheet }: Table): Words => {
  const [title, register = { zh: '', en: '' }] = [titleOf(part), registers[sheet]];
  return { zh: title.zh + register.zh, en: title.en + register.en };
};

function UnfitNote({ unfit }: { readonly unfit: Unfit }) {
  const { w } = useWords();
  const said = {
    'not-a-set': { zh: '这不是车辆数据交换集。', en: 'This is no exchange set of vehicles.' },
    'other-version': { zh: '这份交换集的版本不能读入。', en: 'Sets of this version cannot be read.' },
    'too-large': {
      zh: '文件太大（最多 20 MB，每部分最多 20,000 行），请缩短时段重新生成。',
      en: 'It is too large (20 MB, 20,000 rows a part); have one of fewer days made.',
    },
  };
  return (
    <p className="k-error" role="alert">
      {unfit.why === 'part-unfit'
        ? w({
            zh: `“${titleOf(unfit.part).zh}”第 ${unfit.row} 行${unfit.column === '' ? '' : `“${unfit.column}”列`}的内容不能读入。`,
            en: `"${titleOf(unfit.part).en}", row ${unfit.row}${unfit.column === '' ? '' : `, column "${unfit.column}"`}: it cannot be read.`,
          })
        : w(said[unfit.why])}
    </p>
  );
}

function Parts({ apart }: { readonly apart: Apart }) {
  const { w } = useWords();
  return (
    <>
      <p className="k-note v-set-about">
        {w({
          zh: `${apart.unitName}，${apart.from} 至 ${apart.to}`,
          en: `${apart.unitName}, ${apart.from} to ${apart.to}`,
        })}
      </p>
      {apart.tables.length === 0 && (
        <p>{w({ zh: '其中没有可以读入的数据。', en: 'There is nothing in it that can be read.' })}</p>
      )}
      {apart.tables.map((table) => (
        <Part key={`${table.part} ${table.sheet}`} table={table} />
      ))}
      {(apart.notTaken.length > 0 || apart.withTrips.length > 0) && (
        <Section title={{ zh: '不读入的', en: 'Not read' }}>
          <ul className="v-set-refused">
            {apart.notTaken.map(({ part, rows }) => (
              <li key={part}>{w(told(part, rows, whyNot(part)))}</li>
            ))}
            {apart.withTrips.map(({ part, rows }) => (
              <li key={part}>
                {w(
                  told(part, rows, {
                    zh: '途中费用，随派车读入，不另计',
                    en: 'laid out on trips, which bring it along',
                  }),
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Part({ table }: { readonly table: Table }) {
  const { w } = useWords();
  const [job, setJob] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [goodOnly, setGoodOnly] = useState(false);
  const known = useRead(
    'kernel.import',
    { id: job ?? '' },
    {
      when: job !== undefined,
      everyMs: (answer) => (answer === undefined || answer.state === 'running' ? EVERY_MS : false),
    },
  );
  const standing = job === undefined ? undefined : known.answer;
  const running = job !== undefined && (standing === undefined || standing.state === 'running') && !known.problem;
  const begin = async (dry: boolean) => {
    setProblem(undefined);
    const search = new URLSearchParams({
      dry: dry ? '1' : '0',
      accept: goodOnly ? 'good-rows' : 'all-or-nothing',
      name: `${table.part}.csv`,
    });
    try {
      const file = new File([table.csv], `${table.part}.csv`, { type: 'text/csv' });
      const { id } = await send<{ id: string }>(
        `/api/imports/${table.sheet}?${search.toString()}`,
        file,
        'text/csv',
        uuid(),
      );
      setJob(id);
    } catch (caught) {
      setProblem(problemOf(caught));
    }
  };
  const undo = async () => {
    try {
      await run('kernel.undo-import', { import: job ?? '' });
      known.again();
    } catch (caught) {
      setProblem(problemOf(caught));
    }
  };
  const counts = standing?.counts;
  const toWrite = counts ? counts.new + counts.changed : 0;
  const judged = standing?.state === 'judged' && !standing.refusal;
  // What only the act itself sees (a name nobody bears, times that overlap) turns the whole away; its good rows may still go in.
  const turnedAway = standing?.state === 'refused' || standing?.state === 'taken-back';
  const someRefused = judged ? (counts?.refused ?? 0) > 0 : turnedAway && (standing.refused ?? []).length > 0;
  const rows = w({ zh: `${table.rows} 行`, en: `${table.rows} rows` });
  return (
    <Section title={{ zh: `${titleOfTable(table).zh}（${rows}）`, en: `${titleOfTable(table).en} (${rows})` }}>
      <RefusalNote problem={problem ?? (job ? known.problem : undefined)} />
      {standing && <Standing standing={standing} rowsOfPart={table.rowsOfPart} />}
      <div className="v-set-acts">
        {!judged && !standing?.may.includes('kernel.undo-import') && (
          <Button loading={running} onClick={() => void begin(true)}>
            {w({ zh: '核对', en: 'Look it over' })}
          </Button>
        )}
        {someRefused && (
          <Checkbox checked={goodOnly} onChange={({ target }) => setGoodOnly(target.checked)}>
            {w({ zh: '只读入没有问题的行', en: 'Only the good rows' })}
          </Checkbox>
        )}
        {turnedAway && goodOnly && (
          <Button type="primary" onClick={() => void begin(false)}>
            {w({ zh: '读入没有问题的行', en: 'Read the good rows' })}
          </Button>
        )}
        {judged && (
          <Button
            type="primary"
            disabled={toWrite === 0 || (counts !== undefined && counts !== null && counts.refused > 0 && !goodOnly)}
            onClick={() => void begin(false)}
          >
            {w({ zh: `读入 ${toWrite} 行`, en: `Read ${toWrite} rows` })}
          </Button>
        )}
        {standing?.may.includes('kernel.undo-import') && (
          <Button danger onClick={() => void undo()}>
            {w({ zh: '撤销本批', en: 'Undo this batch' })}
          </Button>
        )}
      </div>
    </Section>
  );
}

const stateWords: Readonly<Record<ImportStanding['state'], { readonly zh: string; readonly en: string }>> = {
  running: { zh: '正在办理…', en: 'Under way …' },
  judged: { zh: '核对完毕，尚未写入', en: 'Looked over, nothing written' },
  refused: { zh: '整批未接收', en: 'Refused as a whole' },
  done: { zh: '已读入', en: 'Read' },
  undone: { zh: '本批已撤销', en: 'Undone' },
  stopped: { zh: '已停止', en: 'Stopped' },
  'taken-back': { zh: '有一行未能写入，已全部退回', en: 'One row could not go in; all were taken out again' },
  'part-way': { zh: '部分行未能退回，请联系系统管理员', en: 'Some rows could not be taken out again' },
};

function Standing({
  standing,
  rowsOfPart,
}: {
  readonly standing: ImportStanding;
  readonly rowsOfPart: readonly number[];
}) {
  const { w } = useWords();
  const { state, counts, refused, refusal, errors } = standing;
  return (
    <div role="status">
      <p>
        {w(stateWords[state])}
        {counts &&
          w({
            zh: `：新增 ${number(counts.new)}，变更 ${number(counts.changed)}，相同 ${number(counts.same)}，拒绝 ${number(counts.refused)}`,
            en: `: ${counts.new} new, ${counts.changed} changed, ${counts.same} the same, ${counts.refused} refused`,
          })}
      </p>
      {refusal && <p className="k-error">{w(refusal)}</p>}
      {refused && refused.length > 0 && (
        <ul className="v-set-refused">
          {refused.slice(0, 20).map(({ line, problems }) => (
            <li key={line}>
              {/* The header of the table is its first line. */}
              {w({
                zh: `第 ${rowsOfPart[line - 2] ?? line - 1} 行：`,
                en: `Row ${rowsOfPart[line - 2] ?? line - 1}: `,
              })}
              {problems
                .map(({ title, header, message }) => `${title ? w(title) : (header ?? '')} ${w(message)}`.trim())
                .join('；')}
            </li>
          ))}
        </ul>
      )}
      {errors && refused && refused.length > 0 && (
        <a className="k-link" href={errors} download>
          {w({ zh: '下载错误工作簿', en: 'Download the error workbook' })}
        </a>
      )}
    </div>
  );
}
