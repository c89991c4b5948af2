/** What the sign-in page and the entry need: no Ant Design behind this door. */
export * from './room.ts';
export * from './client/client.ts';
export type * from './client/door-types.ts';
export { intent, type Intent } from './client/intent.ts';
export { uuid } from './client/uuid.ts';
export { ProblemError, problemOf } from './client/problem.ts';
export { answersStore } from './hooks/answers.ts';
export * from './hooks/session.ts';
export * from './hooks/verbs.ts';
export { startWords, speak, useWords, wordNow, languageNow, type Speech } from './words/i18n.ts';
export { startLook, changeLook, useLook, usePhone, type Look } from './look/look.ts';
export { Go, WayContext, useWay, sameSite, withQuery, type Way } from './frame/way.tsx';
export { Icon } from './frame/icon.tsx';
export { Toasts, toast } from './frame/toast.tsx';
export { forgetDrafts } from './form/drafts.ts';
export { WhomToCall } from './states/whom-to-call.tsx';
