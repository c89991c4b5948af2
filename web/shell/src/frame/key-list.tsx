import { useWords } from '@opengoa/web-kit';
import { keyWords } from './frame-words.ts';

export function KeyList() {
  const { w } = useWords();
  return (
    <dl className="f-keys">
      {keyWords.map(({ keys, does }) => (
        <div key={keys.join(' ')}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{w(does)}</dd>
        </div>
      ))}
    </dl>
  );
}
