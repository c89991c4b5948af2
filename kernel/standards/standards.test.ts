/** The world of these tests is a lending library: books on loan, reading rooms, a nation that says how many. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/calendar.ts';
import {
  check,
  explain,
  loadStandards,
  StandardsRefused,
  type LocalRow,
  type StandardValue,
  type Valued,
} from './standards.ts';

const loans = `
title: { zh: 外借册数上限, en: Books on loan at most }
unit: books
bound: at-most
by: reader
values:
  2015-01-01:
    source: { document: 图书馆条例, number: 图发〔2014〕3号, article: 第五条, published: 2014-12-01 }
    confidence: confirmed
    table: { adult: 10, child: 6 }
  2020-01-01:
    source: { document: 图书馆条例, number: 图发〔2019〕8号 }
    rows:
      - { when: { reader: adult }, value: 12, article: 第六条（一）, confidence: confirmed }
      - { when: { reader: [child, guest] }, value: 5, article: 第六条（二）, confidence: single-source }
      - { when: { reader: society }, value: null, confidence: recalled, note: { zh: 由馆长决定, en: decided by the librarian } }
local:
  - scope: { level: province, code: '990000', name: 青山省 }
    from: 2021-03-01
    source: { document: 青山省图书馆办法, number: 青图〔2021〕1号 }
    confidence: confirmed
    table: { adult: 8 }
examples:
  - { on: 2016-05-01, reader: adult, expect: 10 }
  - { on: 2020-05-01, reader: guest, expect: 5 }
  - { on: 2020-05-01, reader: society, expect: none }
  - { on: 2021-05-01, at: ['990000'], reader: adult, expect: 8 }
`;

const rooms = `
title: { zh: 阅览室, en: Reading rooms }
kind: project-default
by: item
unit: { seats: seats, temperature-celsius-min: celsius, quiet: yes-no }
bound: { seats: at-least, temperature-celsius-min: at-least, quiet: is }
range: { seats: [5, 100] }
values:
  2020-01-01:
    source: { document: 本馆默认值 }
    table: { seats: 20, temperature-celsius-min: 18, quiet: true }
examples:
  - { on: 2020-01-01, item: seats, expect: 20 }
`;

const files = [
  { path: 'library/standards/loans.yaml', text: loans },
  { path: 'library/standards/rooms.yaml', text: rooms },
];
const set = loadStandards(files);
const city = ['CN', '990000', '990100'];

const valued = (found: ReturnType<typeof set.valueOn>): Valued => {
  if (!found.found) throw new Error(`no value: ${found.reason}`);
  return found;
};
const problemsOf = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof StandardsRefused)
      return error.problems.map((p) => `${p.line ?? p.path}|${p.where}|${p.message}`);
    throw error;
  }
  return [];
};
const refusedWith = (text: string): string[] =>
  problemsOf(() => loadStandards([{ path: 'library/standards/x.yaml', text }]));
const changed = (from: string, to: string): string => {
  if (!loans.includes(from)) throw new Error(`not in the file: ${from}`);
  return loans.replace(from, to);
};

describe('a value on a day', () => {
  test('each day has the value of its own paper, and says which paper', () => {
    expect(set.valueOn('library.loans', '2014-12-31', [], { reader: 'adult' })).toMatchObject({
      found: false,
      reason: 'not-on-that-day',
    });
    expect(set.valueOn('library.loans', '2015-01-01', [], { reader: 'adult' })).toMatchObject({
      found: true,
      value: 10,
      unit: 'books',
      day: '2015-01-01',
      scope: { level: 'nation' },
      source: { document: '图书馆条例', number: '图发〔2014〕3号', article: '第五条' },
      confidence: 'confirmed',
    });
    expect(set.valueOn('library.loans', '2019-12-31', [], { reader: 'child' })).toMatchObject({ value: 6 });
    expect(set.valueOn('library.loans', '2020-01-01', [], { reader: 'child' })).toMatchObject({
      value: 5,
      confidence: 'single-source',
      source: { article: '第六条（二）' },
    });
  });

  test('no value is told apart: not in the table, or left to a decision', () => {
    expect(set.valueOn('library.loans', '2016-01-01', [], { reader: 'guest' })).toMatchObject({
      reason: 'no-such-case',
    });
    expect(set.valueOn('library.loans', '2021-01-01', [], { reader: 'society' })).toMatchObject({
      reason: 'left-open',
      note: { zh: '由馆长决定' },
    });
  });

  test('asking wrongly is a fault', () => {
    expect(() => set.valueOn('library.none', '2021-01-01', [])).toThrow('no such standard');
    expect(() => set.valueOn('library.loans', '2021-01-01', [])).toThrow('by [reader]');
    expect(() => set.valueOn('library.loans', '2021-01-01', [], { reader: 'adult', shelf: 'a' })).toThrow(RangeError);
    expect(() => set.valueOn('library.loans', '2021-02-29', [], { reader: 'adult' })).toThrow('not a day');
    expect(() => set.numberOn('library.rooms', '2021-01-01', [], { item: 'quiet' })).toThrow('no number');
    expect(set.numberOn('library.rooms', '2021-01-01', [], { item: 'seats' })).toBe(20);
  });

  test('the set is frozen to the bottom', () => {
    const standard = set.get('library.loans') as unknown as { dated: { rows: { value: StandardValue }[] }[] };
    expect(() => {
      standard.dated[0]!.rows[0]!.value = 99;
    }).toThrow(TypeError);
  });
});

const row = (more: Partial<LocalRow>): LocalRow => ({
  standard: 'library.loans',
  scope: { level: 'city', code: '990100', name: '临江市' },
  from: '2022-01-01',
  source: { document: '临江市图书馆办法', number: '临图〔2022〕1号' },
  confidence: 'confirmed',
  table: { adult: 4 },
  ...more,
});
const adultOn = (rows: LocalRow[], day: string, place: string[] = city): unknown => {
  const found = set.withRows(rows).valueOn('library.loans', day, place, { reader: 'adult' });
  return found.found ? found.value : found.reason;
};

describe('places', () => {
  test('the stricter local value of the nearest level counts, from its own day, under its own paper', () => {
    expect(set.valueOn('library.loans', '2021-02-28', city, { reader: 'adult' })).toMatchObject({ value: 12 });
    expect(set.valueOn('library.loans', '2021-03-01', city, { reader: 'adult' })).toMatchObject({
      value: 8,
      source: { number: '青图〔2021〕1号' },
      scope: { code: '990000' },
    });
    expect(adultOn([row({})], '2022-01-01')).toBe(4);
    expect(adultOn([row({})], '2022-01-01', ['CN', '990000', '990200'])).toBe(8);
    expect(adultOn([row({})], '2022-01-01', ['CN', '880000'])).toBe(12);
  });

  test('a local paper holds for the cases it names; the others keep the upper value', () => {
    const found = set.withRows([row({})]).valueOn('library.loans', '2022-01-01', city, { reader: 'child' });
    expect(found).toMatchObject({ value: 5, scope: { level: 'nation' } });
  });

  test('two local papers for different cases do not push each other out', () => {
    const rows = [row({}), row({ from: '2023-01-01', table: { child: 2 } })];
    expect(adultOn(rows, '2023-06-01')).toBe(4);
    expect(set.withRows(rows).valueOn('library.loans', '2023-06-01', city, { reader: 'child' })).toMatchObject({
      value: 2,
    });
  });

  test('weaker than the nation is refused without a waiver, and counts with one only while it lasts', () => {
    expect(problemsOf(() => set.withRows([row({ table: { adult: 20 } })])).join()).toContain('without a waiver');
    const waiver = { signedBy: '青山省图书馆', from: '2022-01-01', until: '2022-06-30', paper: '青图函〔2021〕9号' };
    const waived = [row({ table: { adult: 20 }, waiver })];
    expect(adultOn(waived, '2022-06-30')).toBe(20);
    expect(set.withRows(waived).valueOn('library.loans', '2022-06-30', city, { reader: 'adult' })).toMatchObject({
      waiver,
    });
    expect(adultOn(waived, '2022-07-01')).toBe(8);
  });

  test('stricter than the nation but weaker than the province does not count', () => {
    expect(adultOn([row({ table: { adult: 11 } })], '2022-01-01')).toBe(8);
  });

  test('a place does not sign its own waiver', () => {
    const waiver = { signedBy: '临江市', from: '2022-01-01', until: '2022-06-30', paper: '自批' };
    expect(problemsOf(() => set.withRows([row({ table: { adult: 20 }, waiver })])).join()).toContain(
      'signed by the superior',
    );
  });

  test('rows are refused one by one: no source, unknown standard, a day taken, a wrong place, out of range', () => {
    const { source: _none, ...sourceless } = row({});
    const bad = [
      sourceless as LocalRow,
      row({ standard: 'library.none' }),
      row({ scope: { level: 'province', code: '990000' }, from: '2021-03-01', table: { adult: 7 } }),
      row({ scope: { level: 'nation' } }),
      row({ standard: 'library.rooms', confidence: undefined, table: { seats: 500 } }),
    ];
    const problems = problemsOf(() => set.withRows(bad));
    expect(problems.map((p) => p.split('|')[0])).toEqual(['row 1', 'row 2', 'row 3', 'row 4', 'row 5']);
    const kept = set.withRows([...bad, row({})], { onProblem: 'set-aside' });
    expect(kept.setAside).toHaveLength(5);
    expect(kept.valueOn('library.loans', '2022-01-01', city, { reader: 'adult' })).toMatchObject({ value: 4 });
  });

  test('a project default is nobody’s rule: the nearest value counts within the range', () => {
    const seats = row({ standard: 'library.rooms', confidence: undefined, table: { seats: 10 } });
    expect(set.withRows([seats]).valueOn('library.rooms', '2022-01-01', city, { item: 'seats' })).toMatchObject({
      value: 10,
      confidence: 'project-default',
    });
  });

  test('a unit may have a value of its own, found by its id in the chain of the organisation', () => {
    const own = row({ scope: { level: 'unit', code: 'unit-7' }, table: { adult: 3 } });
    const place = [
      { code: '990000', unit: 'unit-1' },
      { code: '990100', unit: 'unit-7' },
    ];
    expect(set.withRows([own]).valueOn('library.loans', '2022-01-01', place, { reader: 'adult' })).toMatchObject({
      value: 3,
    });
  });

  test('whatever rows are laid, the value is never weaker than the nation’s without a waiver in force', () => {
    const anyRow = fc.record({
      code: fc.constantFrom('990000', '990100', '990123'),
      offset: fc.integer({ min: 0, max: 900 }),
      adult: fc.integer({ min: 1, max: 30 }),
      waived: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), fc.integer({ min: 0, max: 1200 }), (drawn, dayOffset) => {
        const day = addDays('2022-01-01', dayOffset);
        const rows = drawn.map(({ code, offset, adult, waived }) => {
          const from = addDays('2022-01-01', offset);
          const waiver = { signedBy: '国家图书馆', from, until: addDays(from, 90), paper: '函' };
          return row({ scope: { level: 'city', code }, from, table: { adult }, ...(waived ? { waiver } : {}) });
        });
        const found = valued(
          set
            .withRows(rows, { onProblem: 'set-aside' })
            .valueOn('library.loans', day, [...city, '990123'], { reader: 'adult' }),
        );
        const waiver = found.waiver;
        expect(
          (found.value as number) <= 12 || (waiver !== undefined && waiver.from <= day && day <= waiver.until),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('files are refused with every problem and its line', () => {
  test('the good file has none', () => expect(refusedWith(loans)).toEqual([]));

  test('no source', () => {
    expect(refusedWith(loans.replace(/ {4}source: .*第五条.*\n/, ''))[0]).toMatch(/^7\|values\.2015-01-01/);
  });
  test('no unit', () => expect(refusedWith(changed('unit: books\n', ''))[0]).toContain('|unit|'));
  test('an unknown key', () =>
    expect(refusedWith(changed('bound: at-most', 'bound: at-most\nlimit: 3'))[0]).toMatch(/^5\|limit\|/));
  test('the same day twice', () =>
    expect(refusedWith(changed('2020-01-01:', '2015-01-01:')).join()).toContain('unique'));
  test('a day that does not exist', () =>
    expect(refusedWith(changed('2020-01-01:', '2020-02-30:')).join()).toContain('2020-02-30'));
  test('two local papers from the same day for the same case', () => {
    const twice = loans.replace(/( {2}- scope:[\s\S]*?adult: 8 \}\n)/, '$1$1');
    expect(refusedWith(twice).join()).toContain('begins on the same day, 2021-03-01');
  });
  test('two rows for one case', () => {
    expect(refusedWith(changed('[child, guest]', '[child, adult]')).join()).toContain('same case');
  });
  test('a selector the standard is not by', () => {
    expect(refusedWith(changed('{ reader: adult }, value: 12', '{ shelf: a }, value: 12')).join()).toContain(
      'not by "shelf"',
    );
  });
  test('no confidence, and a project default that claims one', () => {
    expect(
      refusedWith(changed('    confidence: confirmed\n    table: { adult: 10', '    table: { adult: 10')).join(),
    ).toContain('confidence is missing');
    expect(refusedWith(changed('bound: at-most', 'bound: at-most\nkind: project-default')).join()).toContain(
      'no confidence',
    );
  });
  test('an example that fails, lacks its selector, or none for a value', () => {
    expect(refusedWith(changed('reader: guest, expect: 5', 'reader: guest, expect: 6'))).toEqual([
      '25|examples.1|expected 6, got 5',
    ]);
    expect(refusedWith(changed('on: 2016-05-01, reader: adult', 'on: 2016-05-01')).join()).toContain(
      'does not say its "reader"',
    );
    expect(refusedWith(loans.replace(/ {2}- \{ on: 2016.*\n/, '')).join()).toContain('no example that uses it');
  });
  test('a local value weaker than the nation’s', () => {
    expect(refusedWith(changed('table: { adult: 8 }', 'table: { adult: 13 }')).join()).toContain('without a waiver');
  });
  test('value and table at once; a value of the wrong kind; yaml that is none', () => {
    expect(
      refusedWith(changed('table: { adult: 10, child: 6 }', 'table: { adult: 10, child: 6 }\n    value: 3')).join(),
    ).toContain('exactly one');
    expect(refusedWith(changed('adult: 10, child: 6', 'adult: true, child: 6')).join()).toContain(
      'cannot be "at-most"',
    );
    expect(refusedWith('title: [')).not.toEqual([]);
  });
  test('all problems of all files come at once', () => {
    const texts = [changed('unit: books\n', ''), changed('bound: at-most\n', '')];
    expect(
      problemsOf(() => loadStandards(texts.map((text, i) => ({ path: `library/standards/f${i}.yaml`, text })))),
    ).toHaveLength(2);
  });
  test('two files for one id', () =>
    expect(problemsOf(() => loadStandards([files[0]!, files[0]!])).join()).toContain('twice'));
});

describe('version and drafts', () => {
  test('the version follows the content, not the order of files or keys', () => {
    expect(loadStandards(files.toReversed()).version).toBe(set.version);
    expect(
      loadStandards([
        { path: files[0]!.path, text: changed('adult: 10', 'adult: 11').replace('expect: 10', 'expect: 11') },
        files[1]!,
      ]).version,
    ).not.toBe(set.version);
    expect(set.version).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a draft shows what would be, is marked, never blocks and leaves the set alone', () => {
    const draft = {
      path: 'library/standards/loans.yaml',
      text: `
title: { zh: 外借册数上限, en: Books on loan at most }
unit: books
bound: at-most
by: reader
values:
  2027-01-01:
    source: { document: 征求意见稿 }
    confidence: confirmed
    table: { adult: 6 }
examples: [{ on: 2027-01-01, reader: adult, expect: 6 }]
`,
    };
    const found = valued(set.withDraft(draft).valueOn('library.loans', '2027-06-01', [], { reader: 'adult' }));
    expect(found).toMatchObject({ value: 6, draft: true });
    expect(check(found, 7).outcome).toBe('inform');
    expect(set.withDraft(draft).valueOn('library.loans', '2016-06-01', [], { reader: 'adult' })).toMatchObject({
      value: 10,
    });
    expect(set.valueOn('library.loans', '2027-06-01', [], { reader: 'adult' })).toMatchObject({ value: 12 });
    expect(problemsOf(() => set.withDraft({ ...draft, text: 'title: x' }))).not.toEqual([]);
  });
});

describe('verdicts', () => {
  const adult = valued(set.valueOn('library.loans', '2020-06-01', [], { reader: 'adult' }));
  const child = valued(set.valueOn('library.loans', '2020-06-01', [], { reader: 'child' }));
  const quiet = valued(set.valueOn('library.rooms', '2020-06-01', [], { item: 'quiet' }));

  test('the limit itself is still allowed; one more is not', () => {
    expect(check(adult, 12)).toMatchObject({ outcome: 'ok', difference: 0 });
    expect(check(adult, 13)).toEqual({
      standard: 'library.loans',
      title: { zh: '外借册数上限', en: 'Books on loan at most' },
      version: '2020-01-01',
      scope: { level: 'nation' },
      source: { document: '图书馆条例', number: '图发〔2019〕8号', article: '第六条（一）' },
      article: '第六条（一）',
      confidence: 'confirmed',
      direction: 'at-most',
      unit: 'books',
      selector: { reader: 'adult' },
      observed: 13,
      allowed: 12,
      difference: 1,
      outcome: 'block',
    });
    expect(check(adult, 12, { direction: 'less-than' }).outcome).toBe('block');
    expect(check(adult, 12, { direction: 'at-least' }).outcome).toBe('ok');
    expect(check(adult, 12, { direction: 'more-than' }).outcome).toBe('block');
  });

  test('only a confirmed source blocks', () => {
    expect(check(child, 9).outcome).toBe('warn');
    expect(check({ ...child, confidence: 'recalled' }, 9).outcome).toBe('inform');
    expect(check(quiet, false).outcome).toBe('warn');
    const doubtful = fc.constantFrom('single-source', 'recalled', 'project-default') as fc.Arbitrary<'recalled'>;
    fc.assert(
      fc.property(doubtful, fc.double({ noNaN: true }), (confidence, observed) => {
        expect(check({ ...adult, confidence }, observed).outcome).not.toBe('block');
      }),
    );
  });

  test('beyond the limit exactly when the difference is positive', () => {
    const numbers = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom('at-most', 'at-least'), (value, observed, direction) => {
        const verdict = check({ ...adult, value }, observed, { direction });
        expect(verdict.outcome === 'ok').toBe((verdict.difference ?? 0) <= 0);
      }),
    );
    expect(check({ ...adult, value: 0.3 }, 0.1 + 0.2 + 0.1).difference).toBe(0.1);
  });

  test('words, lists and days in the year', () => {
    const list = { ...adult, value: ['拍卖', '报废'], bound: 'one-of' as const };
    expect(check(list, '拍卖').outcome).toBe('ok');
    expect(check(list, '赠送').outcome).toBe('block');
    expect(check({ ...list, bound: 'all-of' }, ['拍卖']).outcome).toBe('block');
    expect(check({ ...adult, value: '03-31' }, '04-01').outcome).toBe('block');
    expect(check({ ...adult, value: '03-31' }, '03-31')).toMatchObject({ outcome: 'ok', difference: null });
  });

  test('what cannot be compared is a fault', () => {
    expect(() => check(adult, 'many')).toThrow(TypeError);
    expect(() => check(adult, Number.NaN)).toThrow(TypeError);
    expect(() => check({ ...adult, bound: 'none' }, 3)).toThrow('say how to compare');
  });

  test('the sentence names the paper, both numbers and what follows, and accuses nobody', () => {
    expect(explain(check(adult, 13)).zh).toBe(
      '外借册数上限：13 books，高于《图书馆条例》（图发〔2019〕8号）第六条（一）（2020-01-01起）的上限 12 books，相差 1 books。依据已核实，按此不能办理。',
    );
    expect(explain(check(child, 9)).zh).toContain('仅有一个来源');
    expect(explain(check(quiet, false)).zh).toContain('系统默认值');
    expect(explain(check({ ...adult, unit: 'fen', value: 12_000_000 }, 20_000_000)).zh).toContain('200000 元');
    expect(explain(check(adult, 12)).en).toContain('within at most 12 books');
    for (const observed of [1, 12, 13, 500]) {
      expect(`${explain(check(adult, observed)).zh}${explain(check(child, observed)).zh}`).not.toMatch(/违规|造假/);
    }
  });
});
