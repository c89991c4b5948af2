import type { Words } from '@opengoa/kernel/contract';
import type { Suggestion } from './suggest-use.ts';

/** In the words of a question: what is so may have its reasons, and people look. */
export const suggestionWords = {
  'kept-ready': { zh: '专用车辆，使用少可能属正常', en: 'Kept ready: little use may be as it should be' },
  share: {
    zh: '同期有租车或未派出，可核对能否共享使用',
    en: 'Cars were hired meanwhile: see whether it can be shared',
  },
  transfer: {
    zh: '同类车辆使用较多，可核对能否调剂',
    en: 'Its peers are used more: see whether it can be transferred',
  },
  establishment: { zh: '同类车辆普遍使用较少，可核对编制需要', en: 'Its peers are used as little: see what is needed' },
  renew: { zh: '使用频繁且满更新年限，可核对更新计划', en: 'Much used and past its years: see the plan of renewal' },
} as const satisfies Record<Suggestion, Words>;
