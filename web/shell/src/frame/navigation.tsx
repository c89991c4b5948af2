import { bring, Go, Icon, useSession, useWay, useWords, type RoomPage } from '@opengoa/web-kit';
import { useEffect, useRef, useState } from 'react';
import { frameWords as words } from './frame-words.ts';
import { groupsOf, openRooms, pagesTo, type OpenRoom } from './open-pages.ts';

/** What is open to this person, room by room: an ordinary colleague sees a few entries, not forty. */
export function Navigation({ folded }: { readonly folded: boolean }) {
  const { w } = useWords();
  const { may, waiting } = useSession();
  const way = useWay();
  const here = pagesTo(way.path);
  const box = useRef<HTMLElement>(null);
  // The list is longer than the window: where somebody is stands within it.
  useEffect(() => {
    box.current?.querySelector('.f-entry[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [way.path]);
  return (
    <nav aria-label={w(words.nav)} className="f-nav" ref={box}>
      <ul>
        {openRooms(may).map((open) => (
          <RoomEntries
            key={open.room.name}
            open={open}
            folded={folded}
            here={here?.page}
            hereRoom={here?.room.name}
            above={here?.above ?? []}
            tasks={waiting.tasks}
          />
        ))}
      </ul>
    </nav>
  );
}

interface EntriesProps {
  readonly open: OpenRoom;
  readonly folded: boolean;
  readonly here: RoomPage | undefined;
  readonly hereRoom: string | undefined;
  readonly above: readonly RoomPage[];
  readonly tasks: number;
}

function RoomEntries({ open: { room, pages }, folded, here, hereRoom, above, tasks }: EntriesProps) {
  const { w } = useWords();
  const within = hereRoom === room.name;
  const [unfolded, setUnfolded] = useState(within);
  const shown = unfolded || within;
  const only = pages[0];
  const current = (page: RoomPage) => page === here || page === above.at(-1);
  const entry = (page: RoomPage, alone: boolean) => (
    <Go
      className="f-entry"
      to={page.path}
      aria-current={page === here ? 'page' : current(page) ? 'true' : undefined}
      title={folded ? w(alone ? page.title : room.title) : undefined}
      onPointerEnter={() => void bring(page.load).catch(() => undefined)}
    >
      {alone && <Icon name={room.icon ?? 'list'} />}
      <span className={alone ? 'f-entry-words' : 'f-entry-words f-entry-under'}>{w(page.title)}</span>
      {page.path === '/' && tasks > 0 && <span className="f-badge">{tasks}</span>}
    </Go>
  );
  if (only && pages.length === 1) return <li>{entry(only, true)}</li>;
  if (folded) {
    return (
      <li>
        {only && (
          <Go
            className="f-entry"
            to={only.path}
            title={w(room.title)}
            aria-label={w(room.title)}
            aria-current={within ? 'true' : undefined}
          >
            <Icon name={room.icon ?? 'list'} />
          </Go>
        )}
      </li>
    );
  }
  return (
    <li>
      <button type="button" className="f-entry" aria-expanded={shown} onClick={() => setUnfolded(!shown)}>
        <Icon name={room.icon ?? 'list'} />
        <span className="f-entry-words">{w(room.title)}</span>
        <span className={shown ? 'f-turn f-turned' : 'f-turn'}>
          <Icon name="chevron" size={12} />
        </span>
      </button>
      {shown && (
        <ul>
          {groupsOf({ room, pages }).map(({ title, pages: of }) =>
            title === null ? (
              of.map((page) => <li key={page.path}>{entry(page, false)}</li>)
            ) : (
              <li key={title.en}>
                <span className="f-group">{w(title)}</span>
                <ul aria-label={w(title)}>
                  {of.map((page) => (
                    <li key={page.path}>{entry(page, false)}</li>
                  ))}
                </ul>
              </li>
            ),
          )}
        </ul>
      )}
    </li>
  );
}
