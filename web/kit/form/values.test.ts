import { describe, expect, test } from 'vitest';
import type { Field } from '../room.ts';
import { asked, helpOf, keepable, parsed, parsedAll, rawOf } from './values.ts';

const title = { zh: '项', en: 'item' };
const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ name: 'x', title, kind, ...more });

describe('what is typed becomes what the verb takes', () => {
  test.each([
    [field('money'), '1,234.5', 123_450],
    [field('integer'), ' 12 ', 12],
    [field('number'), '0.5', 0.5],
    [field('instant'), '2026-03-06T08:00', '2026-03-06T08:00:00+08:00'],
    [field('day'), '2026-03-06', '2026-03-06'],
    [field('text'), '  现场检查 ', '现场检查'],
    [field('password'), ' with spaces ', ' with spaces '],
    [field('yes-no'), undefined, false],
    [field('choices'), 'other,police', ['other', 'police']],
    [field('choices', { required: false }), undefined, []],
    [field('unit'), { id: 'u1', label: '办公室' }, 'u1'],
  ])('%o', (of, raw, value) => expect(parsed(of, raw)).toEqual({ value }));

  test('files are sent by their ids; none is no answer where one is asked for', () => {
    const files = field('files', { point: 'vehicles.paper' });
    expect(parsed(files, [{ id: 'f1', label: '发票.pdf' }])).toEqual({ value: ['f1'] });
    expect(parsed(files, [])).toEqual({ wrong: { key: 'requiredField' } });
    expect(parsed({ ...files, required: false }, undefined)).toEqual({ value: [] });
  });
  test('several rows are sent by their ids, and come back as they were chosen', () => {
    const rooms = field('picks', { list: 'space.rooms' });
    const chosen = [{ id: 'r1', label: '主楼 · 101' }];
    expect(parsed(rooms, chosen)).toEqual({ value: ['r1'] });
    expect(parsed(rooms, [])).toEqual({ wrong: { key: 'requiredField' } });
    expect(rawOf(rooms, chosen)).toEqual(chosen);
    expect(rawOf(rooms, ['r2'])).toEqual([{ id: 'r2', label: 'r2' }]);
  });
  test('a day that begins with today says that it was filled in', () => {
    const on = field('day', { initial: 'today', help: { zh: '交回日', en: 'handed back' } });
    expect(rawOf(on, on.initial)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(helpOf(on)?.zh).toBe('交回日；已填今天，可更改');
    expect(helpOf(field('day'))).toBeUndefined();
  });
  test('and back for editing', () => {
    expect(rawOf(field('money'), 123_450)).toBe('1234.50');
    expect(rawOf(field('instant'), '2026-03-06T08:00:00+08:00')).toBe('2026-03-06T08:00');
    expect(rawOf(field('yes-no'), undefined)).toBe(false);
    expect(rawOf(field('choices'), ['other', 'police'])).toBe('other,police');
  });
});

describe('what does not fit is said, all at once', () => {
  test('every error, in the order of the fields', () => {
    const fields = [
      field('text', { name: 'a' }),
      field('integer', { name: 'b' }),
      field('money', { name: 'c' }),
      field('integer', { name: 'd', from: 1, to: 60 }),
      field('text', { name: 'e', required: false }),
    ];
    const { input, errors } = parsedAll(fields, { a: ' ', b: '1.5', c: '1.234', d: '61', e: '' });
    expect(errors.map(({ field: name, key }) => [name, key])).toEqual([
      ['a', 'requiredField'],
      ['b', 'notANumber'],
      ['c', 'notAnAmount'],
      ['d', 'tooLarge'],
    ]);
    expect(input).toEqual({});
  });
  test('a field that is not asked now is neither sent nor wrong', () => {
    const fields = [field('text', { name: 'person', when: (values) => values['kind'] === 'person' })];
    expect(asked(fields, { kind: 'machine' })).toEqual([]);
    expect(parsedAll(fields, { kind: 'machine' })).toEqual({ input: {}, errors: [] });
  });
});

test('SEC-WB-06 a draft keeps no password and no sensitive field', () => {
  const fields = [
    field('text', { name: 'purpose' }),
    field('text', { name: 'idNumber', sensitive: true }),
    field('password', { name: 'secret' }),
  ];
  expect(keepable(fields, { purpose: '现场检查', idNumber: '110101', secret: 'x', unknown: 'y' })).toEqual({
    purpose: '现场检查',
  });
});
