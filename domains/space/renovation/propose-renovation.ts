import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { taskToDecide } from '../decision-task.ts';
import { ProposeRenovation, RenovationProposed } from './contract.ts';
import { placeOfWorks, renovationOf } from './renovation.ts';
import { roomsNamed } from './renovation-store.ts';

/** 提出维修项目: what is to be done where, with which budget and by which paper (党政机关办公用房管理办法 第五章). */
export const proposeRenovation = verb('space.propose-renovation', {
  title: { zh: '登记维修项目', en: 'Propose works' },
  input: ProposeRenovation,
  who: ['space-clerk'],
  facts: [RenovationProposed],
  refusals: ['works-backwards', 'works-room-elsewhere'],
  load: async (tx, { building, rooms }) => ({
    id: newId(),
    building: await tx.one<{ unit: string }>(sql`select unit_id as unit from space.building where id = ${building}`),
    rooms: await roomsNamed(tx, rooms),
  }),
  at: ({ building }) => ({ unit: building.unit }),
  decide({ id, building, rooms }, body, context) {
    if (body.to < body.from) return refuse('works-backwards');
    if (rooms.length !== body.rooms.length || rooms.some((room) => room.building !== body.building))
      return refuse('works-room-elsewhere');
    const object = renovationOf({ id });
    return [
      RenovationProposed.of({ object, unit: building.unit, body, facets: placeOfWorks(body) }),
      ...taskToDecide(
        {
          object,
          unit: building.unit,
          kind: 'space.decide-renovation',
          title: { zh: '审批维修项目', en: 'Decide on works' },
          summary: `${body.name}：${body.what}`,
          opens: `/space/renovations/${id}`,
          verbs: ['space.approve-renovation', 'space.refuse-renovation'],
        },
        context,
      ),
    ];
  },
});
