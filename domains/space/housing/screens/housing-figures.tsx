import { words } from '@opengoa/kernel/words';
import { Go, number, useMay, useRead, useWords } from '@opengoa/web-kit';

/** 概况: each number opens its list, and is its total. */
export function HousingFigures() {
  const { w } = useWords();
  const may = useMay('space.housing');
  const { answer } = useRead('space.housing', {}, { when: may });
  if (!answer) return null;
  const figures = [
    [words('住房（套）', 'Homes'), answer.homes, '/space/homes'],
    [words('已安排', 'Let'), answer.let, '/space/homes?f.state=let'],
    [words('空置', 'Vacant'), answer.vacant, '/space/homes?f.state=vacant'],
    [words('待审批申请', 'To be approved'), answer.asked, '/space/home-applications?f.state=asked'],
    [words('待安排申请', 'Waiting for a home'), answer.approved, '/space/home-applications?f.state=approved'],
  ] as const;
  return (
    <div className="k-figures">
      {figures.map(([title, value, to]) => (
        <div key={to}>
          <span className="k-faint">{w(title)}</span>
          <div className="k-figures-value">
            <Go className="k-link" to={to}>
              {number(value, 0)}
            </Go>
          </div>
        </div>
      ))}
    </div>
  );
}
