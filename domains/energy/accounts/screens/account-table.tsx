import {
  type Answer,
  EMPTY,
  Figure,
  Go,
  number,
  percent,
  TableBox,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { accountCarriers, accountMeasures } from '../words.zh.ts';

type Account = Answer<'energy.account'>;
type Row = Account['rows'][number];
type Kind = 'coal' | 'carbon';

const uses = [
  ['electricity', 'kWh'],
  ['gas', 'm3'],
  ['heat', 'GJ'],
  ['water', 'm3'],
] as const;
const fuels = ['gasoline', 'diesel'] as const;

/** One row a unit or building and their sum; columns of carriers that nobody used are left out. */
export function AccountTable({ account }: { readonly account: Account }) {
  const { w } = useWords();
  const used = new Set(account.total.carriers.map(({ carrier }) => carrier));
  const columns = uses.filter(([carrier]) => used.has(carrier));
  const fuel = fuels.filter((carrier) => used.has(carrier));
  return (
    <TableBox title={w({ zh: '碳账户', en: 'Account' })}>
      <table className="e-account">
        <thead>
          <tr>
            <th scope="col">
              {account.unit === null ? w({ zh: '单位', en: 'Unit' }) : w({ zh: '建筑', en: 'Building' })}
            </th>
            {columns.map(([carrier, measure]) => (
              <th key={carrier} scope="col">
                {w(accountCarriers[carrier])} <i>{accountMeasures[measure].en}</i>
              </th>
            ))}
            {fuel.map((carrier) => (
              <th key={carrier} scope="col">
                {w(accountCarriers[carrier])} <i>L</i>
              </th>
            ))}
            <th scope="col">
              {w({ zh: '折标准煤', en: 'Standard coal' })} <i>tce</i>
            </th>
            <th scope="col">
              {w({ zh: '范围一', en: 'Scope 1' })} <i>tCO₂</i>
            </th>
            <th scope="col">
              {w({ zh: '范围二', en: 'Scope 2' })} <i>tCO₂</i>
            </th>
            <th scope="col">
              {w({ zh: '碳排放', en: 'Carbon' })} <i>tCO₂</i>
            </th>
            <th scope="col">{w({ zh: '同比', en: 'On the year' })}</th>
            <th scope="col">
              {w({ zh: '单位面积', en: 'Per area' })} <i>kgce/㎡</i>
            </th>
            <th scope="col">
              {w({ zh: '人均', en: 'Per head' })} <i>kgce</i>
            </th>
          </tr>
        </thead>
        <tbody>
          {account.rows.map((row) => (
            <Cells key={`${row.of} ${row.id}`} row={row} account={account} columns={columns} fuel={fuel} />
          ))}
        </tbody>
        <tfoot>
          <Cells row={account.total} account={account} columns={columns} fuel={fuel} sum />
        </tfoot>
      </table>
    </TableBox>
  );
}

interface CellsProps {
  readonly row: Row;
  readonly account: Account;
  readonly columns: readonly (typeof uses)[number][];
  readonly fuel: readonly (typeof fuels)[number][];
  readonly sum?: boolean;
}

function Cells({ row, account, columns, fuel, sum }: CellsProps) {
  const amount = (carrier: Row['carriers'][number]['carrier'], measure: string) => {
    const own = row.carriers.filter((each) => each.carrier === carrier);
    const same = own.filter((each) => each.measure === measure);
    return own.length === 0 ? (
      EMPTY
    ) : (
      <Opened
        row={row}
        account={account}
        carriers={same}
        title={accountCarriers[carrier]}
        unit={measure}
        rows={carrier}
      >
        {number(
          same.reduce((all, each) => all + each.amount, 0),
          0,
        )}
      </Opened>
    );
  };
  const converted = (kind: Kind, kg: number | null, scope?: 1 | 2) => (
    <Opened
      row={row}
      account={account}
      carriers={row.carriers.filter((each) => each.scope !== null && (scope === undefined || each.scope === scope))}
      kind={kind}
      title={kind === 'coal' ? { zh: '折标准煤', en: 'Standard coal' } : { zh: '碳排放', en: 'Carbon' }}
      unit={kind === 'coal' ? 'tce' : 'tCO₂'}
    >
      {kg === null || !row.carriers.some((each) => each.scope !== null && (scope ?? each.scope) === each.scope)
        ? EMPTY
        : number(kg / 1000, kg < 10_000 ? 3 : 1)}
    </Opened>
  );
  const before = row.carbonKgBefore;
  return (
    <tr>
      <th scope="row">
        <Name row={row} account={account} sum={sum ?? false} />
      </th>
      {columns.map(([carrier, measure]) => (
        <td key={carrier}>{amount(carrier, measure)}</td>
      ))}
      {fuel.map((carrier) => (
        <td key={carrier}>{amount(carrier, 'L')}</td>
      ))}
      <td>{converted('coal', row.coalKg)}</td>
      <td>{converted('carbon', row.scope1Kg, 1)}</td>
      <td>{converted('carbon', row.scope2Kg, 2)}</td>
      <td>{converted('carbon', row.carbonKg)}</td>
      <td>
        {before === null || before === 0 || row.carbonKg === null
          ? EMPTY
          : `${row.carbonKg > before ? '+' : ''}${percent(row.carbonKg / before - 1)}`}
      </td>
      <td>
        <Per row={row} account={account} by="perM2" />
      </td>
      <td>
        <Per row={row} account={account} by="perHead" />
      </td>
    </tr>
  );
}

function Name({ row, account, sum }: { readonly row: Row; readonly account: Account; readonly sum: boolean }) {
  const { w } = useWords();
  const way = useWay();
  if (sum) return <>{w({ zh: '合计', en: 'Sum' })}</>;
  if (row.of === 'building')
    return (
      <Go className="k-link" to={`/energy/buildings/${row.id}?year=${account.year}`}>
        {row.name}
      </Go>
    );
  if (row.of === 'vehicles') return <>{w({ zh: `${row.name} 车辆用油`, en: `${row.name}, vehicles` })}</>;
  return (
    <Go className="k-link" to={withQuery(way, { unit: row.id })}>
      {row.name}
    </Go>
  );
}

interface OpenedProps {
  readonly row: Row;
  readonly account: Account;
  readonly carriers: Row['carriers'];
  readonly kind?: Kind;
  readonly title: { readonly zh: string; readonly en: string };
  readonly unit: string;
  readonly rows?: string;
  readonly children: string;
}

/** The months of the year that a number is made of, as the ledger shows them. */
function rowsOf(row: Row, { year, unit }: Account, carrier?: string): string {
  if (row.of === 'vehicles' || carrier === 'gasoline' || carrier === 'diesel')
    return `/vehicles/fuel?f.filled_at.from=${year}-01-01&f.filled_at.to=${year}-12-31`;
  const place =
    row.of === 'building' ? `&f.building_id=${row.id}` : row.name === '' && unit === null ? '' : `&f.unit_id=${row.id}`;
  return `/energy/months?f.kind=main${carrier === undefined ? '' : `&f.carrier=${carrier}`}&f.month.from=${year}-01-01&f.month.to=${year}-12-31${place}`;
}

/** 由来: which amounts by which factors of which paper. */
function Opened({ row, account, carriers, kind, title, unit, rows, children }: OpenedProps) {
  const parts = carriers.flatMap((each) =>
    each.parts.flatMap((part) => {
      const factor = account.factors[part.factor]!;
      return kind !== undefined && factor.kind === kind ? [{ ...part, factor, measure: each.measure }] : [];
    }),
  );
  const written = parts.map(
    ({ factor, amount, measure }) =>
      `${accountCarriers[factor.carrier].zh} ${number(amount, 0)} ${accountMeasures[measure].en} × ${number(factor.kgPerUnit, 4)} kg/${accountMeasures[measure].en}${factor.ofYear === null ? '' : `（${factor.ofYear} 年因子）`}${factor.later ? `（${factor.day} 起施行，当月尚无）` : ''}`,
  );
  const until = account.lastMonth?.slice(0, 7) ?? `${account.year}-12`;
  const unlike = [...new Set(parts.map(({ factor }) => factor.standard))];
  return (
    <Figure
      title={title}
      source={{
        value: children,
        unit,
        period: `${account.year}-01 – ${until}`,
        definition:
          kind === undefined
            ? { zh: '总表各月之和；存疑读数不计入', en: 'months of main meters; what is in doubt is left out' }
            : { zh: '各月用量乘当月适用的系数，逐项相加', en: 'each month by the factor in force in it' },
        ...(kind === undefined ? {} : { formula: { zh: written.join(' + '), en: written.join(' + ') } }),
        standard: unlike.join('、'),
        article: [...new Set(parts.map(({ factor }) => `${factor.document}（${factor.day} 起）`))].join('；'),
        rows: rowsOf(row, account, rows),
      }}
    >
      {children}
    </Figure>
  );
}

/** By the mean area or people of the year, over the buildings of which they are known. */
function Per({ row, account, by }: { readonly row: Row; readonly account: Account; readonly by: 'perM2' | 'perHead' }) {
  const per = row[by];
  if (per === null || per.coalKg === null) return EMPTY;
  const unit = by === 'perM2' ? '㎡' : '人';
  return (
    <Figure
      title={by === 'perM2' ? { zh: '单位面积能耗', en: 'Energy per area' } : { zh: '人均能耗', en: 'Energy per head' }}
      source={{
        value: number(per.coalKg, 2),
        unit: `kgce/${unit}`,
        period: `${account.year}-01 – ${account.lastMonth?.slice(0, 7) ?? `${account.year}-12`}`,
        definition: {
          zh: `按天平均的${by === 'perM2' ? '建筑面积' : '用能人数'} ${number(per.by, 0)} ${unit}；计有${by === 'perM2' ? '面积' : '人数'}的 ${per.buildings}/${per.of} 栋建筑，不含车辆用油。同口径：用电 ${number(per.kwh, 1)} kWh、用水 ${number(per.waterM3, 2)} m³、碳排放 ${number(per.carbonKg, 1)} kgCO₂`,
          en: `mean by days ${number(per.by, 0)}; ${per.buildings} of ${per.of} buildings; without fuel of vehicles. Likewise ${number(per.kwh, 1)} kWh, ${number(per.waterM3, 2)} m³ of water, ${number(per.carbonKg, 1)} kgCO₂`,
        },
        formula: { zh: `折标准煤 ÷ ${by === 'perM2' ? '平均面积' : '平均人数'}`, en: 'standard coal by the mean' },
        rows: rowsOf(row, account),
      }}
    >
      {number(per.coalKg, by === 'perM2' ? 2 : 1)}
    </Figure>
  );
}
