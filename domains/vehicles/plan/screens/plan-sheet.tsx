import type { Problem } from '@opengoa/kernel/contract';
import {
  type Answer,
  clock,
  distance,
  EmptyState,
  get,
  Go,
  problemOf,
  RefusalNote,
  RefusedState,
  Sheet,
  Skeleton,
  useVerb,
  useWords,
} from '@opengoa/web-kit';
import { Button, Checkbox, Select } from 'antd';
import { useEffect, useState } from 'react';
import './plan-sheet.css';

type DayPlan = Answer<'vehicles.day-plan'>;
type Line = DayPlan['lines'][number];
interface Choice {
  readonly taken: boolean;
  readonly vehicle: string;
  readonly driver: string;
}
type Outcome = 'done' | NonNullable<ReturnType<typeof useVerb<'vehicles.dispatch-trip'>>['problem']>;

/** 全天派车方案: read once and kept, since taking a line changes what the next plan would be. Whole, in part, or changed; each through dispatch-trip. */
export function PlanSheet({ day, onClose }: { readonly day: string; readonly onClose: () => void }) {
  const { w } = useWords();
  const [plan, setPlan] = useState<DayPlan>();
  const [problem, setProblem] = useState<Problem>();
  const [choices, setChoices] = useState<Readonly<Record<number, Choice>>>({});
  const [outcomes, setOutcomes] = useState<Readonly<Record<number, Outcome>>>({});
  const dispatch = useVerb('vehicles.dispatch-trip');

  useEffect(() => {
    let here = true;
    get('vehicles.day-plan', { day }).then(
      (found) => {
        if (!here) return;
        setPlan(found);
        setChoices(
          Object.fromEntries(
            found.lines.map(({ vehicle, driver }, i): [number, Choice] => [i, { taken: true, vehicle, driver }]),
          ),
        );
      },
      (caught: unknown) => here && setProblem(problemOf(caught)),
    );
    return () => {
      here = false;
    };
  }, [day]);

  const waiting = plan?.lines.flatMap((_line, i) => (choices[i]?.taken && outcomes[i] !== 'done' ? [i] : [])) ?? [];
  const take = async () => {
    for (const i of waiting) {
      const { trips } = plan!.lines[i]!;
      const { vehicle, driver } = choices[i]!;
      let outcome: Outcome = 'done';
      for (const [at, { trip }] of trips.entries()) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other: a trip that rides along needs the first to be dispatched
        const answer = await dispatch.run({ trip, vehicle, driver, ...(at > 0 ? { with: trips[0]!.trip } : {}) });
        if (answer.ok) continue;
        outcome = answer.problem;
        break;
      }
      setOutcomes((before) => ({ ...before, [i]: outcome }));
    }
    dispatch.clear();
  };

  const foot = plan && plan.lines.length > 0 && (
    <div className="v-plan-foot">
      <Button type="primary" disabled={waiting.length === 0} loading={dispatch.running} onClick={() => void take()}>
        {waiting.length === plan.lines.length
          ? w({ zh: `全部采用（${waiting.length} 趟）`, en: `Take all (${waiting.length})` })
          : w({ zh: `采用所选（${waiting.length} 趟）`, en: `Take chosen (${waiting.length})` })}
      </Button>
      <Button onClick={onClose}>{w({ zh: '关闭', en: 'Close' })}</Button>
    </div>
  );
  return (
    <Sheet title={w({ zh: '当日派车方案', en: 'Proposal for the day' })} onClose={onClose} wide foot={foot}>
      {problem && <RefusedState problem={problem} />}
      {!plan && !problem && <Skeleton lines={10} />}
      {plan && <Told plan={plan} />}
      {plan && (
        <ol className="v-plan">
          {plan.lines.map((line, i) => (
            <li key={line.trips[0]!.trip} data-done={outcomes[i] === 'done' ? '' : undefined}>
              <PlanLine
                line={line}
                choice={choices[i] ?? { taken: false, vehicle: line.vehicle, driver: line.driver }}
                outcome={outcomes[i]}
                onChange={(choice) => setChoices((before) => ({ ...before, [i]: choice }))}
              />
            </li>
          ))}
        </ol>
      )}
      {plan && plan.unassigned.length > 0 && <Unassigned left={plan.unassigned} />}
    </Sheet>
  );
}

