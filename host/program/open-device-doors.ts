import type { Logger } from 'pino';
import type { OpenDeviceDoor } from '@opengoa/kernel';
import { doorTools, type Kernel } from '@opengoa/kernel/host';
import { StartRefused } from '../postgres/start-refused.ts';
import type { Settings } from './settings.ts';

/**
 * Opens the doors for devices that the settings name a port for. A port that was named and cannot be had ends the start; the demo's own
 * guess gives way to whoever has it.
 * @throws StartRefused `port-taken`
 */
export async function openDeviceDoors(
  kernel: Kernel,
  { deviceDoors: devices }: Pick<Settings, 'deviceDoors'>,
  log: Logger,
): Promise<{ readonly open: readonly (OpenDeviceDoor & { readonly name: string })[]; close(): Promise<void> }> {
  const open: (OpenDeviceDoor & { readonly name: string })[] = [];
  const close = async () => {
    await Promise.all(open.splice(0).map((door) => door.close()));
  };
  for (const room of kernel.rooms)
    for (const door of room.doors ?? []) {
      const at = devices[door.name];
      if (!at) continue;
      const tools = doorTools(kernel, `${room.name}.${door.name}`, (what, said) => log.warn(what, said));
      try {
        const { port, close: end } = await door.open(at, tools);
        open.push({ name: door.name, port, close: end });
      } catch (error) {
        if (at.guessed && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
          log.warn({ door: door.name, port: at.port }, 'port taken: this door stays closed');
          continue;
        }
        await close();
        const variable = `OPENGOA_${door.name.toUpperCase()}_PORT`;
        throw new StartRefused('port-taken', {
          zh: `${at.host}:${at.port} 不能使用（${(error as Error).message}）。请用 ${variable} 另指端口。`,
          en: `${at.host}:${at.port} cannot be had (${(error as Error).message}). Name another port with ${variable}.`,
        });
      }
    }
  return { open, close };
}
