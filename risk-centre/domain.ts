import { room } from '@opengoa/kernel';
import { assignFinding } from './findings/assign-finding.ts';
import { closeFinding } from './findings/close-finding.ts';
import { confirmFinding } from './findings/confirm-finding.ts';
import { dismissFinding } from './findings/dismiss-finding.ts';
import { escalateFinding } from './findings/escalate-finding.ts';
import { explainFinding } from './findings/explain-finding.ts';
import { findings, runs } from './findings/finding-lists.ts';
import { finding } from './findings/finding-reads.ts';
import { findingSaves } from './findings/finding-store.ts';
import { followUpOverdue } from './findings/follow-up-overdue.ts';
import { rectifyFinding } from './findings/rectify-finding.ts';
import { runKit } from './findings/run-kit.ts';
import { verifyFinding } from './findings/verify-finding.ts';
import { adoptKit } from './register/adopt-kit.ts';
import { kitSaves } from './register/kit-store.ts';
import { chain, kits } from './register/register-reads.ts';
import { runKits } from './register/run-kits.ts';
import { refusals } from './words.ts';

export default room(import.meta.dirname, {
  name: 'risk-centre',
  title: { zh: '大数据智能风控中心', en: 'Risk centre' },
  verbs: [
    runKit,
    explainFinding,
    confirmFinding,
    dismissFinding,
    assignFinding,
    rectifyFinding,
    verifyFinding,
    closeFinding,
    escalateFinding,
    adoptKit,
  ],
  reads: [findings, runs, finding, kits, chain],
  saves: [...findingSaves, ...kitSaves],
  jobs: [runKits, followUpOverdue],
  refusals,
});
