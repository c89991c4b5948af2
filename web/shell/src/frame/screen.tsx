import {
  EmptyState,
  Go,
  isOpen,
  Page,
  Part,
  RefusedState,
  Skeleton,
  useSession,
  useWay,
  useWords,
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
  const { w } = useWords();
  if (!page) {
    return (
      <Page title={{ zh: '没有这个页面', en: 'There is no such page' }}>
        <EmptyState
          icon="search"
          title={{ zh: '链接可能已改变', en: 'The link may have changed' }}
          todo={{ zh: '可以从菜单或搜索进入。', en: 'Use the menu or the search.' }}
        >
          <Go className="k-button" to="/">
            {w({ zh: '到我的待办', en: 'To my desk' })}
          </Go>
        </EmptyState>
      </Page>
    );
  }
  if (!isOpen(page.needs, session.may)) {
    return (
      <Page title={page.title}>
        <RefusedState
          problem={{
            type: 'about:blank',
            title: 'Not open',
            status: 403,
            code: 'page-not-open',
            message: `“${page.title.zh}”没有对您现在的岗位开放。`,
            messageEn: `"${page.title.en}" is not open to your present post.`,
            requestId: '',
          }}
        />
      </Page>
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
