import { isRefusal, refuse, stale, verb } from '@opengoa/kernel';
import { ChangeGateway, GatewayChanged } from './contract.ts';
import { lockGateway, metersNamed, otherGatewayOf, registerElsewhereOf } from './gateway-store.ts';
import { gatewayOf } from './gateway.ts';
import { keptPoints } from './keep-points.ts';

/** 变更采集器: its address, rhythm and register map; stopped for a while, and started again. */
export const changeGateway = verb('energy.change-gateway', {
  title: { zh: '变更采集器', en: 'Change a gateway' },
  input: ChangeGateway,
  who: ['energy-clerk'],
  on: 'energy.gateway',
  facts: [GatewayChanged],
  refusals: [
    'stale-version',
    'meters-unknown',
    'not-a-register',
    'meter-bound-twice',
    'meter-bound-elsewhere',
    'register-bound-elsewhere',
  ],
  async load(tx, { gateway: id, points, host, port, station, running }, context) {
    const meters = await metersNamed(tx, points);
    const ids = meters.map((each) => each.id);
    const gateway = await lockGateway(tx, id);
    const device = { host: host ?? gateway.host, port: port ?? gateway.port, station: station ?? gateway.station };
    // One that stands still reads nothing twice.
    const asks = running ?? gateway.running;
    return {
      gateway,
      meters,
      elsewhere: await otherGatewayOf(tx, ids, id),
      register: asks ? await registerElsewhereOf(tx, device, points ?? gateway.points, id, context) : null,
    };
  },
  at: ({ gateway, meters }) => [
    { unit: gateway.unit },
    ...[...new Set(meters.map(({ unit }) => unit))].map((unit) => ({ unit })),
  ],
  decide({ gateway, meters, elsewhere, register }, { gateway: _id, version, points: named, ...changed }) {
    if (version !== gateway.version) return stale({ version: gateway.version });
    const points = named === undefined ? [...gateway.points] : keptPoints(named, meters, elsewhere);
    if (isRefusal(points)) return points;
    if (register) {
      const { name: place, station, address } = register;
      return refuse('register-bound-elsewhere', { place, station, address }, { status: 409 });
    }
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
