import type { Id, Tx } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { applicationPlace, type HomeApplication } from './application.ts';
import type { Home } from './home.ts';
import { lockApplication, lockHome } from './housing-store.ts';

/** An application with the home that it was assigned, both locked; null before there is one. Judged at both. */
export const onAssigned = {
  load: async <Input extends { application: Id }>(tx: Tx, { application: id }: Input) => {
    const application = await lockApplication(tx, id);
    return {
      application,
      home: application.home === null ? null : await lockHome(tx, application.home),
      tasks: await openTasksOf(tx, id),
    };
  },
  at: ({ application, home }: { readonly application: HomeApplication; readonly home: Home | null }) => [
    applicationPlace(application),
    ...(home === null ? [] : [{ unit: home.unit }]),
  ],
};
