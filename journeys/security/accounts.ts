import { codeAtStep, stepAt } from '@opengoa/kernel/host';
import type { Town } from './town.ts';
import { Visitor } from './visitor.ts';

type Name = Parameters<Town['at']['as']>[0];

export const password = 'Teal-otter-47';

/** Opens an account for somebody of the cast through the doors: an administrator creates it, the person chooses the password. */
export async function openAccount(town: Town, name: Name, as: string): Promise<void> {
  const { person, account } = town.at.ids.persons[name];
  const unit = town.at.as(name).actor.unit!;
  const created = await town.at.as('系统员').does('kernel.create-account', { id: account, unit, name: as, person });
  const { code } = created.result as { code: string };
  const visitor = new Visitor(town.origin);
  await visitor.does('kernel.finish-reset', { name: as, code, next: password });
  visitor.leave();
}

/** Signs somebody in whose account is open. Officers enrol their second factor on the way. */
export async function signIn(town: Town, as: string, origin: string = town.origin): Promise<Visitor> {
  const visitor = new Visitor(origin);
  const answer = await visitor.signIn(as, password);
  if (answer.status !== 200) throw new Error(`sign-in of ${as}: ${answer.status} ${answer.text}`);
  if ((await visitor.session()).needs === 'second-factor') {
    const { secret } = await visitor.does<{ secret: string }>('kernel.enrol-second-factor');
    await visitor.does('kernel.confirm-second-factor', {
      code: codeAtStep(fromBase32(secret), stepAt(town.at.kernel.clock())),
    });
    await visitor.session();
  }
  return visitor;
}

export function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(
    Array.from({ length: Math.floor(bits.length / 8) }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)),
  );
}
