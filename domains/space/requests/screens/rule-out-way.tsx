import { words } from '@opengoa/kernel/words';
import { type Answer, area, Go, Shown, useRead, useWords, VerbForm } from '@opengoa/web-kit';
import { type ActDialogProps, field } from '@opengoa/web-kit/room';
import { ways } from '../words.zh.ts';

type Request = Answer<'space.request'>;
const { adjust, exchange, rent } = ways;

const fields = (some: boolean) => [
  field('way', '方式', 'Way', 'choice', { choices: { adjust, exchange, rent }, initial: 'adjust' }),
  ...(some
    ? [
        field('unfit', '上列房间为什么不能用', 'Why those rooms do not do', 'long-text', {
          maxLength: 500,
          help: words('逐间或合并写明，后面的审批会看到', 'kept, and shown to whoever decides after'),
          when: ({ way }) => way === 'adjust',
        }),
      ]
    : []),
  field('reason', '原因', 'Why', 'long-text', {
    maxLength: 500,
    phrases: [
      ...(some ? [] : [words('没有面积和保密条件合适的闲置房源', 'No vacant room fits by area and zone')]),
      words('没有可置换的房源', 'Nothing to exchange'),
    ],
  }),
];

/** 说明不能满足: the vacant rooms that would do stand above the question why they do not. */
export default function RuleOutWay({ object, onDone, onCancel }: ActDialogProps) {
  const known = useRead('space.request', { id: String(object.id) });
  return (
    <Shown known={known} lines={6}>
      {(it) => <Asked of={it} onDone={onDone} onCancel={onCancel} />}
    </Shown>
  );
}

function Asked({ of: it, ...rest }: { readonly of: Request; onDone(): void; onCancel(): void }) {
  const { w } = useWords();
  const some = it.fitting.length > 0;
  return (
    <>
      <p className="k-about">
        {w(
          words(
            '按次序说明一种配置方式为什么不能满足，之后才能用下一种。',
            'Say why a way cannot meet the need, in their order; the next may be taken only then.',
          ),
        )}
      </p>
      {some && (
        <div className="k-note" role="status">
          {w(
            words(
              `需要 ${area(it.needM2)}，这些闲置房间可以满足：`,
              `${area(it.needM2)} are needed, and these vacant rooms meet it:`,
            ),
          )}
          <ul>
            {it.fitting.map((room) => (
              <li key={room.id}>
                <Go className="k-link" to={`/space/rooms/${room.id}`}>
                  {room.name}
                </Go>{' '}
                {area(room.areaM2)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <VerbForm
        verb="space.rule-out-way"
        fields={fields(some)}
        known={{ request: it.id }}
        initial={{ way: it.next ?? 'adjust' }}
        draft={`space.rule-out-way.${it.id}`}
        submit={words('说明不能满足', 'Rule a way out')}
        onDone={rest.onDone}
        onCancel={rest.onCancel}
      />
    </>
  );
}
