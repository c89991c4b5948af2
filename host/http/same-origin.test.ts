import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { fromOurOwnPage } from './same-origin.ts';

/** What a request says of the page it comes from; the rest of it is not looked at. */
const from = (headers: Record<string, string>, protocol: 'http' | 'https' = 'https') =>
  fromOurOwnPage({ headers, host: 'office.gov.cn', protocol } as unknown as FastifyRequest);

test('SEC-SE-07 only a page of this very host and protocol is ours, whatever else the request says', () => {
  const origin = 'https://office.gov.cn';
  expect(from({ origin })).toBe(true);
  expect(from({ origin, 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(from({ origin: 'http://office.gov.cn' }, 'http')).toBe(true);
  for (const foreign of ['https://office.gov.cn.evil.example', 'https://evil.example', 'https://office.gov.cn:8443'])
    for (const site of [{}, { 'sec-fetch-site': 'same-origin' }])
      expect(from({ origin: foreign, ...site })).toBe(false);
  for (const site of ['same-site', 'cross-site', 'none']) expect(from({ origin, 'sec-fetch-site': site })).toBe(false);
  expect(from({ origin: 'http://office.gov.cn' })).toBe(false);
  expect(from({ origin: 'null' })).toBe(false);
  expect(from({})).toBe(false);
});
