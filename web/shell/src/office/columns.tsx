import { words } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';
import { Page, Section, Shown, StatusTag, useRead, useWords, type Answer, type Tone } from '@opengoa/web-kit';
import { Input } from 'antd';
import { useState } from 'react';
import { roleWords } from './role-words.ts';

type Told = Answer<'kernel.columns'>;
type Mark = Told['tables'][number]['columns'][number]['mark'];

const tones: Readonly<Record<Mark, Tone>> = { none: 'plain', personal: 'check', sensitive: 'refused', secret: 'busy' };
const marks: readonly (readonly [Mark | undefined, Words, (counts: Told['counts']) => number])[] = [
  [undefined, words('全部', 'All'), ({ columns }) => columns],
  ['personal', words('个人信息', 'Personal'), ({ personal }) => personal],
  ['sensitive', words('敏感个人信息', 'Sensitive personal'), ({ sensitive }) => sensitive],
  ['secret', words('鉴别信息', 'Proof of identity'), ({ secret }) => secret],
];

/** 数据目录: class, mark, owner, purpose and retention of everything that is kept. */
export default function Columns() {
  const { w } = useWords();
  const [mark, setMark] = useState<Mark>();
  const [q, setQ] = useState('');
  const known = useRead('kernel.columns', mark === undefined ? {} : { mark }, { keep: true });
  const fits = (text: string) => text.toLowerCase().includes(q.trim().toLowerCase());
  return (
    <Page
      title={words('数据目录', 'Catalogue of data')}
      about={words(
        '每一列数据的类别、级别、个人信息标记、责任岗位、用途和保存期限。本页只列数据项，不显示任何数据。',
        'Class, level, mark, owner, purpose and retention of every column. This page tells of columns and shows no data.',
      )}
    >
      <p className="k-chips s-rooms">
        {marks.map(([each, title, count]) => (
          <button
            key={each ?? ''}
            type="button"
            className="k-chip k-chip-press"
            aria-pressed={mark === each}
            onClick={() => setMark(each)}
          >
            {w(title)}
            {known.answer && ` ${String(count(known.answer.counts))}`}
          </button>
        ))}
      </p>
      <Input
        allowClear
        value={q}
        onChange={(event) => setQ(event.target.value)}
        placeholder={w(words('按数据表、列名或用途查找', 'Find by table, column or purpose'))}
        aria-label={w(words('查找数据项', 'Find a column'))}
        style={{ maxWidth: 360, marginBottom: 16 }}
      />
      <Shown known={known} lines={20}>
        {({ tables }) => (
          <>
            {tables
              .map((table) => ({
                ...table,
                columns:
                  fits(table.table) || fits(w(table.title))
                    ? table.columns
                    : table.columns.filter(({ column, purpose }) => fits(column) || fits(w(purpose))),
              }))
              .filter(({ columns }) => columns.length > 0)
              .map((table) => (
                <OneTable key={table.table} table={table} />
              ))}
          </>
        )}
      </Shown>
    </Page>
  );
}

function OneTable({ table }: { readonly table: Told['tables'][number] }) {
  const { w } = useWords();
  const heads = [
    words('列', 'Column'),
    words('类别', 'Class'),
    words('级别', 'Level'),
    words('个人信息标记', 'Mark'),
    words('用途', 'Purpose'),
  ];
  return (
    <Section title={w(table.title)} acts={<code className="k-faint">{table.table}</code>}>
      <p className="k-faint">
        {w(words('责任岗位', 'Owner'))}：{w(roleWords()[table.owner] ?? table.owner)} · {w(words('保存', 'Kept'))}：
        {w(table.retention)}
        {table.standard && <code> {table.standard}</code>}
      </p>
      <div className="k-wide-content" tabIndex={0} role="region" aria-label={w(table.title)}>
        <table className="k-table k-table-wrap">
          <thead>
            <tr>
              {heads.map((each) => (
                <th key={each.en} scope="col">
                  {w(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.columns.map((each) => (
              <tr key={each.column}>
                <td>
                  <code>{each.column}</code>
                </td>
                <td>{w(each.class)}</td>
                <td>{each.level}</td>
                <td>
                  <StatusTag tone={tones[each.mark]}>{w(each.markWords)}</StatusTag>
                </td>
                <td>{w(each.purpose)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
