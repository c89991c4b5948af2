import {
  type Answer,
  Icon,
  isOpen,
  roomsNow,
  useMay,
  usePhone,
  useRead,
  useSession,
  useWay,
  useWords,
} from '@opengoa/web-kit';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { frameWords as words } from './frame-words.ts';
import { titleInitials } from './title-initials.ts';

/** One thing found, as `kernel.search` gives it. */
type Hit = Answer<'kernel.search'>['hits'][number];

const QUIET_MS = 160;
const PAGES_SHOWN = 5;

/** Search over everything that may be seen: names, initials, plates, meters, cases; pages too. Arrows choose, Enter opens. */
export function SearchBox() {
  const { w } = useWords();
  const way = useWay();
  const phone = usePhone();
  const session = useSession();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const entered = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const mayAsk = useMay('kernel.search');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useRead('kernel.search', { q }, { when: mayAsk && q.length > 0 && open, keep: true });

  const pages: Hit[] =
    q === ''
      ? []
      : roomsNow()
          .flatMap((room) => room.pages.map((page) => ({ room, page })))
          .filter(({ page }) => !page.path.includes('{') && isOpen(page.needs, session.may))
          .filter(({ room, page }) =>
            [page.title.zh, page.title.en.toLowerCase(), room.title.zh, titleInitials(page.title.zh)].some((text) =>
              text.includes(q.toLowerCase()),
            ),
          )
          .slice(0, PAGES_SHOWN)
          .map(({ room, page }) => ({
            kind: w(words.searchPages),
            title: w(page.title),
            detail: w(room.title),
            opens: page.path,
          }));
  // What is called exactly so comes before what only mentions it.
  const things = q && mayAsk ? (found.answer?.hits ?? []) : [];
  const called = (hit: Hit) => Number(hit.title.toLowerCase() === q.toLowerCase());
  const hits = [...things, ...pages].toSorted((one, other) => called(other) - called(one));
  const shown = open && q !== '' && (hits.length > 0 || !found.renewing);
  // Until the answer to what stands in the box is there, the hits below are those of earlier words.
  const settled = q === typed.trim() && !found.renewing;

  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    setTyped('');
    way.go(hit.opens);
  };
  // Pressed before the answer was there, Enter opens the first of what then comes.
  useEffect(() => {
    if (!settled || !entered.current) return;
    entered.current = false;
    go(hits[0]);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only the coming of the answer opens anything
  }, [settled]);
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      setOpen(false);
      event.currentTarget.blur();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % Math.max(hits.length, 1));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (settled) go(hits[at]);
      else {
        setQ(typed.trim());
        entered.current = true;
      }
    }
  };

  return (
    <div
      className="f-search"
      ref={box}
      onBlur={(event) => !box.current?.contains(event.relatedTarget) && setOpen(false)}
    >
      <Icon name="search" size={16} />
      <input
        id="search"
        type="text"
        role="combobox"
        aria-expanded={shown}
        aria-controls={shown ? `${id}-hits` : undefined}
        aria-activedescendant={shown && hits[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        aria-label={w(words.search)}
        aria-keyshortcuts="/"
        placeholder={phone ? w(words.searchShort) : `/ ${w(words.search)}`}
        autoComplete="off"
        value={typed}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          entered.current = false;
          setOpen(true);
        }}
        onKeyDown={keys}
      />
      {shown &&
        (hits.length === 0 ? (
          <p className="f-hits f-hits-none" role="status">
            {w(words.searchNothing)}
          </p>
        ) : (
          <ul className="f-hits" role="listbox" id={`${id}-hits`} aria-label={w(words.searchShort)}>
            {hits.map((hit, place) => (
              <li
                key={`${hit.opens}${hit.title}`}
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === at}
                onPointerDown={(event) => {
                  event.preventDefault();
                  go(hit);
                }}
              >
                <span className="f-hit-kind">{hit.kind}</span>
                <span>{hit.title}</span>
                {hit.detail && <span className="k-faint">{hit.detail}</span>}
              </li>
            ))}
          </ul>
        ))}
    </div>
  );
}
