import { Go, Sheet, useWay, useWords, WhomToCall } from '@opengoa/web-kit';
import { pagesTo } from '../frame/open-pages.ts';
import { useEffect, useState } from 'react';
import type { Words } from '@opengoa/kernel/contract';
import { helpOfPages } from './help-of-page.ts';
import { ledgerHelp } from './page-help.ts';

/** 本页帮助: what this page is for and how it is used, beside the page; whom to call; the way to all help. */
export function PageHelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { w } = useWords();
  const way = useWay();
  const here = pagesTo(way.path);
  const path = here?.page.path ?? way.path;
  const [pages, setPages] = useState<Readonly<Record<string, readonly Words[]>>>({});
  useEffect(() => {
    void helpOfPages().then(setPages);
  }, []);
  const own = pages[path] ?? here?.above.toReversed().flatMap((page) => pages[page.path] ?? []) ?? [];
  const said = own.length > 0 ? own : ledgerHelp;
  return (
    <Sheet
      kind="side"
      title={`${w({ zh: '本页帮助', en: 'Help for this page' })}${here ? ` · ${w(here.page.title)}` : ''}`}
      onClose={onClose}
    >
      <ul className="h-steps">
        {said.map((each) => (
          <li key={each.zh}>{w(each)}</li>
        ))}
      </ul>
      <WhomToCall />
      <p>
        <Go className="k-link" to="/help">
          {w({ zh: '全部帮助、键盘操作和最近的变化', en: 'All help, keys, and what changed' })}
        </Go>
      </p>
    </Sheet>
  );
}
