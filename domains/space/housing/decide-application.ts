import { type Context, type Id, refuse, type Refusal, stale, type Tx } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { applicationMoves, applicationPlace, type HomeApplication } from './application.ts';
import { lockApplication } from './housing-store.ts';

export interface WithTasks {
  readonly application: HomeApplication;
  readonly tasks: readonly { readonly id: Id }[];
}

/** An application, locked, with the tasks that wait on it. */
export const onApplication = {
  on: 'space.home-application',
  object: <Input extends { application: Id }>({ application }: Input) => application,
  load: async <Input extends { application: Id }>(tx: Tx, { application: id }: Input): Promise<WithTasks> => ({
    application: await lockApplication(tx, id),
    tasks: await openTasksOf(tx, id),
  }),
  at: ({ application }: WithTasks) => applicationPlace(application),
};

/** The act is open in this state, and what was looked at is what there is. */
export function notOpen({ state, version: now }: HomeApplication, verb: string, version: number): Refusal | undefined {
  return applicationMoves.refusal(state, verb) ?? (version === now ? undefined : stale({ version: now }));
}

/** What approving and refusing have in common: whoever leads the unit, or holds the task; never whoever asked. */
export const decidesApplication = { ...onApplication, who: ['head', 'leader', 'holder'] };

export const cannotDecideOn = (
  { application }: WithTasks,
  verb: string,
  version: number,
  { actor }: Context,
): Refusal | undefined =>
  notOpen(application, verb, version) ??
  (application.asker === actor.person ? refuse('home-own-application') : undefined);
