import type { Words } from '@opengoa/kernel/contract';
import { uuid } from '@opengoa/web-kit/uuid';
import { change, whoIsHere } from './ask.ts';
import { button, el } from './draw.ts';
import { note, show, w } from './page.ts';
import { reportWords as words } from './words.ts';

interface State {
  readonly number: string;
  readonly thing: string;
  readonly said: string;
  readonly state: string;
  readonly words: Words;
  readonly reportedAt: string;
  readonly dueAt: string;
  readonly answer: string | null;
  readonly whose: string | null;
  readonly mayConfirm: boolean;
  readonly mayReopen: boolean;
  readonly reopenDays: number;
}

const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** How a report stands, by its tracking number; asks for the number where there is none. */
export async function tracked(tracking: string, problem?: unknown): Promise<void> {
  if (tracking === '' || problem !== undefined) {
    askNumber(tracking, problem);
    return;
  }
  try {
    await whoIsHere();
    drawState(tracking, await change<State>('/api/faults/state', { tracking }, uuid()));
  } catch (caught) {
    askNumber(tracking, caught);
  }
}

function askNumber(tracking: string, problem: unknown): void {
  const input = el('input', {
    id: 'tracking',
    value: tracking,
    autocapitalize: 'characters',
    autocomplete: 'off',
    spellcheck: false,
    maxLength: 30,
    placeholder: w(words.trackForm),
  });
  const form = el(
    'form',
    {
      onsubmit: (event: Event) => {
        event.preventDefault();
        void tracked(input.value.trim());
      },
    },
    el('label', { htmlFor: 'tracking' }, w(words.trackAsk)),
    input,
    el('div', { className: 'r-thumb' }, el('button', { className: 'r-primary' }, w(words.see))),
  );
  show(w(words.track), problem !== undefined && note(problem), form);
}

function drawState(tracking: string, state: State, problem?: unknown): void {
  // One key for each press that means something new: a second tap of the same is the same.
  const keys = { confirm: uuid(), reopen: uuid() };
  const answer = async (act: 'confirm' | 'reopen') => {
    try {
      await change(`/api/faults/${act}`, { tracking }, keys[act]);
      await tracked(tracking);
    } catch (caught) {
      drawState(tracking, state, caught);
    }
  };
  const row = (of: Words, value: string | null) => (value ? [el('dt', {}, w(of)), el('dd', {}, value)] : []);
  show(
    `${state.thing}`,
    el('p', { className: `r-state r-state-${state.state}` }, w(state.words)),
    el(
      'dl',
      {},
      ...row(words.said, state.said),
      ...row(words.answer, state.answer),
      ...row(words.whose, state.whose),
      ...row(words.reportedAt, inShanghai.format(new Date(state.reportedAt))),
      ...row(
        words.dueAt,
        state.state === 'reported' || state.state === 'taken' ? inShanghai.format(new Date(state.dueAt)) : null,
      ),
      ...row(words.number, state.number),
    ),
    problem !== undefined && note(problem),
    state.mayReopen && el('p', { className: 'r-faint' }, w(words.reopenHint).replace('{n}', String(state.reopenDays))),
    el(
      'div',
      { className: 'r-thumb' },
      state.mayReopen &&
        button(w(state.state === 'handled' ? words.notFixed : words.notMine), () => void answer('reopen')),
      state.mayConfirm && button(w(words.fixed), () => void answer('confirm'), 'r-primary'),
    ),
  );
}
