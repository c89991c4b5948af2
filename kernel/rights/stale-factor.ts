import type { Actor } from '../actor.ts';
import { refuse, type Refusal } from '../refusal.ts';

/**
 * Why an act of high value has to wait: the second factor was shown longer ago than the standard allows, or never (SEC-SE-06).
 *
 * @param minutes of the standard `kernel.re-authentication`
 */
export function staleFactor({ factorAt }: Pick<Actor, 'factorAt'>, now: Date, minutes: number): Refusal | undefined {
  const shown = factorAt?.getTime() ?? 0;
  return now.getTime() - shown > minutes * 60_000
    ? refuse('factor-not-fresh', { minutes }, { status: 403 })
    : undefined;
}
