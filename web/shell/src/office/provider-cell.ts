import type { Session } from '@opengoa/kernel/contract';

/** A provider by the name the house gives it; one that is no longer configured by its address. */
export const providerCell = (providers: Session['providers'], issuer: unknown, language: 'zh' | 'en'): string =>
  providers.find((provider) => provider.issuer === issuer)?.title[language] ?? String(issuer);
