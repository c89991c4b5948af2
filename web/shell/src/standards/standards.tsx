import {
  day,
  Page,
  Section,
  Shown,
  StatusTag,
  useRead,
  unitMark,
  useWords,
  type Answer,
  type Tone,
} from '@opengoa/web-kit';
import type { Words } from '@opengoa/kernel/contract';
import { Input } from 'antd';
import { useState } from 'react';
import { levels } from '../words.ts';

type Standard = Answer<'kernel.standards'>['standards'][number];

const words = (zh: string, en: string) => ({ zh, en });
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
  const known = useRead('kernel.standards', {});
  return (
    <Page
      title={words('标准', 'Standards')}
      about={words(
        '每个数值都有施行日期和出处；旧值从不覆盖。',
        'Every value has its day and source; nothing is overwritten.',
      )}
    >
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
                  q === '' ||
                  [id, title.zh, title.en, ...rows.map((row) => row.document)].some((text) =>
                    text.toLowerCase().includes(q.toLowerCase()),
                  ),
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

function OneStandard({ standard }: { readonly standard: Standard }) {
  const { w, language } = useWords();
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
                words('情形', 'Case'),
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
              <tr key={`${row.from}-${row.when}-${String(at)}`}>
                <td>{day(row.from, language)}</td>
                <td>{w(levels[row.scope] ?? row.scope)}</td>
                <td>{row.when || '—'}</td>
                <td>
                  {row.value} {unitMark(row.unit, language)}
                </td>
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
