import type { Session } from '@opengoa/kernel/contract';
import {
  changeLook,
  forgetDrafts,
  Go,
  Icon,
  instant,
  MenuButton,
  run,
  speak,
  toast,
  useLook,
  usePhone,
  useRenewSession,
  useSession,
  useVerb,
  useWay,
  useWords,
} from '@opengoa/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHelpSheet } from '../help/page-help-sheet.tsx';
import { Bell } from './bell.tsx';
import { frameWords as words } from './frame-words.ts';
import { SearchBox } from './search-box.tsx';
import markUrl from '../mark.svg';

/** Product, unit and post, search, bell, look, person. */
export function TopBar() {
  const { w } = useWords();
  const look = useLook();
  const phone = usePhone();
  const session = useSession();
  const way = useWay();
  // Belongs to the page it was opened on.
  const [helpAt, setHelpAt] = useState<string>();
  return (
    <header className="f-top">
      <Go className="f-brand" to="/" aria-label="OpenGOA">
        <img src={markUrl} alt="" width={24} height={24} />
        {!phone && <strong>OpenGOA</strong>}
      </Go>
      <PostSwitcher />
      {session.demo && !phone && <span className="f-demo">{w(words.demo)}</span>}
      <SearchBox />
      <Bell />
      <button
        type="button"
        className="f-tool f-help"
        aria-label={w(words.pageHelp)}
        title={w(words.pageHelp)}
        onClick={() => setHelpAt(way.path)}
      >
        <Icon name="help" />
      </button>
      {helpAt === way.path && <PageHelpSheet onClose={() => setHelpAt(undefined)} />}
      {!phone && (
        <>
          <button
            type="button"
            className="f-tool"
            aria-pressed={look.large}
            onClick={() => changeLook({ large: !look.large })}
          >
            <Icon name="text-size" /> {w(words.large)}
          </button>
          <button
            type="button"
            className="f-tool"
            aria-label={w(look.dark ? words.light : words.dark)}
            title={w(look.dark ? words.light : words.dark)}
            onClick={() => changeLook({ dark: !look.dark })}
          >
            <Icon name={look.dark ? 'sun' : 'moon'} />
          </button>
        </>
      )}
      <PersonMenu />
    </header>
  );
}

/** The unit and post one acts in; a stand-in is marked 代. */
function PostSwitcher() {
  const { w } = useWords();
  const session = useSession();
  const way = useWay();
  const queries = useQueryClient();
  const change = useVerb('kernel.switch-post');
  const take = async (post: Session['posts'][number]) => {
    const outcome = await change.run({ post: post.id, ...(post.standInFor ? { standInFor: post.standInFor } : {}) });
    if (!outcome.ok) {
      toast(outcome.problem.message, 'note');
      return;
    }
    // Another post sees other things: nothing of the last one stays on the screen.
    await queries.resetQueries();
    way.go('/');
  };
  const label = (
    <span className="f-post">
      <span className="f-post-unit">{session.unit?.name ?? ''}</span>{' '}
      <span className="f-post-title">{session.post?.title ?? ''}</span>
      {session.posts.length > 1 && <span aria-hidden="true"> ▾</span>}
    </span>
  );
  if (session.posts.length < 2) return label;
  return (
    <MenuButton
      align="start"
      className="f-tool"
      labelled
      name={w(words.posts)}
      label={label}
      entries={session.posts.map((post) => ({
        key: `${post.id}${post.standInFor ?? ''}`,
        selected: post.id === session.post?.id,
        label: (
          <span>
            {post.unit.name} · {post.title}
            {post.standInFor && ` (${w(words.standIn)} ${nameOf(post)})`}
          </span>
        ),
        onChoose: () => void take(post),
      }))}
    />
  );
}

/** Whom one stands in for, by name. */
const nameOf = (post: Session['posts'][number]): string => post.standInForName ?? post.standInFor ?? '';

function PersonMenu() {
  const { w, language } = useWords();
  const session = useSession();
  const way = useWay();
  const look = useLook();
  const renew = useRenewSession();
  const signOut = () => {
    forgetDrafts();
    void run('kernel.sign-out', {}).then(renew, renew);
  };
  const name = session.person?.name ?? '';
  return (
    <MenuButton
      className="f-tool f-person"
      name={`${w(words.me)}:${name}`}
      label={
        <>
          <span className="f-face" aria-hidden="true">
            {name.slice(0, 1)}
          </span>
          <span aria-hidden="true">▾</span>
        </>
      }
      entries={[
        {
          key: 'who',
          disabled: true,
          label: (
            <span className="f-who">
              <strong>{name}</strong>
              <span>{[session.unit?.name, session.post?.title].filter(Boolean).join(' · ')}</span>
              {session.lastSignIn && (
                <span>
                  {w(words.lastSignIn)} {instant(session.lastSignIn.at, language)}
                  {session.lastSignIn.failedSince > 0 &&
                    ` · ${w(words.failedSince).replace('{n}', String(session.lastSignIn.failedSince))}`}
                </span>
              )}
            </span>
          ),
        },
        { key: 'sessions', label: w(words.mySessions), onChoose: () => way.go('/me') },
        { key: 'notices', label: w(words.myNotices), onChoose: () => way.go('/me/notices') },
        { key: 'leave', label: w(words.myLeave), onChoose: () => way.go('/me/leave') },
        {
          key: 'large',
          label: w(words.large),
          selected: look.large,
          onChoose: () => changeLook({ large: !look.large }),
        },
        { key: 'dark', label: w(words.dark), selected: look.dark, onChoose: () => changeLook({ dark: !look.dark }) },
        {
          key: 'language',
          label: language === 'zh' ? 'English' : '中文',
          onChoose: () => void speak(language === 'zh' ? 'en' : 'zh'),
        },
        { key: 'help', label: w(words.help), onChoose: () => way.go('/help') },
        { key: 'out', label: w(words.signOut), onChoose: signOut },
      ]}
    />
  );
}