/** What the plan says of itself: how many, with how many vehicles, and how sure it is. */
function Told({ plan }: { readonly plan: DayPlan }) {
  const { w } = useWords();
  const { lines, unassigned, vehiclesUsed, savedKm, emptyKm, emptyUnknown, gap, cutShort, seconds } = plan;
  if (lines.length === 0 && unassigned.length === 0)
    return <EmptyState icon="check" title={{ zh: '这一天没有待派的申请', en: 'Nothing waits on this day' }} />;
  const trips = lines.reduce((sum, line) => sum + line.trips.length, 0);
  const share = gap === null ? '' : (100 * gap).toFixed(1);
  const sure =
    gap === null
      ? { zh: '限时内未能证明优劣，可再作调整', en: 'not proved within the time; it may be bettered' }
      : cutShort
        ? { zh: `限时内求得，与最优方案相差不超过 ${share}%`, en: `within the time; at most ${share} % from the best` }
        : { zh: '已证明没有更好的方案', en: 'proved to be the best' };
  const empty =
    emptyUnknown === 0
      ? { zh: `空驶约 ${distance(emptyKm)}`, en: `about ${distance(emptyKm)} empty` }
      : emptyKm === 0
        ? {
            zh: `空驶不详（${emptyUnknown} 段缺地点坐标）`,
            en: `empty kilometres not known (${emptyUnknown} ways with places without coordinates)`,
          }
        : {
            zh: `已知空驶约 ${distance(emptyKm)}，另有 ${emptyUnknown} 段不详（缺地点坐标）`,
            en: `about ${distance(emptyKm)} empty as far as known, ${emptyUnknown} ways are not (places without coordinates)`,
          };
  return (
    <p className="k-note">
      {w({
        zh: `${trips} 单安排为 ${lines.length} 趟，用车 ${vehiclesUsed} 辆；拼车少跑 ${distance(savedKm)}；${empty.zh}。${sure.zh}（计算 ${seconds} 秒）。方案未采用前不占用车辆。`,
        en: `${trips} trips in ${lines.length} rides with ${vehiclesUsed} vehicles; sharing saves ${distance(savedKm)}; ${empty.en}. It is ${sure.en} (${seconds} s). Nothing is taken before you take it.`,
      })}{' '}
      {emptyUnknown > 0 && (
        <Go className="k-link" to="/vehicles/places">
          {w({ zh: '登记地点', en: 'Places' })}
        </Go>
      )}
    </p>
  );
}

interface PlanLineProps {
  readonly line: Line;
  readonly choice: Choice;
  readonly outcome: Outcome | undefined;
  onChange(choice: Choice): void;
}

function PlanLine({ line, choice, outcome, onChange }: PlanLineProps) {
  const { w } = useWords();
  const done = outcome === 'done';
  const changed = choice.vehicle !== line.vehicle || choice.driver !== line.driver;
  const seats = (count: number) => w({ zh: `可乘 ${count} 人`, en: `seats ${count}` });
  const name = line.trips.map(({ number }) => number).join(' + ');
  return (
    <>
      <Checkbox
        checked={choice.taken}
        disabled={done}
        onChange={({ target }) => onChange({ ...choice, taken: target.checked })}
      >
        <strong>
          {clock(line.startsAt)}–{clock(line.endsAt)} {line.trips[0]!.to}
        </strong>
      </Checkbox>
      <ul className="v-plan-trips">
        {line.trips.map(({ trip, number, unitName, people }) => (
          <li key={trip}>
            {number} · {unitName} · {w({ zh: `${people} 人`, en: `${people} people` })}
          </li>
        ))}
      </ul>
      <div className="v-plan-choice">
        <Select
          aria-label={w({ zh: `${name} 的车辆`, en: `Vehicle of ${name}` })}
          disabled={done}
          value={choice.vehicle}
          onChange={(vehicle: string) => onChange({ ...choice, vehicle })}
          options={[line, ...line.otherVehicles].map((each) => ({
            value: each.vehicle,
            label: `${each.plate} · ${seats(each.seats)}`,
          }))}
        />
        <Select
          aria-label={w({ zh: `${name} 的驾驶员`, en: `Driver of ${name}` })}
          disabled={done}
          value={choice.driver}
          onChange={(driver: string) => onChange({ ...choice, driver })}
          options={[{ driver: line.driver, name: line.driverName }, ...line.otherDrivers].map((each) => ({
            value: each.driver,
            label: each.name,
          }))}
        />
      </div>
      {done ? (
        <p className="v-plan-done">{w({ zh: '已派', en: 'Dispatched' })}</p>
      ) : (
        <p className="k-faint">
          {changed ? w({ zh: '已改动；原方案：', en: 'Changed; proposed was: ' }) : ''}
          {line.reasons.map((reason) => w(reason)).join(w({ zh: '；', en: '; ' }))}
        </p>
      )}
      {outcome && outcome !== 'done' && <RefusalNote problem={outcome} />}
    </>
  );
}

function Unassigned({ left }: { readonly left: DayPlan['unassigned'] }) {
  const { w } = useWords();
  return (
    <>
      <h3>{w({ zh: `未能安排 ${left.length} 单`, en: `${left.length} not placed` })}</h3>
      <ul className="v-plan">
        {left.map(({ trip, number, unitName, to, people, startsAt, endsAt, why }) => (
          <li key={trip}>
            <strong>
              {clock(startsAt)}–{clock(endsAt)} {to}
            </strong>
            <p>
              {number} · {unitName} · {w({ zh: `${people} 人`, en: `${people} people` })}
            </p>
            <p className="k-faint">{w(why)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
