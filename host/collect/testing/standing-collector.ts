/**
 * The program as devices know it, for tests that kill it: doors for HTTP and MQTT over an embedded database, one unit with eight meters and one
 * gateway.
 *   standing-collector.ts <data folder>
 * Prints one line of JSON when it is ready. Stops when its input ends.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { isRefusal, jobActor, newId } from '@opengoa/kernel';
import { runVerb, type Kernel } from '@opengoa/kernel/host';
import { readSettings } from '../../program/settings.ts';
import { runProgram } from '../../program/run-program.ts';
import { deviceAccount, type DeviceAccount } from './device-account.ts';

export interface StandingCollector extends DeviceAccount {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly mqttPort: number;
  readonly superUrl: string;
  readonly pid: number;
}

export const meterKeys = Array.from({ length: 8 }, (_, n) => `GW-1/${n}`);

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('which data folder?');
  const kept = join(folder, 'given.json');
  const env = { ...process.env, OPENGOA_DATA: folder, OPENGOA_PORT: '0', OPENGOA_DEMO: '0', OPENGOA_MQTT: '0' };
  const program = await runProgram({
    settings: readSettings(env),
    log: pino({ level: 'fatal' }, pino.destination(2)),
    progress: () => undefined,
    parts: new Set(['server', 'collector', 'sealer']),
    pages: null,
    before: async ({ kernel }) => {
      if (!existsSync(kept)) writeFileSync(kept, JSON.stringify(await raise(kernel)));
    },
  });
  const device = JSON.parse(readFileSync(kept, 'utf8')) as DeviceAccount;
  const ready: StandingCollector = {
    ...device,
    origin: program.address!,
    mqttPort: program.collector!.mqttPort!,
    superUrl: program.house.urls.superuser!,
    pid: process.pid,
  };
  console.log(JSON.stringify(ready));
  process.stdin.on('end', () => void program.stop().then(() => process.exit(0))).resume();
}

async function raise(kernel: Kernel): Promise<DeviceAccount> {
  const unit = newId();
  const roles = ['system-admin', 'energy-clerk'];
  const actor = jobActor(
    'given',
    roles.map((role) => ({ role, unit, below: true })),
    unit,
  );
  const does = async (name: string, input: unknown) => {
    const answer = await runVerb(kernel, { name, input, actor, requestId: newId() });
    if (isRefusal(answer)) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.data)}`);
    return answer.facts[0]!.object.id;
  };
  const from = '2020-01-01';
  await does('kernel.found-unit', {
    id: unit,
    parent: null,
    name: '临江市',
    kind: 'region',
    level: 'city',
    regionCode: '990100',
    from,
  });
  await kernel.registers.refresh();
  const building = await does('energy.register-building', { unit, name: '1号楼' });
  for (const key of meterKeys)
    await does('energy.register-meter', {
      building,
      name: key,
      key,
      carrier: 'electricity',
      intervalMinutes: 5,
      validFrom: from,
    });
  return deviceAccount(kernel, { unit, name: 'gw-1', roles: ['energy-clerk'] });
}
