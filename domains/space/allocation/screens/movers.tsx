import { words } from '@opengoa/kernel/words';
import { Go, Section, useWords } from '@opengoa/web-kit';
import type { Allocation } from './allocation-type.ts';

/** People whose room goes to another unit, and where each could sit. */
export function Movers({ of: it }: { readonly of: Allocation }) {
  const { w } = useWords();
  return (
    <Section title={words('需要重新安排座位的人', 'People to be seated anew')}>
      {it.reseat.length === 0 && (
        <p className="k-faint">
          {w(words('没有登记在调整房间里的人。', 'Nobody is registered in a room that changes hands.'))}
        </p>
      )}
      <ul>
        {it.reseat.map((each) => (
          <li key={`${each.person} ${each.room}`}>
            {each.name} · {each.unitName} · {each.room} →{' '}
            {each.to === null || each.toRoom === null ? (
              w(words('方案中没有合适的位置', 'no place in the plan'))
            ) : (
              <Go className="k-link" to={`/space/rooms/${each.toRoom}`}>
                {each.to}
              </Go>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
