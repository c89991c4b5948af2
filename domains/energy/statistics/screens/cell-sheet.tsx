import { type Answer, Go, number, percent, Section, Sheet, TableBox, useWords, VerbForm, yuan } from '@opengoa/web-kit';
import { field } from '@opengoa/web-kit/room';
import { bases, cellFields, formLines, formMeasures, formulas } from '../words.zh.ts';

type Statement = Answer<'energy.statement'>;
type Line = Statement['lines'][number];
type Cell = Line['amount'];

const choosable = {
  bill: bases.bill,
  ledger: bases.ledger,
  metered: bases.metered,
  allocated: bases.allocated,
  estimated: bases.estimated,
};

/** One cell: 由来 with the rows behind it, and, while the form is open, the correction with its reason. */
export function CellSheet({
  statement,
  line,
  of,
  cell,
  onClose,
}: {
  readonly statement: Statement;
  readonly line: Line;
  readonly of: 'amount' | 'cost';
  readonly cell: Cell;
  readonly onClose: () => void;
}) {
  const { w } = useWords();
  const shown = (value: number | null) => (of === 'cost' ? yuan(value, true) : withMeasure(value));
  const withMeasure = (value: number | null) =>
    value === null ? '—' : `${number(value)} ${w(formMeasures[line.measure] ?? both(line.measure))}`;
  const may = statement.may.includes('energy.fill-cell');
  return (
    <Sheet title={`${w(formLines[line.line] ?? both(line.line))} · ${w(cellFields[of])}`} onClose={onClose}>
      <Section title={{ zh: '由来', en: 'Where it comes from' }}>
        <p>
          {cell.source.kind !== 'none' && <strong>{cell.source.kind === 'native' ? w(native) : w(derived)}</strong>}{' '}
          {w(formulas[cell.source.formula])}
          {cell.taken !== null && <>：{shown(cell.taken)}</>}
        </p>
        {cell.corrected && (
          <p className="e-form-corrected">
            {w({ zh: '已更正为', en: 'Corrected to' })} {shown(cell.value)}
            {cell.basis && `（${w(bases[cell.basis])}）`}：{cell.why}
          </p>
        )}
        {cell.source.parts.length > 0 && (
          <TableBox title={w({ zh: '来源明细', en: 'Rows behind it' })}>
            <table className="k-table">
              <thead>
                <tr>
                  <th scope="col">{w({ zh: '来源', en: 'Source' })}</th>
                  <th scope="col">{w({ zh: '数值', en: 'Value' })}</th>
                  <th scope="col">{w({ zh: '记录', en: 'Rows' })}</th>
                  <th scope="col">{w({ zh: '完整率', en: 'Complete' })}</th>
                </tr>
              </thead>
              <tbody>
                {cell.source.parts.map((part) => (
                  <tr key={`${part.opens} ${part.name}`}>
                    <td>
                      {part.opens ? (
                        <Go className="k-link" to={part.opens}>
                          {w(fuels[part.name] ?? both(part.name))}
                        </Go>
                      ) : (
                        part.name
                      )}
                    </td>
                    <td>{part.amount === null ? w({ zh: '无读数', en: 'not read' }) : shown(part.amount)}</td>
                    <td>
                      {number(part.rows)}
                      {part.estimated > 0 && `（${w({ zh: '估', en: 'est.' })} ${number(part.estimated)}）`}
                    </td>
                    <td>{part.share === null ? '—' : percent(part.share)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
      </Section>
      {may && (
        <Section title={{ zh: '更正', en: 'Correct' }}>
          <VerbForm
            verb="energy.fill-cell"
            draft={false}
            known={{ statement: statement.id, version: statement.version, line: line.line, field: of }}
            input={({ value = null, ...values }) => ({
              statement: statement.id,
              version: statement.version,
              line: line.line,
              field: of,
              value,
              ...values,
            })}
            initial={{ value: cell.value, basis: cell.basis ?? 'bill' }}
            fields={[
              field('value', '填报值', 'Value', of === 'cost' ? 'money' : 'number', {
                required: false,
                from: 0,
                ...(of === 'amount' ? { unitOfMeasure: w(formMeasures[line.measure] ?? both(line.measure)) } : {}),
              }),
              field('basis', '依据', 'Known by', 'choice', { choices: choosable }),
              field('why', '更正原因', 'Why', 'long-text', { maxLength: 500 }),
            ]}
            submit={{ zh: '更正', en: 'Correct' }}
            onDone={onClose}
            onCancel={onClose}
          />
        </Section>
      )}
    </Sheet>
  );
}

const both = (word: string) => ({ zh: word, en: word });
const native = { zh: '原生', en: 'Native' };
const derived = { zh: '派生', en: 'Derived' };
const fuels: Readonly<Record<string, { zh: string; en: string }>> = {
  petrol: { zh: '加油台账（汽油）', en: 'Fuel ledger, gasoline' },
  diesel: { zh: '加油台账（柴油）', en: 'Fuel ledger, diesel' },
};
