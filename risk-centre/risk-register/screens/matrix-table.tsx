import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';
import { Go, number, useWords, type Answer } from '@opengoa/web-kit';
import { levelWords } from '../../words.ts';
import { consequenceWords, likelihoodWords } from '../words.ts';

type Field = Answer<'risk-centre.risk-matrix'>['fields'][number];

interface MatrixTableProps {
  readonly title: Words;
  readonly fields: readonly Pick<Field, 'likelihood' | 'consequence' | 'level'>[];
  readonly count: (field: Pick<Field, 'likelihood' | 'consequence'>) => number;
  /** Where the rows of a field stand. */
  readonly opens: (field: Pick<Field, 'likelihood' | 'consequence'>) => string;
}

/** 风险矩阵: likelihood upwards, consequence to the right; a count opens its entries. */
export function MatrixTable({ title, fields, count, opens }: MatrixTableProps) {
  const { w } = useWords();
  const consequences = [...new Set(fields.map(({ consequence }) => consequence))].toSorted((a, b) => a - b);
  const likelihoods = [...new Set(fields.map(({ likelihood }) => likelihood))].toSorted((a, b) => b - a);
  return (
    <table className="rc-matrix">
      <caption>{w(title)}</caption>
      <thead>
        <tr>
          <th scope="col">{w(words('可能性 \\ 后果', 'Likelihood \\ consequence'))}</th>
          {consequences.map((each) => (
            <th key={each} scope="col">
              {w(consequenceWords[each]!)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {likelihoods.map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">{w(likelihoodWords[likelihood]!)}</th>
            {consequences.map((consequence) => {
              const field = fields.find((each) => each.likelihood === likelihood && each.consequence === consequence)!;
              const n = count(field);
              return (
                <td key={consequence} data-level={field.level} title={w(levelWords[field.level])}>
                  {n === 0 ? <span aria-hidden>·</span> : <Go to={opens(field)}>{number(n)}</Go>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
