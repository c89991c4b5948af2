import { Icon, usePreference, useSession, useWay, useWords, whenDone } from '@opengoa/web-kit';
import { useEffect, useRef } from 'react';
import './guide.css';
import { guideWords as words } from './guide-words.ts';
import { type GuideKept, guidesFor, stepName, tickedBy } from './guides.ts';
import { pointAt } from './point-at.ts';

const KEY = 'guide';

/** What this person has ticked and put away, kept on the server for them alone. */
export function useGuide() {
  const { roles } = useSession();
  const [kept = {}, keep, pending] = usePreference<GuideKept>(KEY);
  return { mine: guidesFor(roles), kept, keep, pending };
}

/** Ticks steps by what the person does and where they stand. Drawn nowhere; stands in the frame once. */
export function GuideTicks() {
  const way = useWay();
  const { mine, kept, keep, pending } = useGuide();
  const tick = useRef<(names: readonly string[]) => void>(() => undefined);
  useEffect(() => {
    tick.current = (names) => {
      const fresh = names.filter((name) => !kept.done?.includes(name));
      if (!pending && fresh.length > 0) void keep({ ...kept, done: [...(kept.done ?? []), ...fresh] });
    };
  });
  const box = way.query['box'];
  const page = box ? `${way.path}?box=${box}` : way.path;
  useEffect(() => {
    tick.current(tickedBy(mine, { page }));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- who one is does not change on a page
  }, [page, pending]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  useEffect(() => whenDone((verb) => tick.current(tickedBy(mine, { verb }))), []);
  return null;
}

/** 上手指引: the first task of one's role, on the desk until it is done or put away. */
export function GuideCard({ always = false }: { readonly always?: boolean }) {
  const { w } = useWords();
  const way = useWay();
  const { mine, kept, keep, pending } = useGuide();
  if (pending) return null;
  const open = mine.filter(
    (guide) =>
      always ||
      (!kept.away?.includes(guide.key) && guide.steps.some((step) => !kept.done?.includes(stepName(guide, step)))),
  );
  const [guide] = open;
  if (!guide) return null;
  const ticked = guide.steps.filter((step) => kept.done?.includes(stepName(guide, step))).length;
  return (
    <section className="g-card" aria-label={w(guide.title)}>
      <header>
        <h2>
          {w(guide.title)}{' '}
          <span className="k-faint">
            {ticked}/{guide.steps.length}
          </span>
        </h2>
        {!always && (
          <button
            type="button"
            className="k-link"
            onClick={() => void keep({ ...kept, away: [...(kept.away ?? []), guide.key] })}
          >
            {w(words.away)}
          </button>
        )}
      </header>
      <ol>
        {guide.steps.map((step) => {
          const done = kept.done?.includes(stepName(guide, step)) === true;
          return (
            <li key={step.key} data-done={done ? '' : undefined}>
              <span className="g-tick">{done && <Icon name="check" size={14} />}</span>
              <span>
                {w(step.title)}
                {done && <span className="k-unseen"> {w(words.done)}</span>}
              </span>
              {!done && (
                <button
                  type="button"
                  className="k-link"
                  aria-label={`${w(words.go)}：${w(step.title)}`}
                  onClick={() => {
                    way.go(step.go);
                    if (step.control) pointAt(w(step.control));
                  }}
                >
                  {w(words.go)}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      <p className="k-faint">{w(words.own)}</p>
    </section>
  );
}
