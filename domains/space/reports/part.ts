import { part } from '@opengoa/kernel';
import { acceptReport } from './accept-report.ts';
import { openReport } from './open-report.ts';
import { redrawReport } from './redraw-report.ts';
import { reportList } from './report-lists.ts';
import { oneReport } from './report-reads.ts';
import { reportSaves } from './report-store.ts';
import { returnReport } from './return-report.ts';
import { submitReport } from './submit-report.ts';
import { reportRefusals } from './words.zh.ts';

/** 办公用房统计报告. */
export const reports = part({
  verbs: [openReport, redrawReport, submitReport, acceptReport, returnReport],
  reads: [reportList, oneReport],
  saves: reportSaves,
  refusals: reportRefusals,
});
