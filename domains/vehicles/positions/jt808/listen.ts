import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { DeviceDoor, DoorTools, OpenDeviceDoor } from '@opengoa/kernel';
import { BatchGatherer } from '../gather-batches.ts';
import { Connection, type Surroundings } from './connection.ts';
import { type Limits, usualLimits } from './limits.ts';

/** Listens to terminals. @throws where the port cannot be had */
export async function listenForTerminals(
  { host, port }: { readonly host: string; readonly port: number },
  tools: DoorTools,
  limits: Limits = usualLimits,
): Promise<OpenDeviceDoor> {
  // Two transactions at a time, each of terminals of its own: while one waits for the disk the other works.
  const lanes = [0, 1].map(
    () =>
      new BatchGatherer(
        (name, input) => tools.verb(name, input),
        (fault) => tools.warn({ err: fault }, 'jt808 store'),
      ),
  );
  const batchesOf = (number: string) => lanes[Number(number.at(-1)) % lanes.length] ?? lanes[0]!;
  const byNumber = new Map<string, Connection>();
  const open = new Set<Connection>();
  const byAddress = new Map<string, number>();
  const cameIn: Surroundings['cameIn'] = (connection) => {
    const { number } = connection;
    if (number === undefined) return;
    const before = byNumber.get(number);
    byNumber.set(number, connection);
    if (before && before !== connection) before.end('came in again');
  };
  const server = createServer((socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (byAddress.get(address) ?? 0) + 1;
    if (count > limits.perAddress) {
      socket.destroy();
      return;
    }
    byAddress.set(address, count);
    const connection = new Connection(socket, { tools, batchesOf, limits, cameIn });
    open.add(connection);
    socket.on('close', () => {
      open.delete(connection);
      const { number } = connection;
      if (number !== undefined && byNumber.get(number) === connection) byNumber.delete(number);
      const left = (byAddress.get(address) ?? 1) - 1;
      if (left === 0) byAddress.delete(address);
      else byAddress.set(address, left);
    });
  });
  server.maxConnections = limits.connections;
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      done();
    });
  });
  server.on('error', (fault) => tools.warn({ err: fault }, 'jt808'));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      await Promise.all(lanes.map((lane) => lane.idle()));
      for (const connection of open) connection.end('the program stops');
      await closed;
    },
  };
}

/** 道路运输车辆卫星定位系统终端, JT/T 808-2019 and 2013 over TCP. */
export const jt808Door: DeviceDoor = {
  name: 'jt808',
  title: { zh: '车载定位终端（JT/T 808）', en: 'Vehicle terminals (JT/T 808)' },
  open: listenForTerminals,
};
