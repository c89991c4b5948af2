import { words } from '@opengoa/kernel/words';
import {
  day,
  number,
  Page,
  Section,
  Shown,
  roomsNow,
  StatusTag,
  useRead,
  codeWords,
  useWords,
  type Answer,
  type Tone,
} from '@opengoa/web-kit';
import type { Words } from '@opengoa/kernel/contract';
import { Input } from 'antd';
import { useState } from 'react';
import { levels } from '../words.ts';
import { kernelCodes } from './kernel-codes.ts';

type Standard = Answer<'kernel.standards'>['standards'][number];

const confidence: Readonly<Record<string, { words: Words; tone: Tone }>> = {
  confirmed: { words: words('已核实·可拦截', 'Confirmed: may block'), tone: 'done' },
  'single-source': { words: words('单一来源·仅提醒', 'Single source: warns'), tone: 'check' },
  recalled: { words: words('待核对·仅告知', 'Recalled: informs'), tone: 'plain' },
  'project-default': { words: words('项目默认', 'Default of this program'), tone: 'plain' },
};

/** 标准: each with its dated values, their papers, and what a check on them may do. */
export default function Standards() {
  const { w } = useWords();
  const [q, setQ] = useState('');
  const [room, setRoom] = useState<string>();
  const rooms = [
    ...roomsNow().filter((each) => each.codes),
    { name: 'kernel', title: words('系统与安全', 'System and security') },
  ];
  const known = useRead('kernel.standards', {});
  return (
    <Page
      title={words('标准', 'Standards')}
      about={words(
        '每个数值都有施行日期和出处；旧值从不覆盖。',
        'Every value has its day and source; nothing is overwritten.',
      )}
    >
      <p className="k-chips s-rooms">
        {[undefined, ...rooms].map((each) => (
          <button
            key={each?.name ?? ''}
            type="button"
            className="k-chip k-chip-press"
            aria-pressed={room === each?.name}
            onClick={() => setRoom(each?.name)}
          >
            {w(each?.title ?? words('全部', 'All'))}
          </button>
        ))}
      </p>
      <Input
        allowClear
        value={q}
        onChange={(event) => setQ(event.target.value)}
        placeholder={w(words('按名称、编号或文件查找', 'Find by name, id or paper'))}
        aria-label={w(words('查找标准', 'Find a standard'))}
        style={{ maxWidth: 360, marginBottom: 16 }}
      />
      <Shown known={known} lines={20}>
        {({ standards }) => (
          <>
            {standards
              .filter(
                ({ id, title, rows }) =>
                  (room === undefined || id.startsWith(`${room}.`)) &&
                  (q === '' ||
                    [id, title.zh, title.en, ...rows.map((row) => row.document)].some((text) =>
                      text.toLowerCase().includes(q.toLowerCase()),
                    )),
              )
              .map((standard) => (
                <OneStandard key={standard.id} standard={standard} />
              ))}
          </>
        )}
      </Shown>
    </Page>
  );
}

type Write = (words: Words | string) => string;

/** `sedan/small-passenger` by the names of the room; a year or a place stands as it is. */
const called = (room: string, code: string, w: Write): string =>
  code
    .split('/')
    .map((each) => w((room === 'kernel' ? kernelCodes[each] : codeWords(room, each)) ?? each))
    .join('、');

/** Numbers with thousands separators, codes by their names: a code with a room before it by the name that room gives it. */
const valueText = (room: string, value: Words, w: Write): string =>
  /^(?:[a-z][a-z0-9-]*\.)?[a-z][a-z0-9-]*$/.test(value.zh)
    ? called(value.zh.includes('.') ? value.zh.split('.')[0]! : room, value.zh, w)
    : w(value).replace(/^\d{5,}(?=\D|$)/, (digits) => number(digits));

function OneStandard({ standard }: { readonly standard: Standard }) {
  const { w, language } = useWords();
  const room = standard.id.split('.')[0] ?? '';
  const byCase = standard.rows.some(({ when }) => when.length > 0);
  return (
    <Section title={w(standard.title)} acts={<code className="k-faint">{standard.id}</code>}>
      {standard.about && <p className="k-faint">{w(standard.about)}</p>}
      <div className="k-wide-content" tabIndex={0} role="region" aria-label={w(standard.title)}>
        <table className="k-table k-table-wrap">
          <thead>
            <tr>
              {[
                words('施行', 'From'),
                words('范围', 'Scope'),
                ...(byCase ? [words('情形', 'Case')] : []),
                words('值', 'Value'),
                words('出处', 'Paper'),
                words('效力', 'Effect'),
              ].map((each) => (
                <th key={each.en} scope="col">
                  {w(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {standard.rows.map((row, at) => (
              <tr key={`${row.from}-${row.when.join()}-${String(at)}`}>
                <td>{day(row.from, language)}</td>
                <td>{w(levels[row.scope] ?? row.scope)}</td>
                {byCase && <td>{row.when.map((code) => called(room, code, w)).join(' · ') || '—'}</td>}
                <td>{valueText(room, row.value, w)}</td>
                <td>
                  {[row.document, row.article].filter(Boolean).join(' ')}
                  {row.waiver && ` · ${w(words('豁免', 'waiver'))} ${row.waiver}`}
                </td>
                <td>
                  <StatusTag tone={confidence[row.confidence]?.tone ?? 'plain'}>
                    {w(confidence[row.confidence]?.words ?? words(row.confidence, row.confidence))}
                  </StatusTag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
