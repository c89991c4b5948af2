import { backup as makeBackup } from '../backup/backup.ts';
import { readSettings } from '../program/settings.ts';
import { CommandRefused, tell, text, type Command } from './command.ts';

/** `opengoa backup`: everything of a data folder while it is being worked in, sealed and listed. */
export const backup: Command = {
  name: 'backup',
  about: '备份数据库、文件与配置 · Back up database, files and configuration',
  options: {
    to: { type: 'string', about: 'folder where backups are kept: another disk, best another machine' },
    key: { type: 'string', about: 'key file that seals it; keys/backup.key of the data folder when left out' },
    json: { type: 'boolean', about: 'print JSON' },
  },
  async run(asked) {
    const { data, databaseUrl } = readSettings(process.env);
    const to = text(asked, 'to');
    if (to === undefined) throw new CommandRefused('请用 --to 指明备份目录。Say with --to where the backup goes.');
    const report = await makeBackup({ folder: data, to, keyFile: text(asked, 'key'), databaseUrl, progress: tell });
    const { manifest, alarms, keyFile, keyMade, seconds } = report;
    if (asked.values['json']) {
      const { archive, files, tables, rowsExact, keysApart } = manifest;
      console.log(
        JSON.stringify(
          {
            backup: report.backup,
            archive,
            files: files.length,
            tables: tables.length,
            rows: tables.reduce((sum, { rows }) => sum + rows, 0),
            rowsExact,
            keyFile,
            keyMade,
            keysApart,
            alarms,
            seconds,
          },
          null,
          2,
        ),
      );
    } else {
      const megabytes = (manifest.archive.bytes / 1024 / 1024).toFixed(1);
      console.log(
        `已备份 backed up: ${report.backup}  (${megabytes} MB, ${manifest.files.length} files, ${seconds.toFixed(1)} s)`,
      );
    }
    if (keyMade)
      tell(
        `备份密钥刚刚生成:${keyFile}。请另存一份到别处;丢了它,备份无法恢复。\nThe backup key was made just now: ${keyFile}. Keep a copy apart from this machine: without it no backup opens.`,
      );
    for (const { path } of manifest.keysApart)
      tell(`不在备份中,请另行保管 · not in the backup, keep it apart: ${path}`);
    for (const alarm of alarms) tell(`! ${alarm.zh}\n  ${alarm.en}`);
    return alarms.length > 0 ? 1 : 0;
  },
};
