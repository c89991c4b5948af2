import { describe, expect, test } from 'vitest';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Act, Moved, Start } from './act.ts';
import { later, lending, monday, standards, startOf, town, worldOf, type Town } from './library.ts';
import {
  act,
  checkDefinition,
  explainPath,
  mayDo,
  openCase,
  readDefinition,
  replay,
  StepsRefused,
  tasksOf,
  type Definition,
  type DefinitionFile,
} from './steps.ts';

const moved = (result: Moved | Refusal): Moved => {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.data)}`);
  return result;
};
const code = (result: Moved | Refusal): string => (isRefusal(result) ? result.code : 'moved');

/** A case with its definition and town, so that a test reads as a story. */
function story(given: { definition?: Definition; town?: Town; start?: Partial<Start> } = {}) {
  const definition = given.definition ?? lending;
  const world = worldOf(given.town ?? town);
  let now = moved(openCase(definition, startOf(given.start), monday, world));
  const tell = {
    get case() {
      return now.case;
    },
    get last() {
      return now;
    },
    tries: (what: Act, at: Date = later(1)) => act(definition, now.case, what, at, world),
    does(what: Act, at: Date = later(1)) {
      now = moved(tell.tries(what, at));
      return tell;
    },
    holders: () => tasksOf(definition, now.case).map(({ step, person }) => `${step}:${person}`),
    may: (person: string) => mayDo(definition, now.case, person, world).map(({ kind }) => kind),
  };
  return tell;
}

const simple = (steps: DefinitionFile['steps'], more: Partial<DefinitionFile> = {}): Definition =>
  readDefinition('library.simple', {
    title: { zh: '借阅', en: 'Loan' },
    attributes: {
      n: { type: 'number', title: { zh: '数量', en: 'Number' } },
      friends: { type: 'persons', title: { zh: '同读者', en: 'Friends' }, optional: true },
    },
    fallback: { person: 'lin' },
    steps,
    ...more,
  });
const by = (id: string, person: string | string[], more: object = {}): DefinitionFile['steps'][number] => ({
  id,
  title: { zh: id, en: id },
  holders: [person].flat().map((one) => ({ person: one })),
  ...more,
});
const n = { attributes: { n: 1 } };

describe('the path', () => {
  test('a cheap book needs the keeper alone', () => {
    const tell = story();
    expect(tell.holders()).toEqual(['keeper:he']);
    tell.does({ kind: 'approve', by: 'he', step: 'keeper', fill: { shelfMark: 'R-12' } });
    expect(tell.case).toMatchObject({ status: 'approved', attributes: { shelfMark: 'R-12' } });
    expect(tell.last.tasks).toMatchObject({ open: [], close: [{ person: 'he', why: 'decided', by: 'he' }] });
  });

  test('a dear book going abroad: conservators and guarantor side by side, then the superior of whoever kept it', () => {
    const tell = story({ start: { attributes: { valueYuan: 1001, abroad: true, guarantor: 'sun' } } });
    tell.does({ kind: 'approve', by: 'he', step: 'keeper' });
    expect(tell.holders()).toEqual(['conservator:wu', 'conservator:zheng', 'guarantee:sun']);
    tell
      .does({ kind: 'approve', by: 'wu', step: 'conservator' })
      .does({ kind: 'approve', by: 'sun', step: 'guarantee' });
    expect(tell.holders()).toEqual(['conservator:zheng']);
    tell.does({ kind: 'approve', by: 'zheng', step: 'conservator' });
    expect(tell.holders()).toEqual(['director:chen']);
    expect(tell.does({ kind: 'approve', by: 'chen', step: 'director' }).case.status).toBe('approved');
  });

  test('the limit itself is not over it', () => {
    const tell = story({ start: { attributes: { valueYuan: 1000, abroad: false } } });
    expect(tell.does({ kind: 'approve', by: 'he', step: 'keeper' }).case.status).toBe('approved');
  });

  test('what is not known never spares a step', () => {
    const definition = simple([by('a', 'he'), by('b', 'chen', { when: { friends: 'wu' } })]);
    expect(story({ definition, start: n }).does({ kind: 'approve', by: 'he', step: 'a' }).holders()).toEqual([
      'b:chen',
    ]);
    const alone = story({ definition, start: { attributes: { n: 1, friends: ['sun'] } } });
    expect(alone.does({ kind: 'approve', by: 'he', step: 'a' }).case.status).toBe('approved');
  });

  test('a case whose every step was left out is decided by the fallback, not by nobody', () => {
    const tell = story({ definition: simple([by('a', 'he', { when: { n: { over: 5 } } })]), start: n });
    expect(tell.holders()).toEqual(['last-resort:lin']);
  });

  test('one refusal in any branch ends the case and closes the others', () => {
    const tell = story({ start: { attributes: { valueYuan: 5000, abroad: true, guarantor: 'sun' } } });
    tell
      .does({ kind: 'approve', by: 'he', step: 'keeper' })
      .does({ kind: 'refuse', by: 'sun', step: 'guarantee', opinion: '不担保' });
    expect(tell.case.status).toBe('refused');
    expect(tell.last.tasks.close.map(({ person, why }) => `${person}:${why}`)).toEqual([
      'wu:overtaken',
      'zheng:overtaken',
      'sun:decided',
    ]);
    expect(code(tell.tries({ kind: 'approve', by: 'wu', step: 'conservator' }))).toBe('case-closed');
  });

  test('或签: the first decision counts; 票签: as soon as the share is reached or cannot be any more', () => {
    const or = story({ definition: simple([by('a', ['he', 'wu'])]), start: n });
    expect(or.does({ kind: 'approve', by: 'wu', step: 'a' }).case.status).toBe('approved');
    const four = simple([by('a', ['he', 'wu', 'zheng', 'chen'], { mode: { share: 0.6 } })]);
    const vote = story({ definition: four, start: n });
    vote.does({ kind: 'approve', by: 'he', step: 'a' }).does({ kind: 'refuse', by: 'wu', step: 'a' });
    expect(vote.case.status).toBe('open');
    expect(vote.does({ kind: 'refuse', by: 'zheng', step: 'a' }).case.status).toBe('refused');
  });

  test('attributes that do not fit are refused', () => {
    const world = worldOf(town);
    for (const attributes of [
      {},
      { valueYuan: '300', abroad: false },
      { valueYuan: Number.NaN, abroad: false },
      { valueYuan: 1, abroad: false, color: 'red' },
    ]) {
      expect(code(openCase(lending, startOf({ attributes: attributes as never }), monday, world))).toBe(
        'bad-attributes',
      );
    }
    const tell = story();
    expect(code(tell.tries({ kind: 'approve', by: 'he', step: 'keeper', fill: { valueYuan: 1 } }))).toBe(
      'bad-attributes',
    );
  });

  test('the path is told before it is sent, with who and why', () => {
    const ahead = explainPath(
      lending,
      startOf({ attributes: { valueYuan: 1260, abroad: false } }),
      monday,
      worldOf(town),
    );
    expect(ahead.map(({ step, will, holders }) => [step, will, holders.map(({ person }) => person).join()])).toEqual([
      ['keeper', 'yes', 'he'],
      ['conservator', 'yes', 'wu,zheng'],
      ['guarantee', 'no', ''],
      ['director', 'no', ''],
    ]);
    expect(ahead[1]?.why.map(({ zh }) => zh)).toContain('估价 1260，超过 1000');
    const unknown = explainPath(lending, startOf({ attributes: {} }), monday, worldOf(town));
    expect(unknown.map(({ will }) => will)).toEqual(['yes', 'maybe', 'maybe', 'maybe']);
    expect(unknown.at(-1)?.holders).toEqual([{ person: 'chen', via: 'rule' }]);
  });
});

describe('who holds', () => {
  test('SEC-AC-11 the asker named by a rule gives way to the next superior', () => {
    const tell = story({ start: { asker: 'he' } });
    expect(tell.holders()).toEqual(['keeper:chen']);
    expect(code(tell.tries({ kind: 'approve', by: 'he', step: 'keeper' }))).toBe('own-request');
  });

  test('SEC-AC-11 nor does the asker decide as a stand-in, nor whoever they asked for', () => {
    const deputy = { ...town, standIns: { he: ['zhou'], chen: ['zhou'] } };
    expect(code(story({ town: deputy }).tries({ kind: 'approve', by: 'zhou', step: 'keeper' }))).toBe('own-request');
    const forHead = story({ start: { asker: 'zhou', onBehalfOf: 'he' } });
    expect(forHead.holders()).toEqual(['keeper:chen']);
    expect(code(forHead.tries({ kind: 'approve', by: 'he', step: 'keeper' }))).toBe('own-request');
  });

  test('SEC-AC-11 nor by being handed the work, added as a signer or named as a stand-in', () => {
    const tell = story();
    expect(code(tell.tries({ kind: 'hand-over', by: 'he', step: 'keeper', to: 'zhou' }))).toBe('own-request');
    expect(code(tell.tries({ kind: 'delegate', by: 'he', step: 'keeper', to: 'zhou' }))).toBe('own-request');
    expect(code(tell.tries({ kind: 'add-signer', by: 'he', step: 'keeper', persons: ['zhou'], when: 'before' }))).toBe(
      'own-request',
    );
  });

  test('where one of several suffices the asker is left out; where all are asked the superior takes the place', () => {
    const or = simple([by('a', ['zhou', 'wu'])]);
    expect(story({ definition: or, start: n }).holders()).toEqual(['a:wu']);
    const all = simple([by('a', ['zhou', 'wu'], { mode: 'all' })]);
    expect(story({ definition: all, start: n }).holders()).toEqual(['a:wu', 'a:he']);
  });

  test('where all are asked and nobody is above the asker, the fallback takes the place: nobody is missing', () => {
    const all = simple([by('a', ['chen', 'wu'], { mode: 'all' })]);
    expect(story({ definition: all, start: { ...n, asker: 'chen' } }).holders()).toEqual(['a:wu', 'a:lin']);
  });

  test('superiors that run in a circle end at the fallback', () => {
    const circle = {
      ...town,
      superior: { he: ['he2'], he2: ['he'] },
      roles: { 'keeper@room': ['he'], 'office@library': ['lin'] },
    };
    expect(story({ town: circle, start: { asker: 'he', onBehalfOf: 'he2' } }).holders()).toEqual(['keeper:lin']);
  });

  test('nobody found: the fallback; nobody there either: the case is not sent, and says which step', () => {
    const empty = { ...town, roles: { 'office@library': ['lin'] } };
    expect(story({ town: empty }).holders()).toEqual(['keeper:lin']);
    const result = openCase(lending, startOf(), monday, worldOf({ ...town, roles: {} }));
    expect(result).toMatchObject({ refused: true, code: 'no-holder', data: { step: 'keeper' } });
  });

  test('an act that would leave the next step without anybody changes nothing', () => {
    const definition = simple([by('a', 'he'), by('b', 'gone')], { fallback: { person: 'gone' } });
    const tell = story({ definition, start: n });
    const before = structuredClone(tell.case);
    expect(code(tell.tries({ kind: 'approve', by: 'he', step: 'a' }))).toBe('no-holder');
    expect(tell.case).toEqual(before);
    expect(tell.holders()).toEqual(['a:he']);
  });

  test('strangers, people of other steps and late decisions are told apart', () => {
    const tell = story({ start: { attributes: { valueYuan: 5000, abroad: false } } });
    expect(code(tell.tries({ kind: 'approve', by: 'wu', step: 'keeper' }))).toBe('not-a-holder');
    expect(code(tell.tries({ kind: 'approve', by: 'wu', step: 'conservator' }))).toBe('step-not-open');
    tell.does({ kind: 'approve', by: 'he', step: 'keeper' }).does({ kind: 'approve', by: 'wu', step: 'conservator' });
    expect(code(tell.tries({ kind: 'approve', by: 'wu', step: 'conservator' }))).toBe('already-decided');
    expect(code(tell.tries({ kind: 'approve', by: 'he', step: 'keeper' }))).toBe('step-not-open');
  });

  test('a stand-in on record decides, and both names stay', () => {
    const tell = story().does({ kind: 'approve', by: 'sun', step: 'keeper' });
    expect(tell.last.facts.find(({ kind }) => kind === 'approved')).toMatchObject({ by: 'sun', standingInFor: 'he' });
  });
});

describe('returning', () => {
  const dear = { start: { attributes: { valueYuan: 5000, abroad: true, guarantor: 'sun' } } };

  test('to an earlier step: everything after it is walked again', () => {
    const tell = story(dear).does({ kind: 'approve', by: 'he', step: 'keeper' });
    tell
      .does({ kind: 'approve', by: 'sun', step: 'guarantee' })
      .does({ kind: 'return', by: 'wu', step: 'conservator', to: 'keeper', opinion: '架号不清' });
    expect(tell.holders()).toEqual(['keeper:he']);
    expect(tell.last.tasks.close.map(({ person, why }) => `${person}:${why}`)).toEqual([
      'wu:decided',
      'zheng:returned',
    ]);
    tell.does({ kind: 'approve', by: 'he', step: 'keeper' });
    expect(tell.holders()).toEqual(['conservator:wu', 'conservator:zheng', 'guarantee:sun']);
  });

  test('not to a later step, a branch beside, a step left out, or itself', () => {
    const tell = story(dear)
      .does({ kind: 'approve', by: 'he', step: 'keeper' })
      .does({ kind: 'approve', by: 'sun', step: 'guarantee' });
    const beside = story(dear).does({ kind: 'approve', by: 'he', step: 'keeper' });
    beside
      .does({ kind: 'approve', by: 'wu', step: 'conservator' })
      .does({ kind: 'approve', by: 'zheng', step: 'conservator' });
    expect(code(beside.tries({ kind: 'return', by: 'sun', step: 'guarantee', to: 'conservator' }))).toBe('not-earlier');
    for (const to of ['director', 'guarantee', 'conservator', 'nowhere']) {
      expect(code(tell.tries({ kind: 'return', by: 'wu', step: 'conservator', to }))).toBe('not-earlier');
    }
  });

  test('to the asker, who changes it and sends it again; what is decided then follows the new attributes', () => {
    const tell = story(dear).does({ kind: 'return', by: 'he', step: 'keeper', to: 'asker' });
    expect(tell.holders()).toEqual(['asker:zhou']);
    expect(tell.may('zhou')).toEqual(['resubmit', 'withdraw']);
    expect(code(tell.tries({ kind: 'approve', by: 'he', step: 'keeper' }))).toBe('with-asker');
    expect(code(tell.tries({ kind: 'resubmit', by: 'he' }))).toBe('not-the-asker');
    expect(code(tell.tries({ kind: 'resubmit', by: 'zhou', attributes: { valueYuan: 'x' } }))).toBe('bad-attributes');
    tell.does({ kind: 'resubmit', by: 'zhou', attributes: { valueYuan: 1, abroad: false } });
    expect(tell.case.round).toBe(2);
    expect(tell.does({ kind: 'approve', by: 'he', step: 'keeper' }).case.status).toBe('approved');
    expect(code(story().tries({ kind: 'resubmit', by: 'zhou' }))).toBe('not-with-asker');
  });
});

describe('signers', () => {
  test('added before: they decide first, and the holder gets a new task after them', () => {
    const tell = story().does({
      kind: 'add-signer',
      by: 'he',
      step: 'keeper',
      persons: ['wu', 'zheng'],
      when: 'before',
    });
    expect(tell.holders()).toEqual(['keeper:wu', 'keeper:zheng']);
    expect(tell.last.tasks.close).toMatchObject([{ person: 'he', why: 'waiting' }]);
    expect(code(tell.tries({ kind: 'approve', by: 'he', step: 'keeper' }))).toBe('not-a-holder');
    tell.does({ kind: 'approve', by: 'wu', step: 'keeper' }).does({ kind: 'approve', by: 'zheng', step: 'keeper' });
    expect(tell.holders()).toEqual(['keeper:he']);
    expect(
      new Set([...tell.case.history.map(({ key }) => key), ...tasksOf(lending, tell.case).map(({ key }) => key)]).size,
    ).toBeGreaterThan(3);
    expect(tell.does({ kind: 'approve', by: 'he', step: 'keeper' }).case.status).toBe('approved');
  });

  test('added after: the step is not done before they agree', () => {
    const tell = story().does({
      kind: 'add-signer',
      by: 'he',
      step: 'keeper',
      persons: ['wu', 'zheng'],
      when: 'after',
      mode: 'any',
    });
    expect(tell.holders()).toEqual(['keeper:he']);
    expect(tell.does({ kind: 'approve', by: 'he', step: 'keeper' }).holders()).toEqual(['keeper:wu', 'keeper:zheng']);
    expect(tell.does({ kind: 'approve', by: 'zheng', step: 'keeper' }).case.status).toBe('approved');
  });

  test('taken back by whoever added them, and only while undecided; the step never loses its holder', () => {
    const tell = story().does({ kind: 'add-signer', by: 'he', step: 'keeper', persons: ['wu'], when: 'before' });
    expect(code(tell.tries({ kind: 'remove-signer', by: 'chen', step: 'keeper', person: 'wu' }))).toBe(
      'not-added-by-you',
    );
    expect(code(tell.tries({ kind: 'remove-signer', by: 'he', step: 'keeper', person: 'he' }))).toBe(
      'not-added-by-you',
    );
    expect(tell.may('he')).toEqual(['remove-signer']);
    expect(tell.does({ kind: 'remove-signer', by: 'he', step: 'keeper', person: 'wu' }).holders()).toEqual([
      'keeper:he',
    ]);
    tell
      .does({ kind: 'add-signer', by: 'he', step: 'keeper', persons: ['wu'], when: 'after' })
      .does({ kind: 'approve', by: 'he', step: 'keeper' });
    expect(tell.holders()).toEqual(['keeper:wu']);
    expect(tell.does({ kind: 'remove-signer', by: 'he', step: 'keeper', person: 'wu' }).case.status).toBe('approved');
  });

  test('when the last one still asked is taken back, those who agreed are enough', () => {
    const tell = story().does({
      kind: 'add-signer',
      by: 'he',
      step: 'keeper',
      persons: ['wu', 'zheng'],
      when: 'before',
    });
    tell
      .does({ kind: 'approve', by: 'wu', step: 'keeper' })
      .does({ kind: 'remove-signer', by: 'he', step: 'keeper', person: 'zheng' });
    expect(tell.holders()).toEqual(['keeper:he']);
  });

  test('one seat a person; nobody who is not in service; not without end', () => {
    const tell = story();
    expect(code(tell.tries({ kind: 'add-signer', by: 'he', step: 'keeper', persons: ['he'], when: 'after' }))).toBe(
      'already-holder',
    );
    expect(code(tell.tries({ kind: 'add-signer', by: 'he', step: 'keeper', persons: ['ghost'], when: 'after' }))).toBe(
      'no-such-person',
    );
    expect(code(tell.tries({ kind: 'add-signer', by: 'he', step: 'keeper', persons: [], when: 'after' }))).toBe(
      'no-such-person',
    );
    const crowd = Array.from({ length: 60 }, (_, i) => `p${i}`);
    const big = story({ town: { ...town, persons: [...town.persons, ...crowd] } });
    expect(code(big.tries({ kind: 'add-signer', by: 'he', step: 'keeper', persons: crowd, when: 'after' }))).toBe(
      'too-many-signers',
    );
  });
});

describe('handing over and lending', () => {
  test('转办: the other holds it now, and it is told from whom', () => {
    const tell = story().does({ kind: 'hand-over', by: 'he', step: 'keeper', to: 'wu', opinion: '出差' });
    expect(tell.holders()).toEqual(['keeper:wu']);
    expect(tell.last.tasks).toMatchObject({
      open: [{ person: 'wu' }],
      close: [{ person: 'he', why: 'handed-over' }],
      change: [],
    });
    expect(tell.last.facts).toMatchObject([
      { kind: 'handed-over', by: 'he', from: ['he'], to: ['wu'], opinion: '出差' },
    ]);
    expect(code(tell.tries({ kind: 'approve', by: 'he', step: 'keeper' }))).toBe('not-a-holder');
  });

  test('代: both may decide, both names stay, and what was lent is not lent on', () => {
    const tell = story().does({ kind: 'delegate', by: 'he', step: 'keeper', to: 'wu' });
    expect(tell.last.tasks).toMatchObject({ open: [], close: [], change: [{ person: 'he', standIn: 'wu' }] });
    expect(code(tell.tries({ kind: 'delegate', by: 'wu', step: 'keeper', to: 'zheng' }))).toBe('stand-in-only-decides');
    expect(tell.may('wu')).toEqual(['approve', 'refuse', 'return', 'add-signer', 'hand-over']);
    tell.does({ kind: 'refuse', by: 'wu', step: 'keeper' });
    expect(tell.last.facts[0]).toMatchObject({ kind: 'refused', by: 'wu', standingInFor: 'he' });
  });
});

describe('the asker', () => {
  test('withdraws before the first decision, or until the end where the process says so', () => {
    const tell = story({ start: { attributes: { valueYuan: 5000, abroad: false } } });
    expect(code(tell.tries({ kind: 'withdraw', by: 'he' }))).toBe('not-the-asker');
    tell.does({ kind: 'approve', by: 'he', step: 'keeper' });
    expect(code(tell.tries({ kind: 'withdraw', by: 'zhou' }))).toBe('already-decided');
    expect(story().does({ kind: 'withdraw', by: 'zhou' }).case.status).toBe('withdrawn');
    const free = simple([by('a', 'he'), by('b', 'chen')], { withdraw: 'until-the-end' });
    const open = story({ definition: free, start: n }).does({ kind: 'approve', by: 'he', step: 'a' });
    expect(open.does({ kind: 'withdraw', by: 'zhou' }).last.tasks.close).toMatchObject([
      { person: 'chen', why: 'withdrawn' },
    ]);
  });

  test('urges once a day', () => {
    const tell = story().does({ kind: 'urge', by: 'zhou' });
    expect(tell.last.tasks.remind).toMatchObject([{ person: 'he', why: 'urged' }]);
    expect(code(tell.tries({ kind: 'urge', by: 'zhou' }, later(2)))).toBe('urged-today');
    expect(code(tell.tries({ kind: 'urge', by: 'zhou' }, later(24)))).toBe('moved');
  });
});

describe('time', () => {
  test('limits in office hours and working days, from a standard too', () => {
    const [task] = tasksOf(lending, story().case);
    expect(task?.dueAt).toBe(new Date('2026-03-02T14:00:00+08:00').toISOString());
    const tell = story();
    expect(code(tell.tries({ kind: 'time-out' }, later(3)))).toBe('not-due');
    tell.does({ kind: 'time-out' }, later(5));
    expect(tell.last.tasks.remind).toMatchObject([{ person: 'he', why: 'time-out' }]);
    expect(code(tell.tries({ kind: 'time-out' }, later(6)))).toBe('not-due');
    tell.does({ kind: 'time-out' }, new Date('2026-03-04T17:00:00+08:00'));
    expect(tell.holders()).toEqual(['keeper:chen']);
    expect(tell.last.facts).toMatchObject([{ kind: 'escalated', by: null, from: ['he'], to: ['chen'] }]);
  });

  test('escalated with nobody above: the fallback; nobody at all: the holder keeps it and is reminded', () => {
    const limits = [{ after: { workdays: 1 }, do: 'escalate' as const }];
    const top = story({ definition: simple([by('a', 'chen', { limits })]), start: n });
    expect(top.does({ kind: 'time-out' }, later(100)).holders()).toEqual(['a:lin']);
    const alone = simple([by('a', 'chen', { limits })], { fallback: { person: 'chen' } });
    const tell = story({ definition: alone, start: n }).does({ kind: 'time-out' }, later(100));
    expect(tell.holders()).toEqual(['a:chen']);
    expect(tell.last.facts).toMatchObject([{ kind: 'reminded' }]);
  });

  test('to the stand-in, with both names; without one, upward', () => {
    const limits = [{ after: { workdays: 1 }, do: 'stand-in' as const }];
    const tell = story({ definition: simple([by('a', 'he', { limits })]), start: n }).does(
      { kind: 'time-out' },
      later(100),
    );
    expect(tell.last.tasks.change).toMatchObject([{ person: 'he', standIn: 'sun' }]);
    const none = story({ definition: simple([by('a', 'wu', { limits })]), start: n }).does(
      { kind: 'time-out' },
      later(100),
    );
    expect(none.holders()).toEqual(['a:chen']);
  });

  test('silence is consent only where the process says so and why', () => {
    const limits = [{ after: { workdays: 1 }, do: 'approve' as const, because: '办法第九条：逾期视为同意' }];
    const tell = story({ definition: simple([by('a', 'he', { limits })]), start: n }).does(
      { kind: 'time-out' },
      later(100),
    );
    expect(tell.case.status).toBe('approved');
    expect(tell.last.facts[0]).toMatchObject({
      kind: 'approved-by-silence',
      by: null,
      from: ['he'],
      because: '办法第九条：逾期视为同意',
    });
    const silent = simple([by('a', 'he', { limits: [{ after: { workdays: 1 }, do: 'approve' }] })]);
    expect(checkDefinition(silent)).toEqual(['a: silence as consent must say on what it rests (because)']);
  });
});

const problems = (steps: DefinitionFile['steps'], more: Partial<DefinitionFile> = {}): string =>
  checkDefinition(simple(steps, more), standards).join('\n');

describe('definitions are checked', () => {
  test('the good ones have no problem', () => {
    expect(checkDefinition(lending, standards)).toEqual([]);
    expect(problems([by('a', 'he')])).toBe('');
  });
  test('unreachable steps', () => {
    expect(
      problems([by('a', 'he'), by('b', 'he', { when: { and: [{ n: { over: 5 } }, { n: { under: 3 } }] } })]),
    ).toContain('b cannot be reached');
    expect(
      problems([by('a', 'he'), { serial: [by('b', 'he', { when: { n: 2 } })], when: { n: { in: [1, 3] } } }]),
    ).toContain('b cannot be reached');
    expect(problems([by('a', 'he', { when: { and: [{ n: { over: 5 } }, { n: { under: 6 } }] } })])).toBe('');
  });
  test('no end', () => {
    expect(() => simple([])).toThrow(StepsRefused);
    expect(() => simple([{ parallel: [[by('a', 'he')], []] }])).toThrow('no end');
  });
  test('references to nothing', () => {
    expect(problems([by('a', 'he', { when: { m: 1 } })])).toContain('m is no attribute');
    expect(problems([by('a', 'he', { when: { n: { over: { standard: 'library.none', item: 'x' } } } })])).toContain(
      'no standard library.none',
    );
    expect(
      problems([by('a', 'he', { when: { n: { over: { standard: 'library.rare-loan', item: 'x' } } } })]),
    ).toContain('no number for');
    expect(problems([by('a', 'he', { when: { n: { over: { standard: 'library.rare-loan' } } } })])).toContain(
      'is by [item]',
    );
    expect(problems([by('a', 'he', { holders: { field: 'n' } })])).toContain('names no person');
    expect(problems([by('a', 'he', { holders: { superiorOf: { step: 'b' } } }), by('b', 'he')])).toContain(
      'not walked before',
    );
    expect(problems([by('a', 'he', { holders: { superiorOf: { step: 'z' } } })])).toContain('no step z');
    expect(problems([by('a', 'he'), by('a', 'wu')])).toContain('twice');
    expect(problems([by('a', 'he', { fills: ['z'] })])).toContain('fills z');
  });
  test('tests that cannot be made', () => {
    expect(problems([by('a', 'he', { when: { n: 'many' } })])).toContain('never "many"');
    expect(problems([by('a', 'he', { when: { friends: { over: 1 } } })])).toContain('no number');
  });
  test('words of the engine, unknown keys, wrong yaml', () => {
    expect(() => simple([by('asker', 'he')])).toThrow(StepsRefused);
    expect(() => readDefinition('x', 'title: [')).toThrow(StepsRefused);
    expect(() => readDefinition('x', 'title: { zh: 甲, en: A }\nsteps: []\nfallback: { person: a }\neval: 1')).toThrow(
      StepsRefused,
    );
  });
});

test('the same acts give the same case; another definition of the same name is a fault', () => {
  const acts: { act: Act; at: Date }[] = [
    { act: { kind: 'add-signer', by: 'he', step: 'keeper', persons: ['wu'], when: 'before' }, at: later(1) },
    { act: { kind: 'approve', by: 'chen', step: 'keeper' }, at: later(2) },
    { act: { kind: 'approve', by: 'wu', step: 'keeper' }, at: later(3) },
    { act: { kind: 'approve', by: 'he', step: 'keeper' }, at: later(4) },
  ];
  const world = worldOf(town);
  const one = moved(replay(lending, startOf(), monday, acts, world));
  expect(moved(replay(lending, startOf(), monday, acts, world)).case).toEqual(one.case);
  expect(one.case.status).toBe('approved');
  const changed = simple([by('a', 'he')]);
  expect(() => act(changed, one.case, { kind: 'time-out' }, monday, world)).toThrow('another definition');
});
