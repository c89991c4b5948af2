import { words } from '@opengoa/kernel/words';
import { ActButtons, LedgerPage, type LedgerRow, useWords } from '@opengoa/web-kit';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { cardTones } from './card-tones.ts';
import { PrintLabels } from './print-labels.tsx';

/** Acts over a single card alone. */
const alone = ['assets.change-card', 'assets.strike-card'];
const most = 500;

/** 资产台账: many are ticked and acted on at once, by one paper. */
export default function CardList() {
  const { w } = useWords();
  const [chosen, setChosen] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const tick = (row: LedgerRow, on: boolean) => {
    const next = new Map(chosen);
    if (on && next.size < most) next.set(String(row.id), row.may ?? []);
    else next.delete(String(row.id));
    setChosen(next);
  };
  const [first = [], ...others] = chosen.values();
  const common = first.filter((verb) => others.every((may) => may.includes(verb)));
  return (
    <LedgerPage
      list="assets.cards"
      searchBy={['state', 'top_class', 'unit_id']}
      tones={{ state: cardTones }}
      cells={{
        number: (row) => (
          <Checkbox
            aria-label={w(words(`选择 ${String(row['name'])}`, `Choose ${String(row['name'])}`))}
            checked={chosen.has(String(row.id))}
            disabled={(row.may ?? []).length === 0}
            onClick={(event) => event.stopPropagation()}
            onChange={({ target }) => tick(row, target.checked)}
          >
            {String(row['number'])}
          </Checkbox>
        ),
      }}
      {...(chosen.size === 0
        ? {}
        : {
            above: (
              <div className="k-chosen" role="status">
                <span>{w(words(`已选 ${chosen.size} 项`, `${chosen.size} chosen`))}</span>{' '}
                <ActButtons
                  may={common}
                  without={alone}
                  shown={4}
                  object={{ cards: [...chosen.keys()] }}
                  onDone={() => setChosen(new Map())}
                />{' '}
                {common.length === 0 && (
                  <span className="k-faint">
                    {w(
                      words('所选资产的状况不同，没有可以一起办理的业务。', 'Nothing is open to all of these at once.'),
                    )}
                  </span>
                )}
                <PrintLabels cards={[...chosen.keys()]} />
                <Button type="link" onClick={() => setChosen(new Map())}>
                  {w(words('取消选择', 'Clear'))}
                </Button>
              </div>
            ),
          })}
      empty={{
        title: words('台账里还没有资产', 'No assets yet'),
        todo: words(
          '点“登记资产”逐项登记，或按模板导入现有台账；公务用车和办公用房由各自的台账带入。',
          'Register them one by one or import a ledger by the template; vehicles and buildings come by themselves.',
        ),
      }}
    />
  );
}
