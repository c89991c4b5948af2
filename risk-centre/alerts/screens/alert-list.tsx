import { Go, LedgerPage, useWords } from '@opengoa/web-kit';
import { levelTones } from '../../screens/finding-tones.ts';
import { findingCells } from '../../screens/finding-cells.tsx';
import { roomWords } from '../../screens/room-words.ts';

/** 提示台账: each number of the week opens to its rows here. */
export default function AlertList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="risk-centre.alert-rows"
      searchBy={['standing', 'colour', 'office', 'unit_id']}
      tones={{ colour: levelTones, standing: { sent: 'check', 'too-uncertain': 'plain', 'no-capacity': 'plain' } }}
      cells={{
        probability: findingCells.probability!,
        office: ({ office }) => w(roomWords(String(office))),
        number: (row) => (
          <Go className="k-link" to={`/risk/findings/${String(row['finding_id'])}`}>
            {String(row['number'])}
          </Go>
        ),
      }}
      empty={{
        title: { zh: '没有提示', en: 'No alerts' },
        todo: {
          zh: '每天 05:10 从待核实异常中选出本周提示；在“本周提示”可以看到额度和未发出的原因。',
          en: 'Alerts are drawn from findings every day at 05:10; see “Alerts of the week” for the budget and why others wait.',
        },
      }}
    />
  );
}
