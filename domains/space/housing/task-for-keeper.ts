import { type Context, type FactDraft, nearestHolders, newId, TaskRaised } from '@opengoa/kernel';
import type { Words } from '@opengoa/kernel/words';
import { applicationOf, type HomeApplication } from './application.ts';
import { homeReasons } from './words.zh.ts';

/** 安排住房、办理入住: whoever keeps the homes, the nearest first, finds it on the desk; whoever asked is told. */
export function taskForKeeper(
  application: HomeApplication,
  { kind, title, verbs }: { readonly kind: string; readonly title: Words; readonly verbs: string[] },
  { organisation }: Context,
): FactDraft[] {
  const holders = nearestHolders(organisation, 'space-clerk', application.unit);
  if (holders.length === 0) return [];
  const { unit, asker, askerName, reason, from, to, homeName } = application;
  const about = homeName === null ? '' : `，${homeName}`;
  return [
    TaskRaised.of({
      object: applicationOf(application),
      unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title,
          holders: [...holders],
          copied: [asker],
          due: new Date(`${from}T17:00:00+08:00`).toISOString(),
        },
        kind,
        asker,
        summary:
          `${askerName}（${organisation.unit(unit)?.name ?? ''}）周转住房：${homeReasons[reason].zh}，${from} 至 ${to}${about}`.slice(
            0,
            500,
          ),
        opens: `/space/home-applications/${application.id}`,
        verbs,
      },
    }),
  ];
}
