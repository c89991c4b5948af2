import { part } from '@opengoa/kernel';
import { closeWindow } from './close-window.ts';
import { confirmWindow } from './confirm-window.ts';
import { endWindow } from './end-window.ts';
import { endWindows } from './end-windows.ts';
import { lookThroughWindow } from './look-through-window.ts';
import { proposeWindow } from './propose-window.ts';
import { window, windows } from './window-reads.ts';
import { windowSaves } from './window-store.ts';
import { windowRefusals } from './words.ts';

/** 纪检监察只读窗口: inspectors see what an open window shows, look by look, and nothing else. */
export const readOnlyWindows = part({
  roles: ['inspector'],
  verbs: [proposeWindow, confirmWindow, lookThroughWindow, closeWindow, endWindow],
  reads: [windows, window],
  saves: windowSaves,
  jobs: [endWindows],
  refusals: windowRefusals,
});
