import { type Command, withHouse } from './command.ts';

/** `opengoa migrate`: brings the store to this program's schema and tells what ran. */
export const migrate: Command = {
  name: 'migrate',
  about: '将数据库迁移到本版本 · Bring the store to this version',
  options: { json: { type: 'boolean', about: 'print JSON' } },
  run: ({ values }) =>
    withHouse(async ({ migrated }) => {
      console.log(
        values['json']
          ? JSON.stringify({ migrated })
          : migrated.length === 0
            ? '已是最新。Up to date.'
            : migrated.join('\n'),
      );
      return 0;
    }),
};
