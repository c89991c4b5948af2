import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Each, type Things } from './things.ts';

interface Regulated {
  readonly building: string;
  readonly meter: string;
  readonly free: string;
  readonly point: string;
  readonly beside: string;
  readonly acting: string;
}

const rules = [{ when: 'off-hours', days: 'any', fromHour: null, toHour: null, kw: null, value: 28 }];
const described = { sets: 'cooling', least: 26, most: 30, step: 2, safe: 26 } as const;
const days = { from: '2026-01-01', to: '2026-12-31' } as const;

/** Two points, a plan that runs beside and one that acts, at every place, with regulation switched on. */
export async function thingsOfRegulation(town: Town, places: Places): Promise<Things> {
  const things: Each<Regulated> = await atEach(places, (place) => regulatedAt(town, place));
  const of = ({ relation }: Place) => things[relation];
  return {
    ids: idsOf(things),
    inputs: {
      'energy.register-control-point': (place) => ({
        building: of(place).building,
        meter: of(place).meter,
        name: `${place.word}新点`,
        device: 'gw',
        address: 'new',
        ...described,
      }),
      'energy.change-control-point': (place) => ({ point: of(place).free, version: 1, most: 29 }),
      'energy.propose-regulation': (place) => ({ name: '回调', points: [of(place).free], rules, ...days }),
      'energy.change-regulation': (place) => ({ plan: of(place).beside, version: 1, name: '改名' }),
      'energy.approve-regulation': (place) => ({ plan: of(place).beside, version: 1 }),
      'energy.stop-regulation': (place) => ({ plan: of(place).acting, why: '检修' }),
      'energy.switch-regulation': ({ unit }) => ({ unit, running: false, document: '停用' }),
      'energy.control-point': (place) => ({ id: of(place).point }),
      'energy.regulation-plan': (place) => ({ id: of(place).beside }),
      'energy.regulation-trial': (place) => ({ plan: of(place).beside, days: '1' }),
      'energy.regulation-switch': ({ unit }) => ({ unit }),
    },
  };
}

async function regulatedAt(town: Town, place: Place): Promise<Regulated> {
  const clerk = local(town, place, 'energy-clerk', place.locals.head, '负责人');
  const made = async (verb: string, input: object) => (await clerk.does(verb, input)).facts[0]!.object.id;
  const building = await made('energy.register-building', { unit: place.unit, name: `${place.word}调控楼` });
  const meter = await made('energy.register-meter', {
    building,
    name: `${place.word}调控表`,
    carrier: 'electricity',
    intervalMinutes: 15,
    validFrom: '2025-01-01',
  });
  const point = (name: string) =>
    made('energy.register-control-point', { building, meter, name, device: 'gw', address: name, ...described });
  const [free, held] = [await point('一'), await point('二')];
  const [beside, acting] = [newId(), newId()];
  await behindTheWalls(town, async (client) => {
    for (const [id, state, own] of [
      [beside, 'shadow', free],
      [acting, 'active', held],
    ] as const)
      await client.query(
        `insert into energy.regulation_plan (node_id, id, unit_id, name, points, rules, from_day, to_day, state, shadow_since, proposed_by, proposed_name,
                                             proposed_at, approved_by, approved_name)
         values (1, $1, $2, $3, array[$4]::uuid[], $5, '2026-01-01', '2026-12-31', $6, '2026-01-01', $7, '某人', '2026-01-01', $8, $9)`,
        [
          id,
          place.unit,
          `${place.word}方案`,
          own,
          JSON.stringify(rules),
          state,
          newId(),
          state === 'active' ? newId() : null,
          state === 'active' ? '另一人' : null,
        ],
      );
    await client.query(
      `insert into energy.regulation_switch (node_id, id, unit_id, running, document, set_by, set_at) values (1, $1, $2, true, '决定', '某人', '2026-01-01')`,
      [newId(), place.unit],
    );
    await client.query(
      `insert into energy.regulation_entry (node_id, id, unit_id, point_id, plan_id, kind, state, value, reason, decided_at)
       values (1, $1, $2, $3, $4, 'refused', 'noted', 28, 'data-stale', '2026-03-01')`,
      [newId(), place.unit, held, acting],
    );
  });
  return { building, meter, free, point: held, beside, acting };
}
