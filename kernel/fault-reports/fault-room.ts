import { labelSheet, scan } from '../labels/label-reads.ts';
import { labelSaves } from '../labels/label-saves.ts';
import { makeLabels } from '../labels/make-labels.ts';
import { revokeLabel } from '../labels/revoke-label.ts';
import { addFaultPhoto } from './add-fault-photo.ts';
import { confirmFaultFixed } from './confirm-fault-fixed.ts';
import { disownFaultReport } from './disown-fault-report.ts';
import { faultReports } from './fault-lists.ts';
import { faultSwitches, oneFaultReport } from './fault-reads.ts';
import { faultSaves as reportSaves } from './fault-saves.ts';
import { handleFaultReport } from './handle-fault-report.ts';
import { reopenFaultReport } from './reopen-fault-report.ts';
import { reportFault } from './report-fault.ts';
import { switchFaultReports } from './switch-fault-reports.ts';
import { takeFaultReport } from './take-fault-report.ts';

/** Labels and what is reported by them, as one part of the kernel's room. */
export const faultVerbs = [
  makeLabels,
  revokeLabel,
  reportFault,
  addFaultPhoto,
  takeFaultReport,
  handleFaultReport,
  disownFaultReport,
  confirmFaultFixed,
  reopenFaultReport,
  switchFaultReports,
];

export const faultReads = [labelSheet, scan, faultReports, oneFaultReport, faultSwitches];

export const faultSaves = [...labelSaves, ...reportSaves];
