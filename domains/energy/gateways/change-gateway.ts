import { isRefusal, stale, verb } from '@opengoa/kernel';
import { ChangeGateway, GatewayChanged } from './contract.ts';
import { lockGateway, metersNamed, otherGatewayOf } from './gateway-store.ts';
import { gatewayOf } from './gateway.ts';
import { keptPoints } from './keep-points.ts';

/** 变更采集器: its address, rhythm and register map; stopped for a while, and started again. */
export const changeGateway = verb('energy.change-gateway', {
  title: { zh: '变更采集器', en: 'Change a gateway' },
  input: ChangeGateway,
  who: ['energy-clerk'],
  on: 'energy.gateway',
  facts: [GatewayChanged],
  refusals: ['stale-version', 'meters-unknown', 'not-a-register', 'meter-bound-twice', 'meter-bound-elsewhere'],
  async load(tx, { gateway, points }) {
    const meters = await metersNamed(tx, points);
    const ids = meters.map(({ id }) => id);
    return { gateway: await lockGateway(tx, gateway), meters, elsewhere: await otherGatewayOf(tx, ids, gateway) };
  },
  at: ({ gateway, meters }) => [
    { unit: gateway.unit },
    ...[...new Set(meters.map(({ unit }) => unit))].map((unit) => ({ unit })),
  ],
  decide({ gateway, meters, elsewhere }, { gateway: _id, version, points: named, ...changed }) {
    if (version !== gateway.version) return stale({ version: gateway.version });
    const points = named === undefined ? [...gateway.points] : keptPoints(named, meters, elsewhere);
    if (isRefusal(points)) return points;
    const body = {
      name: changed.name ?? gateway.name,
      host: changed.host ?? gateway.host,
      port: changed.port ?? gateway.port,
      station: changed.station ?? gateway.station,
      everyMinutes: changed.everyMinutes ?? gateway.everyMinutes,
      timeoutMs: changed.timeoutMs ?? gateway.timeoutMs,
      running: changed.running ?? gateway.running,
      points,
    };
    return [GatewayChanged.of({ object: gatewayOf(gateway), unit: gateway.unit, body })];
  },
});
