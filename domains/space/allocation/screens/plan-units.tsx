import { words } from '@opengoa/kernel/words';
import { number, Section, useWords } from '@opengoa/web-kit';
import { needSources } from '../words.zh.ts';
import type { Allocation } from './allocation-type.ts';

/** Unit by unit: what it needs, has and would have. Sums below are those of the rows. */
export function PlanUnits({ of: it }: { readonly of: Allocation }) {
  const { w } = useWords();
  const sum = (of: (unit: Allocation['units'][number]) => number) => it.units.reduce((all, unit) => all + of(unit), 0);
  return (
    <Section title={words('各单位面积', 'Area by unit')}>
      <div className="s-alloc-table">
        <table>
          <thead>
            <tr>
              <th>{w(words('单位', 'Unit'))}</th>
              <th>{w(words('需要 ㎡', 'Needs m²'))}</th>
              <th>{w(words('依据', 'By'))}</th>
              <th>{w(words('现有 ㎡', 'Today m²'))}</th>
              <th>{w(words('方案 ㎡', 'Plan m²'))}</th>
              <th>{w(words('尚缺 ㎡', 'Short m²'))}</th>
              <th>{w(words('间数', 'Rooms'))}</th>
              <th>{w(words('楼层数', 'Floors'))}</th>
              <th>{w(words('新给 / 让出', 'New / left'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.units.map((unit) => (
              <tr key={unit.id}>
                <td>{unit.name}</td>
                <td>{number(unit.needM2, 1)}</td>
                <td>{w(needSources[unit.source])}</td>
                <td>{number(unit.today.givenM2, 1)}</td>
                <td>{unit.plan ? number(unit.plan.givenM2, 1) : '—'}</td>
                <td data-short={(unit.plan ?? unit.today).shortM2 > 0 ? '' : undefined}>
                  {number((unit.plan ?? unit.today).shortM2, 1)}
                </td>
                <td>
                  {unit.today.rooms}
                  {unit.plan ? ` → ${unit.plan.rooms}` : ''}
                </td>
                <td>
                  {unit.today.floors}
                  {unit.plan ? ` → ${unit.plan.floors}` : ''}
                </td>
                <td>{unit.plan ? `${unit.plan.newRooms} / ${unit.plan.leftRooms}` : '—'}</td>
              </tr>
            ))}
            <tr>
              <td>{w(words('合计', 'Sum'))}</td>
              <td>
                {number(
                  sum(({ needM2 }) => needM2),
                  1,
                )}
              </td>
              <td />
              <td>
                {number(
                  sum(({ today }) => today.givenM2),
                  1,
                )}
              </td>
              <td>
                {it.plan
                  ? number(
                      sum(({ plan }) => plan?.givenM2 ?? 0),
                      1,
                    )
                  : '—'}
              </td>
              <td>
                {number(
                  sum(({ plan, today }) => (plan ?? today).shortM2),
                  1,
                )}
              </td>
              <td />
              <td />
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}
