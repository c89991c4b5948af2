import { newId, refuse, verb } from '@opengoa/kernel';
import { QuestionReadings, ReadingsQuestioned, type Stretch } from './contract.ts';
import { lockMeter } from '../meters/meter-store.ts';
import { fromThousandths, meterOf } from '../meters/meter.ts';
import { dayNumber } from '../methods/hour-series.ts';
import { pointAnomalies } from '../methods/point-anomaly.ts';
import { rebuildStretches } from './day-store.ts';
import { daysOf, hoursOf } from './hours-of.ts';
import { dayBegins, hourMs } from './local-time.ts';
import { countedStretches, countReadings, setQuality } from './reading-store.ts';

const judged = new Set(['stuck', 'dead-meter']);

interface Span {
  readonly from: number;
  readonly toExclusive: number;
}

/** What of a stretch lies in none of these spans. */
const outside = <Each extends Span>(stretch: Each, spans: readonly (readonly [from: number, to: number])[]): Each[] =>
  spans.reduce<Each[]>(
    (left, [from, to]) =>
      left.flatMap((each) =>
        [
          { ...each, toExclusive: Math.min(each.toExclusive, from) },
          { ...each, from: Math.max(each.from, to) },
        ].filter((piece) => piece.toExclusive > piece.from),
      ),
    [stretch],
  );

/**
 * 核查读数: hours of a meter that contradict themselves (EN-04: stuck, dead) are kept apart from the totals, each stretch with its reason,
 * until somebody decides; what was decided to count is not questioned again, only how it goes on. What the meter said is not touched.
 */
export const questionReadings = verb('energy.question-readings', {
  title: { zh: '核查读数', en: 'Question readings' },
  input: QuestionReadings,
  who: ['energy-clerk', 'job'],
  on: 'energy.meter',
  facts: [ReadingsQuestioned],
  refusals: ['period-backwards'],
  async load(tx, { meter: id, from, toExclusive }) {
    const meter = await lockMeter(tx, id);
    const none = { meter, stretches: [] as Stretch[] };
    if (meter.reads === 'register' || toExclusive <= from) return none;
    const hours = hoursOf(await daysOf(tx, [id], from, toExclusive), from, toExclusive);
    const first = dayBegins(dayNumber(from));
    const at = (position: number) => new Date(first + position * hourMs);
    const counted = (await countedStretches(tx, id)).map(
      ([since, until]) => [(since.getTime() - first) / hourMs, (until.getTime() - first) / hourMs] as const,
    );
    const found = pointAnomalies(hours)
      .filter(({ rule }) => judged.has(rule))
      .flatMap((each) => outside(each, counted));
    const counts = await countReadings(
      tx,
      id,
      found.map((each) => [at(each.from), at(each.toExclusive)] as const),
    );
    const stretches = found.map((each, i): Stretch => ({
      doubt: newId(),
      rule: each.rule as Stretch['rule'],
      from: at(each.from).toISOString(),
      toExclusive: at(each.toExclusive).toISOString(),
      count: counts[i]!,
      value: fromThousandths(Math.round(each.value * 1000)),
    }));
    return { meter, stretches };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ meter, stretches }, { from, toExclusive }) {
    if (toExclusive <= from) return refuse('period-backwards');
    if (stretches.length === 0) return [];
    return [
      ReadingsQuestioned.of({ object: meterOf(meter), unit: meter.unit, body: { from, toExclusive, stretches } }),
    ];
  },
  async also(tx, { meter, stretches }) {
    for (const { from, toExclusive } of stretches)
      await setQuality(tx, meter.id, new Date(from), new Date(toExclusive), 'suspect');
    await rebuildStretches(
      tx,
      meter.id,
      stretches.map(({ from, toExclusive }) => [new Date(from), new Date(toExclusive)]),
    );
  },
});
