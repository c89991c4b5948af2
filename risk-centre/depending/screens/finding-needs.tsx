import { words } from '@opengoa/kernel/words';
import { Go, number, Section, useMay, useRead, useWords } from '@opengoa/web-kit';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** 牵连: of a finding about a part that others need, how many, with the way to them; nothing where none does. */
export function NeededBy({ subject }: { readonly subject: { readonly kind: string; readonly id: string } }) {
  const { w } = useWords();
  const may = useMay('risk-centre.depending');
  const known = useRead('risk-centre.depending', { part: subject.id }, { when: may && uuid.test(subject.id) });
  const chosen = known.answer?.chosen;
  if (!chosen || chosen.inAll === 0) return null;
  return (
    <Section title={words('牵连', 'What depends on it')}>
      <p>
        {w(
          words(
            `「${chosen.name}」如果停用，还有 ${number(chosen.inAll)} 个部件随之停用：${chosen.down
              .slice(0, 3)
              .map(({ name }) => name)
              .join('、')}${chosen.inAll > 3 ? ' 等' : ''}。`,
            `If “${chosen.name}” stops, ${number(chosen.inAll)} other parts stop with it: ${chosen.down
              .slice(0, 3)
              .map(({ name }) => name)
              .join(', ')}${chosen.inAll > 3 ? ' …' : ''}.`,
          ),
        )}{' '}
        <Go className="k-link" to={`/risk/depending?part=${chosen.id}`}>
          {w(words('看全部', 'See all'))}
        </Go>
      </p>
    </Section>
  );
}
