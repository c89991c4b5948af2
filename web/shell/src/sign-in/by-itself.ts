import { providerOf } from './finish-oidc.tsx';

/** The app inside which this page is shown, by what its browser says of itself. */
export const platformHere = (agent: string): 'wecom' | 'dingtalk' | undefined =>
  /wxwork/i.test(agent) ? 'wecom' : /dingtalk/i.test(agent) ? 'dingtalk' : undefined;

let stays = providerOf(location.pathname) !== undefined;

/** Whoever was in, or has just come back from there without success, decides on the next try themselves. */
export const stayHere = (): void => {
  stays = true;
};

/** May the page go to the platform unasked? Once in the life of a page: a refusal there must not become a circle. */
export function comesByItself(): boolean {
  const may = !stays;
  stays = true;
  return may;
}
