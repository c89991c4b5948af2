import type { Problem } from '@opengoa/kernel/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useKeys } from '../frame/keys.ts';
import { MenuButton } from '../frame/menu.tsx';
import { toast } from '../frame/toast.tsx';
import { useWay } from '../frame/way.tsx';
import { useAnyVerb } from '../hooks/verbs.ts';
import { actOf, fillPath, titledFor, type Act, type ActObject } from '../room.ts';
import { RefusalNote } from '../states/refusal.tsx';
import { useWords } from '../words/i18n.ts';
import { ActDialog } from './act-dialog.tsx';

export interface ActButtonsProps {
  /** What the server says may be done now: of a row, an answer, or a list. */
  readonly may: readonly string[] | undefined;
  /** What it would be done to. */
  readonly object?: ActObject | undefined;
  /** Shown beside each other; the rest goes under 更多. Default 2. */
  readonly shown?: number;
  /** Acts drawn elsewhere on the page. */
  readonly without?: readonly string[];
  /** Listen for the acts' keys (`a` approves). */
  readonly keys?: boolean;
  /** Two wide buttons under the thumb. */
  readonly thumb?: boolean;
  readonly onDone?: (verb: string) => void;
}

export interface Offered {
  readonly verb: string;
  readonly act: Act;
}

const weight = ({ act }: Offered) => (act.tone === 'primary' ? 0 : act.tone === 'danger' ? 2 : 1);

/** The verbs a room has named an act for, the primary one first. A verb that is not open is not among them. On a thing an act bears the title it has there. */
export const offered = (
  may: readonly string[] = [],
  without: readonly string[] = [],
  object: ActObject = {},
): readonly Offered[] =>
  may
    .filter((verb) => !without.includes(verb))
    .flatMap((verb) => {
      const act = actOf(verb);
      return act ? [{ verb, act: titledFor(act, object) }] : [];
    })
    .toSorted((a, b) => weight(a) - weight(b));

/** Whether anything is asked before it runs. */
const asks = (act: Act) => Boolean(act.fields?.length || act.confirm || act.dialog || act.tone === 'danger');

interface OneProps {
  readonly offered: Offered;
  readonly object: ActObject;
  readonly primary: boolean;
  readonly key_: boolean;
  onPress(): void;
  onDone(): void;
  onRefused(problem: Problem | undefined): void;
}

/** One button. An act that asks nothing runs at the press; pressed twice it is one submission. */
function OneButton({ offered: { verb, act }, object, primary, key_, onPress, onDone, onRefused }: OneProps) {
  const { w } = useWords();
  const direct = useAnyVerb(verb);
  const press = async () => {
    onRefused(undefined);
    if (act.go || asks(act)) {
      onPress();
      return;
    }
    const outcome = await direct.run(act.input?.(object) ?? {});
    if (outcome.ok) onDone();
    else onRefused(outcome.problem);
  };
  useKeys(act.key ? { [act.key]: () => void press() } : {}, key_ && act.key !== undefined);
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      danger={act.tone === 'danger'}
      loading={direct.running}
      onClick={() => void press()}
      aria-keyshortcuts={act.key}
    >
      {w(act.title)}
    </Button>
  );
}

/** Buttons drawn from what the server says; a refused press says why and what is possible instead. */
export function ActButtons({
  may,
  object = {},
  shown = 2,
  without = [],
  keys = false,
  thumb = false,
  onDone,
}: ActButtonsProps) {
  const { w, t } = useWords();
  const way = useWay();
  const [asking, setAsking] = useState<Offered>();
  const [problem, setProblem] = useState<Problem>();
  const acts = offered(may, without, object);

  const done = (each: Offered) => {
    setAsking(undefined);
    setProblem(undefined);
    toast(each.act.done ? w(each.act.done) : `${w(each.act.title)} · ${t('done')}`);
    onDone?.(each.verb);
  };
  const press = (each: Offered) => {
    setProblem(undefined);
    if (each.act.go) way.go(fillPath(each.act.go, object));
    else setAsking(each);
  };

  if (acts.length === 0) return null;
  const more = acts.slice(shown);
  return (
    <div className={thumb ? 'k-acts k-acts-thumb' : 'k-acts'}>
      <RefusalNote problem={problem} onClose={() => setProblem(undefined)} />
      <div className="k-acts-row">
        {more.length > 0 && (
          <MenuButton
            label={t('more')}
            name={t('more')}
            entries={more.map((each) => ({
              key: each.verb,
              label: w(each.act.title),
              danger: each.act.tone === 'danger',
              onChoose: () => press(each),
            }))}
          />
        )}
        {acts
          .slice(0, shown)
          .toReversed()
          .map((each) => (
            <OneButton
              key={each.verb}
              offered={each}
              object={object}
              primary={each === acts[0] && each.act.tone !== 'danger'}
              key_={keys && asking === undefined}
              onPress={() => press(each)}
              onDone={() => done(each)}
              onRefused={setProblem}
            />
          ))}
      </div>
      {asking && (
        <ActDialog
          verb={asking.verb}
          act={asking.act}
          object={object}
          onDone={() => done(asking)}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
