import { changeLook, Icon, Sheet, useKeys, useLook, usePhone, useSession, useWay, useWords } from '@opengoa/web-kit';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { BottomBar } from './bottom-bar.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { FactorAgain } from './factor-again.tsx';
import './frame.css';
import { frameWords as words } from './frame-words.ts';
import { GuideTicks } from '../guide/guide-card.tsx';
import { KeptStrip } from './kept-strip.tsx';
import { KeyList } from './key-list.tsx';
import { Navigation } from './navigation.tsx';
import { TopBar } from './top-bar.tsx';
import { useInTouch } from './use-in-touch.ts';

const CHORD_MS = 900;

/** The frame around every page: top bar, navigation, breadcrumb; on a phone a bar under the thumb. */
export function Frame() {
  const { w } = useWords();
  const way = useWay();
  const session = useSession();
  const look = useLook();
  const phone = usePhone();
  const inTouch = useInTouch();
  const [keysShown, setKeysShown] = useState(false);
  const chord = useRef(0);
  const content = useRef<HTMLElement>(null);

  useKeys({
    '?': () => setKeysShown(true),
    g: () => {
      chord.current = Date.now();
    },
    d: () => {
      if (Date.now() - chord.current < CHORD_MS) way.go('/');
    },
    '/': () => document.getElementById('search')?.focus(),
  });

  // A new page begins at its top, for eyes and for readers alike.
  useEffect(() => {
    content.current?.scrollTo({ top: 0 });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the path is what the page is
  }, [way.path]);
  const [menuAt, setMenuAt] = useState<string>();
  const menu = menuAt === way.path;

  return (
    <div className={`f-frame${look.navFolded ? ' f-folded' : ''}`}>
      <a className="f-skip" href="#content">
        {w(words.skip)}
      </a>
      <TopBar />
      {!phone && (
        <div className="f-side">
          <Navigation folded={look.navFolded} />
          <button
            type="button"
            className="f-fold"
            aria-label={w(look.navFolded ? words.unfoldNav : words.foldNav)}
            title={w(look.navFolded ? words.unfoldNav : words.foldNav)}
            aria-expanded={!look.navFolded}
            onClick={() => changeLook({ navFolded: !look.navFolded })}
          >
            <Icon name="chevron" size={14} />
          </button>
        </div>
      )}
      <main className="f-content" id="content" tabIndex={0} ref={content}>
        {!inTouch && (
          <p className="k-stale f-strip" role="status">
            {w(words.offline)}
          </p>
        )}
        <KeptStrip />
        {session.setAside?.readOnly && (
          <p className="k-stale f-strip" role="status">
            {w(words.readOnly)}
          </p>
        )}
        <Breadcrumb />
        <Outlet />
        <p className="k-faint f-secrecy">{w(words.secrecy)}</p>
      </main>
      {phone && <BottomBar onMenu={() => setMenuAt(way.path)} />}
      {menu && (
        <Sheet kind="side" title={w(words.menu)} onClose={() => setMenuAt(undefined)}>
          <Navigation folded={false} />
        </Sheet>
      )}
      {keysShown && (
        <Sheet kind="middle" title={w(words.keys)} onClose={() => setKeysShown(false)}>
          <KeyList />
        </Sheet>
      )}
      <FactorAgain />
      <GuideTicks />
    </div>
  );
}
