/** FI-06: how many of the host's side may sit at a reception, by the number of guests. */

export interface HostLimits {
  /** Up to so many guests, at most `few` hosts. */
  readonly guests: number;
  readonly few: number;
  /** Above that, one host for so many guests. */
  readonly guestsPerHost: number;
}

/**
 * The most hosts for a number of guests, whole persons.
 * @throws RangeError where there is no guest
 */
export function mostHosts(guests: number, limits: HostLimits): number {
  if (!(guests > 0)) throw new RangeError('a reception has a guest');
  return guests <= limits.guests ? limits.few : Math.floor(guests / limits.guestsPerHost);
}
