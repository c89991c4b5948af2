import { part } from '@opengoa/kernel';
import { alertRows, alerts } from './alert-reads.ts';
import { alertSaves } from './alert-store.ts';
import { drawAlerts } from './draw-alerts.ts';
import { drawAtOnce, drawWeek } from './draw-week.ts';

/** 本周提示: what officers look at this week, under a budget of false ones and of hours. */
export const weekOfAlerts = part({
  verbs: [drawAlerts],
  reads: [alerts, alertRows],
  saves: alertSaves,
  jobs: [drawWeek],
  followers: [drawAtOnce],
});
