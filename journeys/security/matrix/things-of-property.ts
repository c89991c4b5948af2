import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { plainPremises } from './things-of-floor-plans.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Served {
  readonly building: string;
  readonly draft: string;
  readonly inForce: string;
  readonly amended: string;
  readonly check: string;
  readonly open: string;
  readonly answered: string;
  readonly patrol: string;
  readonly defect: string;
}

const terms = (place: Place, building: string, number: string) => ({
  unit: place.unit,
  number,
  supplier: place.word,
  buildings: [building],
  from: '2025-01-01',
  to: '2026-12-31',
  annualFeeFen: 1_200_000,
  dimensions: ['cleaning', 'order'],
});
const change = (
  { building, ...served }: Pick<Served, 'building' | 'inForce' | 'amended'>,
  which: 'inForce' | 'amended',
) => ({
  contract: served[which],
  version: 2,
  from: '2026-07-01',
  paper: '补充协议',
  to: '2026-12-31',
  annualFeeFen: 1_500_000,
  buildings: [building],
  dimensions: ['cleaning', 'order'],
  why: '增加保洁频次',
});
const marks = (mark: number) => [{ dimension: 'cleaning', mark }];

/** At every place: a contract that waits to be signed; one in force with checks, one thing to be put right and one answered, and a defect of its building. */
export async function thingsOfProperty(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => servedAt(town, place));
  const of = (name: string, which: keyof Served, more: object) => (place: Place) => ({
    [name]: things[place.relation][which],
    ...more,
  });
  return {
    ids: idsOf(things),
    inputs: {
      'space.register-service-contract': (place) => terms(place, things[place.relation].building, 'WY-3'),
      'space.sign-service-contract': of('contract', 'draft', { version: 1 }),
      'space.refuse-service-contract': of('contract', 'draft', { version: 1, opinion: '暂缓' }),
      'space.amend-service-contract': (place) => change(things[place.relation], 'inForce'),
      'space.sign-contract-amendment': of('contract', 'amended', { version: 3 }),
      'space.refuse-contract-amendment': of('contract', 'amended', { version: 3, opinion: '暂缓' }),
      'space.end-service-contract': of('contract', 'inForce', { version: 2, on: '2026-02-01', why: '服务中止' }),
      'space.check-service': of('contract', 'inForce', { month: '2026-03', marks: marks(90) }),
      'space.correct-service-check': of('check', 'check', { marks: marks(90), why: '录错' }),
      'space.answer-rectification': of('rectification', 'open', { version: 1, answer: '已增派人员' }),
      'space.verify-rectification': of('rectification', 'answered', { version: 2, good: true }),
      'space.service-contract': of('id', 'inForce', {}),
    },
  };
}

async function servedAt(town: Town, place: Place): Promise<Served> {
  const clerk = local(town, place, 'space-clerk', place.locals.asker, '房管员');
  const head = local(town, place, 'head', place.locals.head, '负责人');
  const { building } = await behindTheWalls(town, (client) => plainPremises(client, place));
  const register = async (number: string) =>
    (await clerk.does('space.register-service-contract', terms(place, building, number))).facts[0]!.object.id;
  const [draft, inForce, amended] = [await register('WY-1'), await register('WY-2'), await register('WY-4')];
  for (const contract of [inForce, amended]) await head.does('space.sign-service-contract', { contract, version: 1 });
  await clerk.does('space.amend-service-contract', change({ building, inForce, amended }, 'amended'));
  const check = async (month: string, mark: number) =>
    (await clerk.does('space.check-service', { contract: inForce, month, marks: marks(mark) })).result as {
      check: string;
      rectification: string;
    };
  const { rectification: open } = await check('2026-01', 50);
  const { check: latest, rectification: answered } = await check('2026-02', 50);
  await clerk.does('space.answer-rectification', { rectification: answered, version: 1, answer: '已培训' });
  const round = await clerk.does('space.plan-patrol', { building, day: '2026-03-02', person: place.locals.asker });
  const patrol = round.facts[0]!.object.id;
  const found = await clerk.does('space.report-defect', {
    patrol,
    place: place.word,
    kind: 'cleaning',
    what: '地面积水',
  });
  return {
    building,
    draft,
    inForce,
    amended,
    check: latest,
    open,
    answered,
    patrol,
    defect: found.facts[0]!.object.id,
  };
}
