import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  DayField,
  Go,
  money,
  number,
  Page,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  useRead,
  useWay,
  useWords,
} from '@opengoa/web-kit';
import { useEffect, useRef } from 'react';
import { topClasses } from '../../cards/words.zh.ts';

type Depreciation = Answer<'assets.depreciation'>;
type Amounts = Depreciation['total'];

/** 折旧表: as of a day, by unit and class; a row opens to its cards. */
export default function DepreciationPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const asked = Object.fromEntries(
    (['day', 'unit', 'class'] as const).flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
  );
  const known = useRead('assets.depreciation', asked, { keep: true });
  const address = (more: Readonly<Record<string, string>>) =>
    `${way.path}?${new URLSearchParams({ ...asked, ...more }).toString()}`;
  return (
    <Page
      title={words('折旧', 'Depreciation')}
      acts={
        <a
          className="k-link"
          href={`/api/reads/assets.depreciation.xlsx?${new URLSearchParams(asked).toString()}`}
          download
        >
          {w(words('下载折旧表', 'Download'))}
        </a>
      }
    >
      <Shown known={known} lines={12}>
        {(it) => (
          <>
            <div className="k-field" style={{ maxWidth: 220 }}>
              <label className="k-label" htmlFor="as-of">
                {w(words('截至', 'As of'))}
              </label>
              <DayField id="as-of" value={it.day} onChange={(day) => day && way.go(address({ day }))} />
            </div>
            <Statement of={it} address={address} />
            {it.cards.length > 0 && <Cards of={it} unit={asked['unit']} code={asked['class']} />}
          </>
        )}
      </Shown>
    </Page>
  );
}

function Heads() {
  const { w } = useWords();
  return (
    <>
      {[
        words('项数', 'Cards'),
        words('原值', 'Value'),
        words('本月折旧', 'This month'),
        words('本年折旧', 'This year'),
        words('累计折旧', 'Depreciated'),
        words('净值', 'Net value'),
      ].map((title) => (
        <th key={title.en} className="k-amount">
          {w(title)}
        </th>
      ))}
    </>
  );
}

const Figures = ({ of: row }: { readonly of: Amounts }) => (
  <>
    <td className="k-amount">{number(row.cards)}</td>
    {[row.valueFen, row.monthFen, row.yearFen, row.accumulatedFen, row.netFen].map((fen, at) => (
      <td key={at} className="k-amount">
        {money(fen)}
      </td>
    ))}
  </>
);

function Statement({
  of: it,
  address,
}: {
  readonly of: Depreciation;
  readonly address: (more: Readonly<Record<string, string>>) => string;
}) {
  const { w } = useWords();
  return (
    <Section title={words('按单位和门类', 'By unit and class')}>
      <TableBox title={w(words('按单位和门类', 'By unit and class'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th>{w(words('单位', 'Unit'))}</th>
              <th>{w(words('门类', 'Class'))}</th>
              <Heads />
            </tr>
          </thead>
          <tbody>
            {it.rows.map((row) => (
              <tr key={`${row.unit} ${row.class}`}>
                <td>{row.unitName}</td>
                <td>
                  <Go className="k-link" to={address({ unit: row.unit, class: row.class })}>
                    {row.class} {w(topClasses[row.class as keyof typeof topClasses] ?? words('', ''))}
                  </Go>
                </td>
                <Figures of={row} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{w(words('合计', 'Total'))}</td>
              <td />
              <Figures of={it.total} />
            </tr>
          </tfoot>
        </table>
      </TableBox>
    </Section>
  );
}

function Cards({
  of: it,
  unit,
  code,
}: {
  readonly of: Depreciation;
  readonly unit: string | undefined;
  readonly code: string | undefined;
}) {
  const { w } = useWords();
  const box = useRef<HTMLDivElement>(null);
  // They stand below a long table: whoever pressed a class is brought to them.
  useEffect(() => {
    const heading = box.current?.querySelector('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, [unit, code]);
  const row = it.rows.find((each) => each.unit === unit && each.class === code);
  const which = row ? ` · ${row.unitName} ${row.class}` : '';
  return (
    <div ref={box}>
      <Section title={words(`资产明细${which}`, `Cards${which}`)}>
        {it.more && (
          <p className="k-note">
            {w(words('卡片较多，只列前 1000 张，全部请到台账筛选。', 'Only the first thousand are listed here.'))}
          </p>
        )}
        <TableBox title={w(words('资产明细', 'Cards'))}>
          <table className="k-table">
            <thead>
              <tr>
                <th>{w(words('资产编号', 'Number'))}</th>
                <th>{w(words('名称', 'Name'))}</th>
                <Heads />
              </tr>
            </thead>
            <tbody>
              {it.cards.map((card) => (
                <tr key={card.id}>
                  <td>
                    <Go className="k-link" to={`/assets/cards/${card.id}?tab=value`}>
                      {card.number}
                    </Go>
                  </td>
                  <td>{card.name}</td>
                  <Figures of={card} />
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </Section>
    </div>
  );
}
