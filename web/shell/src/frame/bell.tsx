import { ago, Go, Icon, MenuButton, Shown, useList, useSession, useVerb, useWords } from '@opengoa/web-kit';
import { useEffect } from 'react';
import { frameWords as words } from './frame-words.ts';

const SHOWN = 8;

/** The bell: how many are new, and the latest ones a press away. */
export function Bell() {
  const { w } = useWords();
  const { waiting } = useSession();
  return (
    <MenuButton
      className="f-tool f-bell"
      name={waiting.messages > 0 ? w(words.bellNew).replace('{n}', String(waiting.messages)) : w(words.bell)}
      label={
        <>
          <Icon name="bell" />
          {waiting.messages > 0 && <span className="f-badge">{waiting.messages > 99 ? '99+' : waiting.messages}</span>}
        </>
      }
    >
      <Latest />
    </MenuButton>
  );
}

function Latest() {
  const { w, language } = useWords();
  const known = useList('kernel.my-messages', { where: {} }, { size: SHOWN });
  const { run } = useVerb('kernel.mark-read');
  const unread = known.answer?.rows.filter((message) => !message.seen).map((message) => message.id) ?? [];
  const unreadText = unread.join(',');
  useEffect(() => {
    if (unreadText) void run({ messages: unreadText.split(',') });
    // oxlint-disable-next-line react/exhaustive-deps -- what has been looked at is marked once, whatever is drawn again
  }, [unreadText]);
  return (
    <div className="f-messages">
      <Shown known={known} lines={4}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <p className="k-faint">{w(words.noMessages)}</p>
          ) : (
            <ul>
              {answer.rows.map((message) => {
                const title = language === 'en' ? (message.title_en ?? message.title) : message.title;
                return (
                  <li key={message.id} data-new={message.seen ? undefined : ''}>
                    {message.opens ? <Go to={message.opens}>{title}</Go> : <span>{title}</span>}
                    <span className="k-faint">{ago(message.at, undefined, language)}</span>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Shown>
      <Go className="k-link" to="/messages">
        {w(words.allMessages)}
      </Go>
    </div>
  );
}
