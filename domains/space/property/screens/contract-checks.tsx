import {
  type Answer,
  Chart,
  EMPTY,
  EmptyState,
  Figure,
  Go,
  number,
  Section,
  StatusTag,
  TableBox,
  useWords,
} from '@opengoa/web-kit';
import { words } from '@opengoa/kernel/words';
import { dimensions } from '../words.zh.ts';

type Contract = Answer<'space.service-contract'>;

/** 考评: results over time as one line, and what they are made of; defects and faults of each month beside them. */
export function ContractChecks({ of: it }: { readonly of: Contract }) {
  const { w } = useWords();
  if (it.checks.length === 0)
    return (
      <EmptyState
        icon="list"
        title={words('还没有考评', 'No checks yet')}
        todo={words('合同执行中点“登记考评”，给本月看过的项目打分。', 'Once in force, check its service.')}
      />
    );
  // By the terms of each month; an amendment may have added some or left some out.
  const covered = (Object.keys(dimensions) as (keyof typeof dimensions)[]).filter((each) =>
    it.editions.some((edition) => edition.dimensions.includes(each)),
  );
  return (
    <>
      <Section
        title={words('逐月结果', 'Results by month')}
        acts={
          <Go className="k-link" to={`/space/property-checks?f.contract_id=${it.id}`}>
            {w(words('全部版本', 'All editions'))}
          </Go>
        }
      >
        <Chart
          title={words('逐月考评结果', 'Results of the checks')}
          height={220}
          data={{
            kind: 'line',
            x: it.checks.map(({ month }) => month),
            unit: w(words('分', 'points')),
            series: [{ title: words('结果', 'Result'), values: it.checks.map(({ result }) => result) }],
          }}
        />
        <p className="k-faint">
          {w(
            words(
              `加权平均；低于 ${it.line} 分要求整改。没有结果的月份考评项目不足。`,
              `Weighted means; below ${it.line} points something is to be put right. Months without a result had too little marked.`,
            ),
          )}
        </p>
      </Section>
      <Section title={words('各月打分', 'Marks by month')}>
        <TableBox title={w(words('各月打分', 'Marks by month'))}>
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col">{w(words('月份', 'Month'))}</th>
                <th scope="col">{w(words('结果', 'Result'))}</th>
                {covered.map((each) => (
                  <th scope="col" key={each}>
                    {w(dimensions[each])}
                  </th>
                ))}
                <th scope="col">{w(words('巡检问题', 'Defects'))}</th>
                <th scope="col">{w(words('报修', 'Faults'))}</th>
              </tr>
            </thead>
            <tbody>
              {it.checks.toReversed().map((check) => (
                <tr key={check.id}>
                  <td>{check.month}</td>
                  <td>
                    <Figure
                      source={{
                        value: check.result,
                        unit: '分',
                        period: check.month,
                        formula: check.formula,
                        rows: `/space/property-checks?f.contract_id=${it.id}&f.current=true`,
                      }}
                    >
                      {check.result === null ? w(words('数据不足', 'Too little marked')) : number(check.result, 2)}
                    </Figure>{' '}
                    {check.below && <StatusTag tone="check">{w(words('需整改', 'To be put right'))}</StatusTag>}
                  </td>
                  {covered.map((each) => {
                    const found = check.marks.find(({ dimension }) => dimension === each);
                    return (
                      <td key={each} title={found?.note}>
                        {found ? (
                          number(found.mark, 1)
                        ) : (
                          <span className="k-faint">
                            {check.unmarked.includes(each) ? w(words('未考评', 'not checked')) : EMPTY}
                          </span>
                        )}
                      </td>
                    );
                  })}
                  <td>
                    <Events of={it.id} month={check.month} kind="defect" count={check.defects} />
                  </td>
                  <td>
                    <Events of={it.id} month={check.month} kind="fault" count={check.faults} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </Section>
    </>
  );
}

/** How many, opening to the rows. */
function Events({
  of,
  month,
  kind,
  count,
}: {
  readonly of: string;
  readonly month: string;
  readonly kind: 'defect' | 'fault';
  readonly count: number;
}) {
  if (count === 0) return 0;
  const [year = 0, at = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10);
  return (
    <Go
      className="k-link"
      to={`/space/property-events?f.contract_id=${of}&f.kind=${kind}&f.day.from=${month}-01&f.day.to=${last}`}
    >
      {count}
    </Go>
  );
}
