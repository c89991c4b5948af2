import { expect, test } from 'vitest';
import { sameSite, withQuery } from './way.tsx';

test('SEC-WB-05 only paths of this site are gone to', () => {
  expect(sameSite('/vehicles/trips/1?tab=cost#x')).toBe('/vehicles/trips/1?tab=cost#x');
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '\t//evil.example',
    '/\t/evil.example',
    '',
    '?x',
    'data:text/html,x',
  ]) {
    expect(sameSite(elsewhere)).toBe('/');
  }
});

test('a change of the query keeps the rest of it', () => {
  const way = { path: '/vehicles/trips', query: { 'f.state': 'approved', tab: 'a' } };
  expect(withQuery(way, { tab: 'b' })).toBe('/vehicles/trips?f.state=approved&tab=b');
  expect(withQuery(way, { tab: undefined, 'f.state': undefined })).toBe('/vehicles/trips');
});
