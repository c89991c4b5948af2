/** A kit of the house as something that can be replayed: its own rule over cases made of the rows known that day. */
import type { RiskKit, RiskSubject, Settings, StandardsInForce } from '@opengoa/kernel/risk-kit';
import { posterior } from '../evidence-to-probability.ts';
import type { KnownPast, ReplayAlarm } from './replay.ts';

export interface ReplayCase {
  readonly subject: RiskSubject;
  readonly inputs: unknown;
  readonly settings?: Settings;
  /** As they were in force on the day. */
  readonly standards?: StandardsInForce;
}

/** @param casesOf pure: from the rows of the day to what the rule judges. Loss that is not money counts as none */
export const lookOfKit =
  <Row>(
    kit: Pick<RiskKit, 'judge' | 'prior' | 'checkHours'>,
    casesOf: (past: KnownPast<Row>) => readonly ReplayCase[],
  ) =>
  (past: KnownPast<Row>): ReplayAlarm[] =>
    casesOf(past).flatMap(({ subject, inputs, ...given }) => {
      const verdict = kit.judge(subject, inputs, given);
      if (verdict.status !== 'flag') return [];
      return {
        subject: subject.id,
        probability: posterior(kit.prior, [verdict.llr ?? 0]),
        lossFen: verdict.loss?.unit === 'fen' ? verdict.loss.mid : 0,
        hours: kit.checkHours,
      };
    });
