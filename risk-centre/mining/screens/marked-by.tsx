import { words } from '@opengoa/kernel/words';
import { day, Go, Section, useWords, type Answer } from '@opengoa/web-kit';

/** 符合已签署的规律: which signed rules the finding meets; it adds nothing to the probability. */
export function MarkedBy({ finding }: { readonly finding: Answer<'risk-centre.finding'> }) {
  const { w, language } = useWords();
  if (finding.rules.length === 0) return null;
  return (
    <Section title={words('符合已签署的规律', 'Signed rules that it meets')}>
      <ul>
        {finding.rules.map(({ id, told, at, opens }) => (
          <li key={id}>
            {opens ? (
              <Go className="k-link" to={`/risk/rules/${id}`}>
                {w(told)}
              </Go>
            ) : (
              w(told)
            )}{' '}
            <span className="k-faint">{day(at.slice(0, 10), language)}</span>
          </li>
        ))}
      </ul>
      <p className="k-faint">
        {w(
          words(
            '规律由以往核实结论得出并经签署，仅供核实参考，不计入概率，不是结论。',
            'Rules come from earlier verdicts and were signed; they help to verify, add nothing to the probability, and are no conclusion.',
          ),
        )}
      </p>
    </Section>
  );
}
