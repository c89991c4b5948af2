import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { restore as putBack } from '../backup/restore.ts';
import { manifestFile } from '../backup/manifest.ts';
import { readSettings } from '../program/settings.ts';
import { CommandRefused, tell, text, type Command } from './command.ts';

/** `opengoa restore`: a backup into an empty data folder, checked before and after, page by page. */
export const restore: Command = {
  name: 'restore',
  about: '把备份恢复到空的数据目录 · Put a backup back into an empty data folder',
  options: {
    from: { type: 'string', about: 'a backup, or the folder of backups: then the newest' },
    key: { type: 'string', about: 'key file that sealed it; keys/backup.key of the data folder when left out' },
    json: { type: 'boolean', about: 'print JSON' },
  },
  async run(asked) {
    const { data, databaseUrl } = readSettings(process.env);
    const from = text(asked, 'from');
    if (from === undefined) throw new CommandRefused('请用 --from 指明备份。Say with --from which backup is put back.');
    if (databaseUrl !== null)
      throw new CommandRefused(
        '数据库在 DATABASE_URL 的服务器上,请用该服务器的工具恢复。The database is on the server that DATABASE_URL names: restore it with that server’s tools.',
      );
    const { manifest, check, differing, keysMissing, seconds } = await putBack({
      from: newestIn(from),
      to: data,
      keyFile: text(asked, 'key'),
      progress: tell,
    });
    const rows = check.tables.reduce((sum, table) => sum + table.rows, 0);
    if (asked.values['json']) {
      console.log(
        JSON.stringify(
          {
            data,
            begunAt: manifest.begunAt,
            tables: check.tables.length,
            rows,
            indexes: check.indexes,
            differing,
            keysMissing,
            seconds,
          },
          null,
          2,
        ),
      );
    } else {
      console.log(
        `已恢复 restored: ${data}  (${manifest.begunAt}; ${check.tables.length} tables, ${rows.toLocaleString('en')} rows, ${check.indexes} indexes, ${seconds.toFixed(1)} s)`,
      );
    }
    for (const { path } of keysMissing)
      tell(`启动前请放回密钥 · put this key back before starting: ${join(data, path)}`);
    return 0;
  },
};

/** A folder of backups stands for its newest; their names are their times. */
function newestIn(from: string): string {
  if (!existsSync(from)) throw new CommandRefused(`没有 ${from}。There is no ${from}.`);
  if (existsSync(join(from, manifestFile))) return from;
  const newest = readdirSync(from)
    .filter((name) => existsSync(join(from, name, manifestFile)) && !name.endsWith('.unfinished'))
    .toSorted()
    .at(-1);
  if (newest === undefined) throw new CommandRefused(`${from} 中没有备份。There is no backup in ${from}.`);
  return join(from, newest);
}
