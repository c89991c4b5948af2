import { room, talk } from '@opengoa/kernel';
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
import { paperPoint } from './findings/paper-point.ts';
import { rectifyFinding } from './findings/rectify-finding.ts';
import { runKit } from './findings/run-kit.ts';
import { verifyFinding } from './findings/verify-finding.ts';
import { foretellingPart } from './foretelling/part.ts';
import { dependingPart } from './depending/part.ts';
import { evidencePart } from './evidence/part.ts';
import { learningPart } from './learning/part.ts';
import { adoptKit } from './register/adopt-kit.ts';
import { kitSaves } from './register/kit-store.ts';
import { chain, pulse } from './chain/chain.ts';
import { collect, share } from './chain/collect-reads.ts';
import { evaluate, predict } from './chain/evaluate.ts';
import { feedback, verdicts } from './chain/feedback.ts';
import { mine } from './chain/patterns.ts';
import { kitPaper } from './register/kit-paper.ts';
import { followFacts, lookAgain } from './register/look-again.ts';
import { kits } from './register/register-reads.ts';
import { runKits } from './register/run-kits.ts';
import { takeProposal } from './register/take-proposal.ts';
import { thresholdProposal } from './register/threshold-proposal.ts';
import { tuneKit } from './register/tune-kit.ts';
import { undoTuning } from './register/undo-tuning.ts';
import { cancelTrial } from './trials/cancel-trial.ts';
import { endTrial } from './trials/end-trial.ts';
import { keepTrialPart } from './trials/keep-trial-part.ts';
import { trial, trialAlarms, trials } from './trials/trial-reads.ts';
import { trialSaves } from './trials/trial-store.ts';
import { tryKit } from './trials/try-kit.ts';
import { tryOnHistory } from './trials/try-on-history.ts';
import { miningPart } from './mining/part.ts';
import { qualityScan } from './quality/part.ts';
import { riskRegister } from './risk-register/part.ts';
import { weekOfAlerts } from './alerts/part.ts';
import { readOnlyWindows } from './windows/part.ts';
import { workbench } from './workbench/part.ts';
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
    tuneKit,
    takeProposal,
    undoTuning,
    tryKit,
    cancelTrial,
    keepTrialPart,
    endTrial,
  ],
  reads: [
    findings,
    runs,
    finding,
    kits,
    kitPaper,
    thresholdProposal,
    chain,
    pulse,
    collect,
    share,
    mine,
    evaluate,
    predict,
    feedback,
    verdicts,
    trial,
    trials,
    trialAlarms,
  ],
  saves: [...findingSaves, ...kitSaves, ...trialSaves],
  followers: [followFacts],
  uploads: [paperPoint],
  jobs: [runKits, lookAgain, tryOnHistory, followUpOverdue],
  talks: {
    'risk-centre.finding': talk('risk-centre.finding', ({ number }: { number: string }) => number, '/risk/findings/'),
  },
  refusals,
  parts: [
    dependingPart,
    workbench,
    weekOfAlerts,
    learningPart,
    evidencePart,
    foretellingPart,
    riskRegister,
    qualityScan,
    miningPart,
    readOnlyWindows,
  ],
});
