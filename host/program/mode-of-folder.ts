import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDatabase } from '../postgres/addresses.ts';
import { prepareDatabase, withClient } from '../postgres/prepare-roles.ts';
import { defaults } from '../postgres/settings.ts';
import { StartRefused } from '../postgres/start-refused.ts';
import type { Settings } from './settings.ts';

/** Says that a folder belongs to an office and not to the demo. */
const productionMark = (data: string) => join(data, 'production');
/** Stands while the demo city is being loaded: a store that bears it holds half a city and nobody's work. */
export const loadingMark = (data: string): string => join(data, 'demo', 'loading');

/**
 * A data folder is either a demo's or an office's, for good: accounts whose passwords everybody knows must never stand beside real ones,
 * nor the demo city fill an office's empty store (SEC-ID-13).
 *
 * @param holdsDemo whether the store holds the demo city
 * @throws StartRefused `wrong-mode`
 */
export function settleMode({ demo, data }: Settings, holdsDemo: boolean): void {
  if (demo && existsSync(productionMark(data))) {
    throw new StartRefused('wrong-mode', {
      zh: `数据目录 ${data} 属于正式环境,请设 OPENGOA_DEMO=0;要看演示,请用 OPENGOA_DATA 另指目录。`,
      en: `The data folder ${data} belongs to an office: set OPENGOA_DEMO=0. To see the demo, name another folder with OPENGOA_DATA.`,
    });
  }
  if (demo) return;
  if (holdsDemo) {
    throw new StartRefused('wrong-mode', {
      zh: `数据库中是演示城市,其口令人人可知,不能正式启用。请用 OPENGOA_DATA(或 DATABASE_URL)另指一个空的。`,
      en: `The store holds the demo city, whose passwords everybody knows: it does not start as an office's. Name an empty one with OPENGOA_DATA (or DATABASE_URL).`,
    });
  }
  mkdirSync(data, { recursive: true });
  writeFileSync(productionMark(data), 'This data folder belongs to an office; the demo is not loaded here.\n');
}

/**
 * A demo city that was cut off in the middle is begun anew: nobody can have worked in it yet.
 *
 * @param superUrl of the embedded cluster, or null where the database is a server of its own
 * @throws StartRefused `incomplete-folder` where the database is not ours to empty
 */
export async function emptyHalfLoadedDemo(
  { demo, data }: Settings,
  superUrl: string | null,
  progress: (line: string) => void,
): Promise<void> {
  if (!demo || !existsSync(loadingMark(data))) return;
  if (superUrl === null) {
    throw new StartRefused('incomplete-folder', {
      zh: `上次演示数据没有装完。请清空 DATABASE_URL 指定的数据库并删除 ${loadingMark(data)},然后重新启动。`,
      en: `The demo was not loaded to its end. Empty the database that DATABASE_URL names, remove ${loadingMark(data)} and start again.`,
    });
  }
  progress('上次演示数据没有装完,重新装入 · the demo was cut off in the middle: begun anew');
  const maintenanceUrl = withDatabase(superUrl, 'postgres');
  await withClient(maintenanceUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(defaults.database)} with (force)`);
  });
  await prepareDatabase(maintenanceUrl, defaults.database);
  rmSync(join(data, 'demo'), { recursive: true, force: true });
}
