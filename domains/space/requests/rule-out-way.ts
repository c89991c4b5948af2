import { refuse, verb } from '@opengoa/kernel';
import { RuleOutWay, WayRuledOut } from './contract.ts';
import type { FittedRoom } from './fit-rooms.ts';
import { vacantFor } from './vacant-for.ts';
import { lockRequest, ruledOutOf } from './request-store.ts';
import { requestMoves, requestOf, requestPlace } from './request.ts';
import { wayOrder, wayRefusal } from './way-order.ts';
import { ways } from './words.zh.ts';

/**
 * 排除一种配置方式: why it cannot meet the need. The next may be chosen only then; of own premises it is kept how many rooms stood vacant. Where vacant
 * rooms meet the need they are named, and it is said why those do not do; both are kept for whoever decides after.
 */
export const ruleOutWay = verb('space.rule-out-way', {
  title: { zh: '说明不能满足', en: 'Rule a way out' },
  input: RuleOutWay,
  who: ['space-clerk'],
  on: 'space.request',
  facts: [WayRuledOut],
  refusals: ['not-now', 'way-ruled-out', 'earlier-way-open', 'last-way', 'rooms-fit'],
  object: ({ request }) => request,
  async load(tx, { request: id, way }, context) {
    const request = await lockRequest(tx, id);
    const fitted = way === 'adjust' ? (await vacantFor(tx, request, context)).rooms : null;
    return { request, ruledOut: await ruledOutOf(tx, id), fitted };
  },
  at: ({ request }) => requestPlace(request),
  decide({ request, ruledOut, fitted }, { way, reason, unfit }, context) {
    const closed = requestMoves.refusal(request.state, 'space.rule-out-way');
    if (closed) return closed;
    const order = wayOrder(context, request.unit);
    const early = wayRefusal(way, order, ruledOut);
    if (early) return early;
    if (order.ways.at(-1) === way) return refuse('last-way', { way: ways[way] });
    const lot = lotIn(fitted ?? []);
    if (lot !== '' && unfit === '') return refuse('rooms-fit', { rooms: lot });
    return [
      WayRuledOut.of({
        object: requestOf(request),
        unit: request.unit,
        body: {
          way,
          reason,
          lot,
          unfit: lot === '' ? '' : unfit,
          asker: request.asker,
          vacant: fitted && {
            rooms: fitted.length,
            areaM2: Math.round(fitted.reduce((sum, { areaM2 }) => sum + areaM2, 0) * 100) / 100,
            fitting: fitted.filter(({ fits }) => fits).length,
          },
        },
        why: reason,
      }),
    ];
  },
});

/** 主楼 101（18 ㎡）、…: the lot that meets the need; empty where there is none. */
const lotIn = (rooms: readonly FittedRoom[]): string =>
  rooms
    .filter(({ proposed }) => proposed)
    .slice(0, 20)
    .map(({ buildingName, number, areaM2 }) => `${buildingName} ${number}（${areaM2}㎡）`)
    .join('、');
