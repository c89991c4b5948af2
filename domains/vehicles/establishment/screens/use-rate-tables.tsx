import { words as fact } from '@opengoa/kernel/words';
import { type Answer, distance, EMPTY, Figure, Go, number, percent, StatusTag, useWords } from '@opengoa/web-kit';
import type { ReactNode } from 'react';
import { categories } from '../../words.zh.ts';
import { suggestionWords } from '../use-rate-words.ts';

type Rate = Answer<'vehicles.use-rate'>;
type Vehicle = Rate['vehicles'][number];
type Unit = Rate['units'][number];
/** A table that is wider than a phone scrolls by itself; the page does not. */
function Table({
  label,
  heads,
  children,
}: {
  readonly label: { readonly zh: string; readonly en: string };
  readonly heads: readonly { readonly zh: string; readonly en: string }[];
  readonly children: ReactNode;
}) {
  const { w } = useWords();
  return (
    <div className="v-use-scroll" role="region" aria-label={w(label)} tabIndex={0}>
      <table className="v-use">
        <thead>
          <tr>
            {heads.map((title) => (
              <th key={title.zh} scope="col">
                {w(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

const shareText = (share: number | null) => (share === null ? EMPTY : percent(share));

/** 逐单位: the least used first. */
export function UnitTable({ units, period }: { readonly units: readonly Unit[]; readonly period: string }) {
  const { w } = useWords();
  return (
    <Table
      label={fact('逐单位', 'By unit')}
      heads={[
        fact('单位', 'Unit'),
        fact('使用率', 'Use'),
        fact('车辆', 'Vehicles'),
        fact('闲置待核', 'Idle'),
        fact('数据不足', 'Too little known'),
        fact('小时', 'Hours'),
        fact('里程', 'Distance'),
      ]}
    >
      {units.map((unit) => {
        const fleet = `/vehicles/fleet?f.unit_id=${unit.unit}`;
        return (
          <tr key={unit.unit}>
            <th scope="row">{unit.unitName}</th>
            <td className="v-use-number">
              <Figure
                source={{
                  value: shareText(unit.share),
                  period,
                  formula: {
                    zh: `出车工作日 ${unit.usedWorkdays} ÷ 可用工作日 ${unit.availableWorkdays}（各车之和，数据不足的不计）`,
                    en: `${unit.usedWorkdays} working days out ÷ ${unit.availableWorkdays} available (vehicles with history enough)`,
                  },
                  rows: fleet,
                }}
              >
                {shareText(unit.share)}
              </Figure>
            </td>
            <td className="v-use-number">
              <Go className="k-link" to={fleet}>
                {number(unit.vehicles)}
              </Go>
            </td>
            <td className="v-use-number">{number(unit.idle)}</td>
            <td className="v-use-number">{number(unit.insufficient)}</td>
            <td className="v-use-number">{number(unit.hours)}</td>
            <td className="v-use-number">{distance(unit.km)}</td>
          </tr>
        );
      })}
      {units.length === 0 && (
        <tr>
          <td colSpan={7}>{w({ zh: '没有在用车辆', en: 'No vehicles' })}</td>
        </tr>
      )}
    </Table>
  );
}

/** 逐车: the least used first, those of whom too little is known last. */
export function VehicleTable({ it, period }: { readonly it: Rate; readonly period: string }) {
  return (
    <Table
      label={fact('逐车', 'Vehicle by vehicle')}
      heads={[
        fact('车牌号', 'Plate'),
        fact('使用率', 'Use'),
        fact('出车工作日', 'Days out'),
        fact('可用工作日', 'Days available'),
        fact('小时', 'Hours'),
        fact('里程', 'Distance'),
        fact('最长闲置', 'Longest idle'),
        fact('同类中位', 'Peers'),
        fact('供核对', 'To look at'),
        fact('所属单位', 'Unit'),
        fact('车辆类别', 'Category'),
      ]}
    >
      {it.vehicles.map((vehicle) => (
        <VehicleRow key={vehicle.vehicle} vehicle={vehicle} it={it} period={period} />
      ))}
    </Table>
  );
}

function VehicleRow({
  vehicle,
  it,
  period,
}: {
  readonly vehicle: Vehicle;
  readonly it: Rate;
  readonly period: string;
}) {
  const { w } = useWords();
  const of = `f.plate=${encodeURIComponent(vehicle.plate)}`;
  const trips = `/vehicles/trips?${of}&f.starts_at.from=${it.from}&f.starts_at.to=${it.to}`;
  const elsewhere =
    vehicle.usesElsewhere > 0
      ? {
          zh: `；另有 ${vehicle.usesElsewhere} 次由查看范围以外的单位使用，计入天数和小时，里程不详`,
          en: `; ${vehicle.usesElsewhere} uses by units you do not cover count in days and hours, their kilometres are not known`,
        }
      : { zh: '', en: '' };
  const idle = vehicle.idleStretches.toSorted((a, b) => b.workdays - a.workdays);
  return (
    <tr>
      <th scope="row">
        <Go className="k-link" to={`/vehicles/fleet/${vehicle.vehicle}?tab=trips`}>
          {vehicle.plate}
        </Go>
      </th>
      <td className="v-use-number">
        {vehicle.status === 'insufficient_data' ? (
          <Figure
            source={{
              period,
              formula: {
                zh: `可用工作日 ${vehicle.availableWorkdays} 天，不足 ${it.leastWorkdays} 天，不作判断（自 ${vehicle.since} 起有记录）`,
                en: `${vehicle.availableWorkdays} available working days, fewer than ${it.leastWorkdays}: not judged (known since ${vehicle.since})`,
              },
              rows: trips,
            }}
          >
            {w({ zh: '数据不足', en: 'too little known' })}
          </Figure>
        ) : (
          <Figure
            source={{
              value: shareText(vehicle.share),
              period,
              formula: {
                zh: `出车工作日 ${vehicle.usedWorkdays} ÷ 可用工作日 ${vehicle.availableWorkdays}`,
                en: `${vehicle.usedWorkdays} working days out ÷ ${vehicle.availableWorkdays} available`,
              },
              rows: trips,
            }}
          >
            {shareText(vehicle.share)}
          </Figure>
        )}{' '}
        {vehicle.idle && <StatusTag tone="check">{w({ zh: '闲置待核', en: 'Idle' })}</StatusTag>}
      </td>
      <td className="v-use-number">
        <Figure
          source={{
            value: vehicle.usedWorkdays,
            unit: w({ zh: '天', en: 'days' }),
            period,
            formula: {
              zh: `有出车的工作日（按调休日历）；含休息日共 ${vehicle.usedDays} 天${elsewhere.zh}`,
              en: `working days with a trip; ${vehicle.usedDays} days with days off${elsewhere.en}`,
            },
            rows: trips,
          }}
        >
          {number(vehicle.usedWorkdays)}
        </Figure>
      </td>
      <td className="v-use-number">
        <Figure
          source={{
            value: vehicle.availableWorkdays,
            unit: w({ zh: '天', en: 'days' }),
            period,
            formula: {
              zh: `自 ${vehicle.since > it.from ? vehicle.since : it.from} 起的工作日，减去维修 ${vehicle.repairWorkdays} 天`,
              en: `working days since ${vehicle.since > it.from ? vehicle.since : it.from}, less ${vehicle.repairWorkdays} in the workshop`,
            },
            rows: `/vehicles/repairs?${of}`,
          }}
        >
          {number(vehicle.availableWorkdays)}
        </Figure>
      </td>
      <td className="v-use-number">
        <Figure
          source={{
            value: vehicle.hours,
            unit: 'h',
            period,
            formula: { zh: '各次出车至返回的小时之和', en: 'hours from leaving to coming back, together' },
            rows: trips,
          }}
        >
          {number(vehicle.hours)}
        </Figure>
      </td>
      <td className="v-use-number">
        <Figure
          source={{
            value: vehicle.km,
            unit: 'km',
            period,
            formula: { zh: `各次实际里程之和${elsewhere.zh}`, en: `kilometres of its trips together${elsewhere.en}` },
            rows: trips,
          }}
        >
          {distance(vehicle.km)}
        </Figure>
      </td>
      <td>
        {idle[0] ? (
          <Figure
            source={{
              value: idle[0].workdays,
              unit: w({ zh: '个工作日', en: 'working days' }),
              period,
              formula: {
                zh: `连续 ${it.stretchWorkdays} 个以上可用工作日未出车：${idle.map(({ from, to, workdays }) => `${from} 至 ${to}（${workdays}）`).join('；')}`,
                en: `${it.stretchWorkdays} or more available working days in a row without a trip: ${idle.map(({ from, to, workdays }) => `${from} to ${to} (${workdays})`).join('; ')}`,
              },
              rows: trips,
            }}
          >
            {w({ zh: `${idle[0].workdays} 天`, en: `${idle[0].workdays} days` })}
          </Figure>
        ) : (
          EMPTY
        )}
      </td>
      <td className="v-use-number">
        <Figure
          source={{
            value: shareText(vehicle.peersShare),
            period,
            formula: {
              zh: `查看范围内同类其他 ${vehicle.peers} 辆车使用率的中位数`,
              en: `middle share of the ${vehicle.peers} others of its category`,
            },
            rows: `/vehicles/fleet?f.category=${vehicle.category}`,
          }}
        >
          {shareText(vehicle.peersShare)}
        </Figure>
      </td>
      <td className="v-use-words">{vehicle.suggestion === null ? EMPTY : w(suggestionWords[vehicle.suggestion])}</td>
      <td>{vehicle.unitName}</td>
      <td>{w(categories[vehicle.category])}</td>
    </tr>
  );
}
