import { Go, LedgerPage, useRead, useWords } from '@opengoa/web-kit';
import { KitName } from './kit-names.tsx';

/** 核实结论: what precision is counted from. */
export default function VerdictList() {
  const { w } = useWords();
  const { answer } = useRead('risk-centre.feedback', {});
  return (
    <LedgerPage
      list="risk-centre.verdicts"
      searchBy={['kit', 'outcome', 'unit_id']}
      tones={{
        outcome: {
          confirmed: 'done',
          'partly-confirmed': 'done',
          explained: 'plain',
          'data-problem': 'plain',
          'not-verifiable': 'plain',
        },
      }}
      cells={{
        kit: ({ kit }) => <KitName kit={String(kit)} />,
        number: (row) => (
          <Go className="k-link" to={`/risk/findings/${String(row['finding_id'])}`}>
            {String(row['number'])}
          </Go>
        ),
        cause: ({ kit, cause }) => {
          if (cause === null) return '—';
          const reason = answer?.kits.find(({ id }) => id === kit)?.reasons.find(({ code }) => code === cause);
          return reason ? w(reason.title) : '—';
        },
      }}
      empty={{
        title: { zh: '还没有核实结论', en: 'Nothing has been judged yet' },
        todo: {
          zh: '单位说明之后，由风控人员认定属实或不属实。',
          en: 'Once the unit has answered, the risk officer decides.',
        },
      }}
    />
  );
}
