import { isRefusal, type Actor } from '@opengoa/kernel';
import {
  findActor,
  mayCome,
  openDoor,
  openIdentity,
  sessionDoors,
  type DoorAnswer,
  type Identity,
} from '@opengoa/kernel/host';
import { holdsDemo } from '../program/holds-demo.ts';
import type { OpenHouse } from '../program/open-house.ts';
import type { Settings } from '../program/settings.ts';
import { askSecret } from './ask-secret.ts';
import { CommandRefused, tell } from './command.ts';
import { refusedInWords } from './refusal-words.ts';

/** Rights words a door asks for. */
type Who = readonly string[];

/**
 * Somebody who acts at the command line, for the duration of `work`. In the demo it is one of its people, chosen by what the act asks for
 * when nobody is named; in an office it is a named account that signs in here with password and code and signs out after.
 *
 * @throws CommandRefused when nobody of that name is there, or the sign-in was refused
 */
export async function actingAs<T>(
  house: OpenHouse,
  settings: Settings,
  { account, who }: { readonly account: string | undefined; readonly who: Who },
  work: (actor: Actor) => Promise<T>,
): Promise<T> {
  if (await holdsDemo(house.kernel)) {
    const actor = await demoActor(house, settings.data, account, who);
    tell(`以${actor.name}(${actor.post?.title ?? ''})的身份 · acting as ${actor.name}`);
    return work(actor);
  }
  if (account === undefined) {
    throw new CommandRefused(
      '请用 --as 指明以哪个账号办理;随后会询问口令。Say with --as whose account does this; the password is asked for then.',
    );
  }
  return signedInAs(house, settings, account, work);
}

async function demoActor({ kernel }: OpenHouse, data: string, account: string | undefined, who: Who): Promise<Actor> {
  const { readDemoAccounts } = await import('../../demo/open-accounts.ts');
  const { as } = await import('../../demo/acting.ts');
  const accounts = readDemoAccounts(data);
  const organisation = kernel.registers.organisation('');
  // Unnamed, it is whoever may do this in the most units: an export of the clerk for the whole city, not of one office.
  const reach = (name: string) =>
    new Set(
      as(name)
        .grants.filter(({ role }) => who.includes(role))
        .flatMap(({ unit, below }) => (below ? organisation.unitsBelow(unit) : [unit])),
    ).size;
  const found =
    account === undefined
      ? accounts.filter(({ name }) => mayCome(as(name), who)).toSorted((a, b) => reach(b.name) - reach(a.name))[0]
      : accounts.find((each) => each.account === account || each.name === account);
  if (found) return as(found.name);
  throw new CommandRefused(
    account === undefined
      ? `演示人员中没有人可以这样做(需要 ${who.join('、')})。Nobody of the demo may do this; it asks for ${who.join(', ')}.`
      : `没有账号 ${account}。There is no account ${account}; see: opengoa demo accounts.`,
  );
}

/** Signs an account in, as at the front door: counted, recorded, with the same refusals. */
export async function signedInAs<T>(
  { kernel }: OpenHouse,
  settings: Settings,
  account: string,
  work: (actor: Actor) => Promise<T>,
): Promise<T> {
  const identity = openIdentity(kernel, settings.officers ? { officerAddresses: settings.officers } : {});
  let token: string | undefined;
  try {
    const password = await askSecret(`${account} 的口令 password: `);
    token = (await door(identity, 'kernel.sign-in', { name: account, password })).token ?? undefined;
    let { actor, needs, ended } = await findActor(identity, token, address);
    if (needs === 'second-factor') {
      const code = (await askSecret(`${account} 的动态口令 one-time code: `)).trim();
      token = (await door(identity, 'kernel.show-second-factor', { code }, token)).token ?? token;
      ({ actor, needs, ended } = await findActor(identity, token, address));
    }
    if (needs || ended || actor.kind === 'nobody') {
      throw new CommandRefused(
        `账号 ${account} 还不能办理(${needs ?? ended ?? ''}),请先在网页上登录一次。The account ${account} cannot act yet (${needs ?? ended ?? ''}): sign in on the web page once.`,
      );
    }
    return await work(actor);
  } finally {
    if (token) await door(identity, 'kernel.sign-out', {}, token).catch(() => undefined);
    await identity.stop();
  }
}

const address = '127.0.0.1';

async function door(identity: Identity, name: string, input: unknown, token?: string): Promise<DoorAnswer> {
  const answer = await openDoor(identity, sessionDoors.get(name)!, input, { address, agent: 'opengoa command', token });
  if (isRefusal(answer)) throw refusedInWords(identity.kernel, 'kernel', answer);
  return answer;
}
