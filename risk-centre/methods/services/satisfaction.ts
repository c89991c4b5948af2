/** SV-04: what a satisfaction among those who answered says of all who were asked. */
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface Satisfaction {
  readonly responseRate: number;
  readonly amongAnswered: number;
  /** Where nobody who kept silent is content, and where all of them are. */
  readonly lowest: number;
  readonly highest: number;
}

export function satisfactionBounds(asked: number, answered: number, satisfied: number): MethodResult<Satisfaction> {
  if (answered <= 0 || asked < answered)
    return insufficient({
      zh: `发出${asked}份、收回${answered}份，至少需要1份答复`,
      en: `${asked} asked, ${answered} answered; 1 answer is needed`,
      needed: 1,
      found: answered,
    });
  return ok({
    responseRate: answered / asked,
    amongAnswered: satisfied / answered,
    lowest: satisfied / asked,
    highest: (satisfied + asked - answered) / asked,
  });
}
