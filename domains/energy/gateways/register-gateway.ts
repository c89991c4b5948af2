import { isRefusal, newId, verb } from '@opengoa/kernel';
import { GatewayRegistered, RegisterGateway } from './contract.ts';
import { metersNamed } from './gateway-store.ts';
import { gatewayOf } from './gateway.ts';
import { keptPoints } from './keep-points.ts';

/** 登记采集器: a device that is asked by Modbus TCP, and where in it each meter's register stands. */
export const registerGateway = verb('energy.register-gateway', {
  title: { zh: '登记采集器', en: 'Register a gateway' },
  input: RegisterGateway,
  who: ['energy-clerk'],
  facts: [GatewayRegistered],
  refusals: ['meters-unknown', 'not-a-register', 'meter-bound-twice'],
  load: async (tx, { points }) => ({ id: newId(), meters: await metersNamed(tx, points) }),
  at: ({ meters }, { unit }) => [
    { unit },
    ...[...new Set(meters.map((meter) => meter.unit))].map((each) => ({ unit: each })),
  ],
  decide({ id, meters }, { unit, points: named, ...body }) {
    const points = keptPoints(named, meters);
    if (isRefusal(points)) return points;
    return [GatewayRegistered.of({ object: gatewayOf({ id }), unit, body: { ...body, running: true, points } })];
  },
});
