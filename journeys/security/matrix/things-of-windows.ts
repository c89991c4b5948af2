import type { Town } from '../town.ts';
import { behindTheWalls, hire, turnOrganisation, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Each, type Things } from './things.ts';

/** A read-only window that waits for its second person and one that is open, at every place, over what was found there. */
export async function thingsOfWindows(town: Town, places: Places): Promise<Things> {
  const inspectors = await behindTheWalls(town, async (client) => {
    const hired = await atEach(places, async ({ unit, relation }) => {
      const { person } = await hire(client, { unit, name: `纪检${relation}`, role: 'inspector' });
      return person;
    });
    await turnOrganisation(client);
    return hired;
  });
  await town.at.kernel.registers.refresh();
  const windows = await atEach(places, (place) => windowsAt(town, place, inspectors[place.relation]));
  const of = (which: 'waiting' | 'open') => (place: Place) => ({ window: windows[place.relation][which] });
  return {
    ids: idsOf(windows as Each<unknown>),
    inputs: {
      'risk-centre.propose-window': (place) => asked(place, inspectors[place.relation]),
      'risk-centre.confirm-window': of('waiting'),
      'risk-centre.close-window': (place) => ({ ...of('open')(place), reason: '检查提前结束' }),
      'risk-centre.look-through-window': of('open'),
      'risk-centre.window': (place) => ({ id: windows[place.relation].open }),
    },
  };
}

const asked = ({ unit, word }: Place, inspector: string) => ({
  units: [unit],
  inspectors: [inspector],
  purpose: `${word}专项检查`,
  paper: `${word}〔2026〕3号`,
  from: '2026-03-05',
  to: '2026-03-20',
});

async function windowsAt(town: Town, place: Place, inspector: string): Promise<Record<'waiting' | 'open', string>> {
  const { asker, head } = place.locals;
  const proposed = async (): Promise<string> => {
    const { result } = await local(town, place, 'risk-officer', asker, '申请人').does(
      'risk-centre.propose-window',
      asked(place, inspector),
    );
    return (result as { window: string }).window;
  };
  const [waiting, open] = [await proposed(), await proposed()];
  await local(town, place, 'leader', head, '负责人').does('risk-centre.confirm-window', { window: open });
  return { waiting, open };
}

/**
 * Names everybody of the matrix who ever held the right to inspect in every window: what is left to turn them away is where the right lies,
 * whether it holds today, and nothing else.
 */
export const nameInspectors = (town: Town): Promise<unknown> =>
  behindTheWalls(town, (client) =>
    client.query(`
      update risk_centre.inspection_window w set inspectors = w.inspectors || (
        select array_agg(distinct h.person_id) from kernel.holding h join kernel.grant_ g on (g.node_id, g.post_id) = (h.node_id, h.post_id)
         where g.role = 'inspector')`),
  );
