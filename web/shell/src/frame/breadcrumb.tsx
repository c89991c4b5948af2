import { Go, useWay, useWords } from '@opengoa/web-kit';
import { pagesTo } from './open-pages.ts';

/** Where this page lies. Not drawn on pages that lie at the top. */
export function Breadcrumb() {
  const { w } = useWords();
  const way = useWay();
  const here = pagesTo(way.path);
  if (!here || here.page.path === '/') return null;
  return (
    <nav className="f-crumbs" aria-label={w({ zh: '当前位置', en: 'You are here' })}>
      <ol>
        {here.room.name !== 'desk' && <li>{w(here.room.title)}</li>}
        {here.above.map((page) => (
          <li key={page.path}>
            <Go to={page.path}>{w(page.title)}</Go>
          </li>
        ))}
        <li aria-current="page">{w(here.page.title)}</li>
      </ol>
    </nav>
  );
}
