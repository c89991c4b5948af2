import { isRefusal, newId, refuse, verb } from '@opengoa/kernel';
import { GatewayRegistered, RegisterGateway } from './contract.ts';
import { metersNamed, otherGatewayOf, registerElsewhereOf } from './gateway-store.ts';
import { gatewayOf } from './gateway.ts';
import { keptPoints } from './keep-points.ts';

/** 登记采集器: a device that is asked by Modbus TCP, and where in it each meter's register stands. */
export const registerGateway = verb('energy.register-gateway', {
  title: { zh: '登记采集器', en: 'Register a gateway' },
  input: RegisterGateway,
  who: ['energy-clerk'],
  facts: [GatewayRegistered],
  refusals: [
    'meters-unknown',
    'not-a-register',
    'meter-bound-twice',
    'meter-bound-elsewhere',
    'register-bound-elsewhere',
  ],
  async load(tx, { points, host, port, station }, context) {
    const meters = await metersNamed(tx, points);
    const ids = meters.map(({ id }) => id);
    return {
      id: newId(),
      meters,
      elsewhere: await otherGatewayOf(tx, ids, null),
      register: await registerElsewhereOf(tx, { host, port, station }, points, null, context),
    };
  },
  at: ({ meters }, { unit }) => [
    { unit },
    ...[...new Set(meters.map((meter) => meter.unit))].map((each) => ({ unit: each })),
  ],
  decide({ id, meters, elsewhere, register }, { unit, points: named, ...body }) {
    const points = keptPoints(named, meters, elsewhere);
    if (isRefusal(points)) return points;
    if (register) {
      const { name: place, station, address } = register;
      return refuse('register-bound-elsewhere', { place, station, address }, { status: 409 });
    }
    return [GatewayRegistered.of({ object: gatewayOf({ id }), unit, body: { ...body, running: true, points } })];
  },
});
