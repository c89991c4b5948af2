import { Go, Icon, useSession, useWay, useWords } from '@opengoa/web-kit';
import { frameWords as words } from './frame-words.ts';
import { openRooms } from './open-pages.ts';

const ENTRIES = 3;

/** On a phone: the desk, the two pages used first, and the whole menu, under the thumb. */
export function BottomBar({ onMenu }: { readonly onMenu: () => void }) {
  const { w } = useWords();
  const { may, waiting } = useSession();
  const way = useWay();
  const open = openRooms(may).flatMap(({ room, pages }) =>
    pages.map((page, place) => ({ room, page, first: place === 0 })),
  );
  const entries = [
    ...open.filter(({ page }) => page.path === '/'),
    ...open.filter(({ page }) => page.thumb),
    ...open.filter(({ page, first }) => first && !page.thumb && page.path !== '/'),
  ].slice(0, ENTRIES);
  return (
    <nav className="f-bottom" aria-label={w(words.nav)}>
      {entries.map(({ room, page }) => (
        <Go key={page.path} to={page.path} aria-current={way.path === page.path ? 'page' : undefined}>
          <span className="f-bottom-icon">
            <Icon name={page.icon ?? room.icon ?? 'list'} size={22} />
            {page.path === '/' && waiting.tasks > 0 && <span className="f-badge">{waiting.tasks}</span>}
          </span>
          {w(page.title)}
        </Go>
      ))}
      <button type="button" onClick={onMenu}>
        <Icon name="menu" size={22} />
        {w(words.menu)}
      </button>
    </nav>
  );
}
