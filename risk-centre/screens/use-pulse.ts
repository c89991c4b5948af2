import { useRead, useRenewal } from '@opengoa/web-kit';

/** How often a page of findings asks whether there is a new signal. */
const everyMs = 800;

/** Keeps a page of findings up to the moment: what is shown is asked for again as soon as a kit has said something new. */
export function usePulse(): void {
  const { answer } = useRead('risk-centre.pulse', {}, { everyMs });
  useRenewal(answer === undefined ? undefined : (answer.newest ?? 'none'));
}
