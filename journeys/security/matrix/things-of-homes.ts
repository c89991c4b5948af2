import type { Town } from '../town.ts';
import { behindTheWalls, hire, type Place, type Places, turnOrganisation } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Homes {
  readonly vacant: string;
  readonly asked: string;
  readonly approved: string;
  readonly assigned: string;
  readonly stay: string;
  readonly rent: string;
}

const home = ({ unit, word }: Place, name: string) => ({
  unit,
  name: `${word}${name}`,
  address: word,
  areaM2: 60,
  rooms: 2,
  rentFen: 1_000,
});
const wanted = { reason: 'exchange', from: '2026-03-10', to: '2026-12-31' };

/** At every place: a vacant home; an application and a paid stay of its asker, and of others an application that is approved and one with a home. */
export async function thingsOfHomes(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => homesAt(town, place));
  const of =
    (key: string, which: keyof Homes, more: object = {}) =>
    ({ relation }: Place) => ({ [key]: things[relation][which], ...more });
  const application = (which: keyof Homes, version: number, more: object = {}) =>
    of('application', which, { version, ...more });
  return {
    ids: idsOf(things),
    inputs: {
      'space.register-home': (place) => home(place, '新'),
      'space.change-home': (place) => {
        const { unit: _unit, ...told } = home(place, '改');
        return { ...told, home: things[place.relation].vacant, version: 1 };
      },
      'space.set-home-state': of('home', 'vacant', { version: 1, state: 'under-repair', why: '维修' }),
      'space.ask-for-home': () => wanted,
      'space.approve-home-application': application('asked', 1),
      'space.refuse-home-application': application('asked', 1, { opinion: '暂缓' }),
      'space.withdraw-home-application': application('asked', 1),
      'space.decline-home-application': application('approved', 2, { opinion: '暂无房源' }),
      'space.assign-home': ({ relation }) => ({
        application: things[relation].approved,
        version: 2,
        home: things[relation].vacant,
      }),
      'space.free-home': application('assigned', 3, { why: '另选' }),
      'space.move-in': application('assigned', 3, { from: '2026-03-01', to: '2026-12-31', rentFen: 1_000 }),
      'space.renew-stay': of('stay', 'stay', { version: 1, to: '2027-12-31', paper: '会议纪要' }),
      'space.move-out': of('stay', 'stay', { version: 1, day: '2026-03-05', note: '已交接' }),
      'space.record-home-rent': of('stay', 'stay', { day: '2026-03-05', amountFen: 1_000, receipt: '2' }),
      'space.strike-home-rent': of('rent', 'rent', { why: '有误' }),
      'space.home': of('id', 'vacant'),
      'space.home-application': of('id', 'asked'),
      'space.stay': of('id', 'stay'),
      'space.home-rents-due': () => ({}),
      'space.housing': () => ({}),
    },
  };
}

async function homesAt(town: Town, place: Place): Promise<Homes> {
  const { unit, locals, word } = place;
  const clerk = local(town, place, 'space-clerk', locals.newcomer, '房管员');
  const head = local(town, place, 'head', locals.head, '负责人');
  const register = async (name: string) =>
    (await clerk.does('space.register-home', home(place, name))).facts[0]!.object.id;
  const ask = async (person: string) =>
    (
      await town.at
        .with([], { unit, person, name: `${word}住户` })
        .does('space.ask-for-home', { ...wanted, note: word })
    ).facts[0]!.object.id;
  const others = await behindTheWalls(town, async (client) => {
    const people: string[] = [];
    for (const name of ['甲', '乙', '丙']) people.push((await hire(client, { unit, name: `住户${name}` })).person);
    await turnOrganisation(client);
    return people;
  });
  await town.at.kernel.registers.refresh();
  const approve = async (person: string) => {
    const application = await ask(person);
    await head.does('space.approve-home-application', { application, version: 1 });
    return application;
  };
  const assign = async (person: string, name: string) => {
    const application = await approve(person);
    await clerk.does('space.assign-home', { application, version: 2, home: await register(name) });
    return application;
  };
  const asked = await ask(locals.asker);
  const terms = { from: '2026-03-01', to: '2026-12-31', rentFen: 1_000 };
  const housed = await assign(others[0]!, '一');
  const stay = (await clerk.does('space.move-in', { application: housed, version: 3, ...terms })).facts[0]!.object.id;
  await clerk.does('space.record-home-rent', { stay, day: '2026-03-01', amountFen: 1_000, receipt: '1' });
  // Whoever lives somewhere is asked for no second home: the stay becomes the asker's afterwards.
  const rent = await behindTheWalls(town, async (client) => {
    await client.query('update space.stay set person_id = $2 where id = $1', [stay, locals.asker]);
    await client.query('update space.home_rent set person_id = $2 where stay_id = $1', [stay, locals.asker]);
    return (await client.query('select id from space.home_rent where stay_id = $1', [stay])).rows[0].id as string;
  });
  return {
    vacant: await register('二'),
    asked,
    approved: await approve(others[1]!),
    assigned: await assign(others[2]!, '三'),
    stay,
    rent,
  };
}
