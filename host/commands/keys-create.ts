import { isRefusal, newId, type Actor, type Id, type VerbAnswer } from '@opengoa/kernel';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import { runVerb, type Kernel } from '@opengoa/kernel/host';
import { holdsDemo } from '../program/holds-demo.ts';
import { signedInAs } from './acting-as.ts';
import { CommandRefused, list, tell, text, withHouse, type Command } from './command.ts';
import { findUnit } from './find-unit.ts';
import { refusedInWords } from './refusal-words.ts';

interface Wanted {
  readonly unit: Id;
  readonly below: boolean;
  readonly scope: readonly string[];
  /** First day on which the key no longer works. */
  readonly validTo: string;
  readonly name: string;
}

interface MadeKey {
  readonly key: string;
  readonly id: Id;
  readonly account: Id;
}

/** What still waits for the security administrators: rights that were proposed, and those that nobody proposed yet. */
type Rights = 'confirmed' | 'proposed' | 'missing';

/**
 * `opengoa keys create`: an account for a machine, its key, and the rights the key may use. Rights need two people, here as everywhere:
 * in the demo its two security administrators; in an office the accounts named with `--by`, each with password and code.
 */
export const keysCreate: Command = {
  name: 'keys create',
  about: '为外部系统生成接口密钥 · Make an API key for another system',
  options: {
    unit: { type: 'string', about: 'unit by id, code or name; rights hold there and below' },
    scope: {
      type: 'string',
      multiple: true,
      about: 'rights words (energy-clerk, fleet-clerk, …), repeated or by commas',
    },
    expires: { type: 'string', about: 'first day on which it no longer works (2027-01-01), or days from now (90d)' },
    name: { type: 'string', about: 'name of the account; made up when left out' },
    'only-there': { type: 'boolean', about: 'rights at the unit itself and not below it' },
    by: {
      type: 'string',
      multiple: true,
      about: 'in an office: accounts that sign in for this: a system administrator, then two security administrators',
    },
    json: { type: 'boolean', about: 'print JSON' },
  },
  run: (asked) =>
    withHouse(async (house, settings) => {
      const { kernel } = house;
      const wanted = wantedOf(kernel, asked);
      if (await holdsDemo(kernel)) {
        const { as } = await import('../../demo/acting.ts');
        const made = await makeKey(kernel, as('许志远'), wanted);
        const grants = await propose(kernel, as('方晴'), made.account, wanted);
        await confirm(kernel, as('罗成'), grants);
        return told(made, wanted, 'confirmed', asked.values['json'] === true);
      }
      const [system, proposes, confirms] = list(asked, 'by');
      if (system === undefined) {
        throw new CommandRefused(
          '请用 --by 指明系统管理员账号;授权还需再用 --by 指明两位安全管理员(一人提出、另一人确认)。\nName a system administrator with --by; for the rights, two security administrators as well, each with --by: one proposes, the other confirms.',
        );
      }
      const made = await signedInAs(house, settings, system, (actor) => makeKey(kernel, actor, wanted));
      let rights: Rights = 'missing';
      try {
        if (proposes !== undefined) {
          const grants = await signedInAs(house, settings, proposes, (actor) =>
            propose(kernel, actor, made.account, wanted),
          );
          rights = 'proposed';
          if (confirms !== undefined) {
            await signedInAs(house, settings, confirms, (actor) => confirm(kernel, actor, grants));
            rights = 'confirmed';
          }
        }
      } catch (error) {
        // The key is made and cannot be shown again: it is told all the same, with what it lacks.
        told(made, wanted, rights, asked.values['json'] === true);
        throw error;
      }
      return told(made, wanted, rights, asked.values['json'] === true);
    }),
};

function wantedOf(kernel: Kernel, asked: Parameters<Command['run']>[0]): Wanted {
  const unit = text(asked, 'unit');
  const expires = text(asked, 'expires');
  const scope = list(asked, 'scope')
    .flatMap((each) => each.split(/[,，\s]+/))
    .filter(Boolean);
  if (unit === undefined || expires === undefined || scope.length === 0)
    throw new CommandRefused('须有 --unit、--scope 和 --expires。--unit, --scope and --expires are needed.');
  return {
    unit: findUnit(kernel, unit),
    below: asked.values['only-there'] !== true,
    scope: [...new Set(scope)],
    validTo: dayFrom(kernel, expires),
    name: text(asked, 'name') ?? `machine-${newId().slice(-8)}`,
  };
}

function dayFrom(kernel: Kernel, expires: string): string {
  const days = /^(\d{1,4})d?$/.exec(expires)?.[1];
  if (days !== undefined) return addDays(dayOf(kernel.clock()), Number(days));
  if (/^\d{4}-\d{2}-\d{2}$/.test(expires) && !Number.isNaN(Date.parse(expires))) return expires;
  throw new CommandRefused(
    `--expires ${expires} 须为日期(2027-01-01)或天数(90d)。--expires takes a day (2027-01-01) or days (90d).`,
  );
}

async function does(kernel: Kernel, actor: Actor, name: string, input: unknown): Promise<VerbAnswer> {
  const answer = await runVerb(kernel, { name, input, actor, requestId: newId() });
  if (isRefusal(answer)) throw refusedInWords(kernel, 'kernel', answer);
  return answer;
}

async function makeKey(kernel: Kernel, actor: Actor, { unit, name, scope, validTo }: Wanted): Promise<MadeKey> {
  const created = await does(kernel, actor, 'kernel.create-account', { unit, kind: 'machine', name });
  const { account } = created.result as { account: Id };
  const made = await does(kernel, actor, 'kernel.create-machine-key', { account, title: name, scope, validTo });
  const { key, id } = made.result as { key: string; id: Id };
  return { key, id, account };
}

async function propose(
  kernel: Kernel,
  actor: Actor,
  account: Id,
  { unit, below, scope, validTo }: Wanted,
): Promise<Id[]> {
  const from = dayOf(kernel.clock());
  const grants: Id[] = [];
  for (const role of scope) {
    const answer = await does(kernel, actor, 'kernel.grant-right', { role, unit, below, account, from, to: validTo });
    grants.push(answer.facts[0]!.object.id);
  }
  return grants;
}

async function confirm(kernel: Kernel, actor: Actor, grants: readonly Id[]): Promise<void> {
  for (const grant of grants) await does(kernel, actor, 'kernel.confirm-grant', { grant });
}

function told(
  { key, id, account }: MadeKey,
  { unit, below, scope, validTo, name }: Wanted,
  rights: Rights,
  json: boolean,
): number {
  if (json) console.log(JSON.stringify({ key, id, account, name, unit, below, scope, validTo, rights }, null, 2));
  else {
    console.log(key);
    tell(
      `只显示这一次 · shown this once. ${name}: ${scope.join(', ')}; ${validTo} 起失效 · works until the day before.`,
    );
    tell(`用法 · use: curl -H 'Authorization: Bearer <key>' …`);
  }
  if (rights !== 'confirmed') {
    tell(
      rights === 'proposed'
        ? '授权已提出,还需另一位安全管理员确认;在此之前密钥不能使用。The rights are proposed: another security administrator confirms them; until then the key opens nothing.'
        : '还没有授权:请安全管理员为此账号提出授权,由另一位确认;在此之前密钥不能使用。No rights yet: a security administrator proposes them for this account and another confirms; until then the key opens nothing.',
    );
  }
  return 0;
}
