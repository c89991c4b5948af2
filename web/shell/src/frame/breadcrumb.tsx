import { Go, usePhone, useWay, useWords } from '@opengoa/web-kit';
import { pagesTo } from './open-pages.ts';

/** Where this page lies. Not drawn on pages that lie at the top. */
export function Breadcrumb() {
  const { w } = useWords();
  const way = useWay();
  const here = pagesTo(way.path);
  const phone = usePhone();
  if (!here || here.page.path === '/') return null;
  const parent = here.above.at(-1);
  if (phone) {
    return parent ? (
      <p className="f-crumbs">
        <Go to={parent.path}>‹ {w(parent.title)}</Go>
      </p>
    ) : null;
  }
  const repeats = parent?.title.zh === here.page.title.zh;
  const room = here.room.name !== 'desk' && here.room.title.zh !== (parent ?? here.page).title.zh;
  // One word alone would only repeat the page's title.
  if (!room && !parent) return null;
  return (
    <nav className="f-crumbs" aria-label={w({ zh: '当前位置', en: 'You are here' })}>
      <ol>
        {room && <li>{w(here.room.title)}</li>}
        {here.above.map((page) => (
          <li key={page.path}>
            <Go to={page.path}>{w(page.title)}</Go>
          </li>
        ))}
        {!repeats && <li aria-current="page">{w(here.page.title)}</li>}
      </ol>
    </nav>
  );
}
