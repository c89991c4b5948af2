import { readSettings } from '../program/settings.ts';
import { CommandRefused, type Command } from './command.ts';

/** `opengoa demo accounts`: with whom to sign in to the demo. In an office there is no such list, since nobody's password is known. */
export const demoAccounts: Command = {
  name: 'demo accounts',
  about: '演示账号与当前动态口令(仅演示模式) · Accounts of the demo, with codes right now',
  options: {
    json: { type: 'boolean', about: 'print JSON: name and password sign in; totpSecret and code for officers' },
  },
  async run({ values }) {
    const { demo, data } = readSettings(process.env);
    const { demoAccountsNow } = await import('../../demo/demo-accounts.ts');
    const accounts = demo ? demoAccountsNow(data, new Date()) : [];
    if (accounts.length === 0) {
      throw new CommandRefused(
        demo
          ? `${data} 中没有演示数据,请先 npm start。There is no demo in ${data}: run npm start first.`
          : '正式环境没有演示账号。An office has no demo accounts.',
      );
    }
    if (values['json']) console.log(JSON.stringify(accounts, null, 2));
    else {
      console.log(`口令均为 password for all: ${accounts[0]!.password}`);
      for (const { account, person, post, unit, code, codeSeconds } of accounts)
        console.log(
          `${account.padEnd(14)}${person}  ${unit} ${post}${code ? `  动态口令 code ${code} (${codeSeconds} s)` : ''}`,
        );
    }
    return 0;
  },
};
