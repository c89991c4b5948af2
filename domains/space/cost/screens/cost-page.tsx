import { words } from '@opengoa/kernel/words';
import {
  day,
  EmptyState,
  Go,
  number,
  Page,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { useState } from 'react';
import { costParts } from '../words.zh.ts';
import { CostRows } from './cost-rows.tsx';
import { type Cost, type CostPart, sourceOf, Told, wan } from './cost-source.tsx';

const parts = Object.keys(costParts) as CostPart[];

/** 用房成本: what the buildings cost in a year, by square metre and by seat, and what each unit's rooms bear of it. */
export default function CostPage({ query }: ScreenProps) {
  const { w } = useWords();
  const [chosen, setYear] = useState<string>();
  const year = chosen ?? query['year'];
  const [building, unit, bearer] = [query['building'], query['unit'], bearerOf(query['bearer'])];
  const known = useRead(
    'space.cost',
    {
      ...(year === undefined ? {} : { year }),
      ...(building === undefined ? {} : { building }),
      ...(unit === undefined ? {} : { unit }),
      ...(bearer === undefined ? {} : { bearer }),
    },
    { keep: true },
  );
  return (
    <Page
      title={words('用房成本', 'Cost of space')}
      about={words(
        '折旧、租金、能源、物业、维修和其他，按年计；单位按房间使用面积和使用天数分担。',
        'Depreciation, rent, energy, property service, repair and other in a year; units bear it by the area of their rooms and the days they had them.',
      )}
    >
      <Shown known={known} lines={14}>
        {(it) => (
          <>
            <label>
              {w(words('年份', 'Year'))}{' '}
              <select
                className="k-input"
                style={{ width: 120 }}
                value={String(it.year)}
                onChange={({ target }) => setYear(target.value)}
              >
                {yearsTo(it.year).map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
            <Loaded of={it} />
          </>
        )}
      </Shown>
    </Page>
  );
}

const bearers = ['unit', 'vacant', 'house'] as const;
const bearerOf = (asked: string | undefined) => bearers.find((each) => each === asked);

const yearsTo = (shown: number): number[] => {
  const last = Math.max(shown, new Date().getFullYear());
  return Array.from({ length: 6 }, (_, n) => last - n);
};

function Loaded({ of: it }: { readonly of: Cost }) {
  const { w, language } = useWords();
  if (it.buildings.length === 0)
    return (
      <EmptyState
        title={words('没有可计成本的房屋', 'No buildings to reckon')}
        todo={words(
          '先在“房屋”登记房屋和房间，再在“用房费用”登记费用。',
          'Register buildings and rooms first, then what was paid for them.',
        )}
      />
    );
  const period = `${day(it.from, language)} – ${day(it.to, language)}`;
  const rowsOf = (asked: string) => `/space/cost?year=${it.year}&${asked}`;
  return (
    <>
      {it.rows && <CostRows rows={it.rows} year={it.year} />}
      <Section title={w(words(`合计（${period}）`, `Together (${period})`))}>
        <Pairs
          pairs={[
            {
              term: words('总成本', 'Whole cost'),
              value: (
                <Told
                  fen={it.totalFen}
                  period={period}
                  formula={words('下表各房屋已知成本之和', 'what is known of the buildings below')}
                />
              ),
            },
            {
              term: words('每平方米使用面积', 'For a square metre'),
              value: (
                <Told
                  fen={it.perM2Fen}
                  period={period}
                  formula={words(
                    '总成本 ÷ 有成本资料的房屋的使用面积',
                    'the whole over the usable area of the buildings whose cost is known',
                  )}
                  rows="/space/rooms"
                />
              ),
            },
            {
              term: words('每个座位', 'For a seat'),
              value: (
                <Told
                  fen={it.perSeatFen}
                  period={period}
                  formula={words(
                    '总成本 ÷ 有成本资料的房屋的平均座位（按天）',
                    'the whole over the seats of the buildings whose cost is known, a mean by days',
                  )}
                  rows="/space/occupants"
                />
              ),
            },
            {
              term: words('其中闲置房间承担', 'Borne by vacant rooms'),
              value: (
                <Told
                  fen={it.vacantFen}
                  period={period}
                  formula={words('按房间闲置的面积和天数占比', 'by the area and the days that stood vacant')}
                  rows={rowsOf('bearer=vacant')}
                />
              ),
            },
            {
              term: words('设备、附属用房承担', 'Borne by rooms of the house'),
              value: (
                <Told
                  fen={it.houseFen}
                  period={period}
                  formula={words('服务整栋房屋、未分配给单位的房间', 'rooms that serve the house and no unit has')}
                  rows={rowsOf('bearer=house')}
                />
              ),
            },
          ]}
        />
      </Section>
      <Section title={w(words('按房屋', 'By building'))}>
        <Buildings of={it} period={period} />
        <p className="k-faint">
          {w(
            words(
              `折旧按月平均，${it.year} 年计 ${it.months} 个月；供暖费计入能源，设备维保和维修项目计入维修，跨年的费用按天分摊。没有登记的项目不计入合计，不是零。`,
              `Depreciation by ${it.months} months; heating counts as energy, upkeep of equipment and works as repair; what crosses a year is shared by days. What nobody entered is left out and is no nought.`,
            ),
          )}
        </p>
      </Section>
      <Section title={w(words('按用房单位', 'By unit'))}>
        <Units of={it} period={period} />
      </Section>
    </>
  );
}

function Buildings({ of: it, period }: { readonly of: Cost; readonly period: string }) {
  const { w } = useWords();
  const known = (fen: number | null) => (fen === null ? w(words('资料不足', 'Not known')) : wan(fen));
  return (
    <TableBox title={w(words('按房屋', 'By building'))}>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{w(words('房屋', 'Building'))}</th>
            <th scope="col" className="k-amount">
              {w(words('合计 (万元)', 'Whole (10k CNY)'))}
            </th>
            <th scope="col" className="k-amount">
              {w(words('每㎡ (元)', 'For a ㎡ (CNY)'))}
            </th>
            <th scope="col" className="k-amount">
              {w(words('每座 (元)', 'For a seat (CNY)'))}
            </th>
            {parts.map((part) => (
              <th key={part} scope="col" className="k-amount">
                {w(costParts[part])}
              </th>
            ))}
            <th scope="col" className="k-amount">
              {w(words('面积 (㎡)', 'Usable (㎡)'))}
            </th>
            <th scope="col" className="k-amount">
              {w(words('座位', 'Seats'))}
            </th>
          </tr>
        </thead>
        <tbody>
          {it.buildings.map((building) => (
            <tr key={building.id}>
              <th scope="row">
                <Go className="k-link" to={`/space/buildings/${building.id}`}>
                  {building.name}
                </Go>
              </th>
              <td className="k-amount">
                <Told
                  shown={wan}
                  fen={building.totalFen}
                  period={period}
                  formula={words('右侧已知各项之和，按房间和天数分担', 'the known parts, borne by rooms and days')}
                  rows={`/space/cost?year=${it.year}&building=${building.id}`}
                />
              </td>
              <td className="k-amount">{yuan(building.perM2Fen)}</td>
              <td className="k-amount">{yuan(building.perSeatFen)}</td>
              {parts.map((part) => (
                <td key={part} className="k-amount">
                  <Told shown={wan} fen={building.parts[part]} period={period} {...sourceOf(building, part, it)} />
                </td>
              ))}
              <td className="k-amount">
                <Go className="k-link" to={`/space/rooms?f.building_id=${building.id}`}>
                  {number(building.areaM2)}
                </Go>
              </td>
              <td className="k-amount">{number(building.seats)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w(words('合计', 'Together'))}</th>
            <td className="k-amount">{known(it.totalFen)}</td>
            <td className="k-amount">{yuan(it.perM2Fen)}</td>
            <td className="k-amount">{yuan(it.perSeatFen)}</td>
            {parts.map((part) => (
              <td key={part} className="k-amount">
                {known(it.parts[part])}
              </td>
            ))}
            <td className="k-amount">{number(it.areaM2)}</td>
            <td className="k-amount">{number(it.seats)}</td>
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}

function Units({ of: it, period }: { readonly of: Cost; readonly period: string }) {
  const { w } = useWords();
  return (
    <TableBox title={w(words('按用房单位', 'By unit'))}>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{w(words('单位', 'Unit'))}</th>
            <th scope="col" className="k-amount">
              {w(words('承担 (万元)', 'Bears (10k CNY)'))}
            </th>
            <th scope="col" className="k-amount">
              {w(words('每㎡ (元)', 'For a ㎡ (CNY)'))}
            </th>
            <th scope="col" className="k-amount">
              {w(words('每座 (元)', 'For a seat (CNY)'))}
            </th>
            <th scope="col" className="k-amount">
              {w(words('面积 (㎡)', 'Usable (㎡)'))}
            </th>
            <th scope="col" className="k-amount">
              {w(words('座位', 'Seats'))}
            </th>
          </tr>
        </thead>
        <tbody>
          {it.units.map((unit) => (
            <tr key={unit.unit}>
              <th scope="row">{unit.name}</th>
              <td className="k-amount">
                <Told
                  shown={wan}
                  fen={unit.totalFen}
                  period={period}
                  formula={words(
                    '各房屋成本 × 本单位房间的面积和使用天数占比',
                    'each building by the area of its rooms and the days it had them',
                  )}
                  rows={`/space/cost?year=${it.year}&unit=${unit.unit}`}
                />
              </td>
              <td className="k-amount">{yuan(unit.perM2Fen)}</td>
              <td className="k-amount">{yuan(unit.perSeatFen)}</td>
              <td className="k-amount">
                <Go className="k-link" to={`/space/cost?year=${it.year}&unit=${unit.unit}`}>
                  {number(unit.areaM2)}
                </Go>
              </td>
              <td className="k-amount">{number(unit.seats)}</td>
            </tr>
          ))}
          {(['vacant', 'house'] as const).map((bearer) => {
            const [fen, m2] = bearer === 'vacant' ? [it.vacantFen, it.vacantM2] : [it.houseFen, it.houseM2];
            return m2 > 0 ? (
              <tr key={bearer}>
                <th scope="row">
                  {w(
                    bearer === 'vacant'
                      ? words('闲置房间', 'Vacant rooms')
                      : words('设备、附属用房（服务整栋）', 'Rooms that serve the house'),
                  )}
                </th>
                <td className="k-amount">{fen === null ? w(words('资料不足', 'Not known')) : wan(fen)}</td>
                <td className="k-amount">—</td>
                <td className="k-amount">—</td>
                <td className="k-amount">
                  <Go className="k-link" to={`/space/cost?year=${it.year}&bearer=${bearer}`}>
                    {number(m2)}
                  </Go>
                </td>
                <td className="k-amount">—</td>
              </tr>
            ) : null;
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w(words('合计', 'Together'))}</th>
            <td className="k-amount">{it.totalFen === null ? w(words('资料不足', 'Not known')) : wan(it.totalFen)}</td>
            <td className="k-amount">{yuan(it.perM2Fen)}</td>
            <td className="k-amount">{yuan(it.perSeatFen)}</td>
            <td className="k-amount">{number(it.areaM2)}</td>
            <td className="k-amount">{number(it.seats)}</td>
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}
