import {
  EmptyState,
  Go,
  isOpen,
  Part,
  RefusedState,
  Skeleton,
  useSession,
  useWay,
  type RoomPage,
} from '@opengoa/web-kit';
import { Faults } from '../faults.tsx';

interface ScreenProps {
  readonly page: RoomPage | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** One page of a room: loaded, or not there, or not open to this person. A fault in it stays in it. */
export function Screen({ page, params }: ScreenProps) {
  const way = useWay();
  const session = useSession();
  if (!page) {
    return (
      <EmptyState
        icon="search"
        title={{ zh: '没有这个页面', en: 'There is no such page' }}
        todo={{
          zh: '链接可能已改变。可以从左侧菜单或搜索进入。',
          en: 'The link may have changed. Use the menu or the search.',
        }}
      >
        <Go className="k-button" to="/">
          {session.person ? '→' : ''} OpenGOA
        </Go>
      </EmptyState>
    );
  }
  if (!isOpen(page.needs, session.may)) {
    return (
      <RefusedState
        problem={{
          type: 'about:blank',
          title: 'Not open',
          status: 403,
          code: 'page-not-open',
          message: `"${page.title.zh}"没有对您现在的岗位开放。`,
          messageEn: `"${page.title.en}" is not open to your present post.`,
          requestId: '',
        }}
      />
    );
  }
  return (
    <Faults place={way.path}>
      <Part
        load={page.load}
        given={{ params, query: way.query }}
        meanwhile={
          <div className="k-page">
            <Skeleton lines={10} height={36} />
          </div>
        }
      />
    </Faults>
  );
}
