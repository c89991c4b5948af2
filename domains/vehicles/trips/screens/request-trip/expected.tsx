import { number, useRead, useWords, yuan } from '@opengoa/web-kit';

const HOUR = 60;

/** Minutes as people say them: from an hour and a half on in hours. */
const lasting = (minutes: number, short: string, long: string): string =>
  minutes < 1.5 * HOUR ? `${number(minutes)} ${short}` : `${number(Math.round((minutes * 2) / HOUR) / 2)} ${long}`;

/** Beside the form, at once: vehicles free, the usual cost, who approves and how long it takes. */
export function Expected({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
  const { w } = useWords();
  const said = (name: string) => (values[name] === undefined ? {} : { [name]: String(values[name]) });
  const query = {
    ...said('startsAt'),
    ...said('endsAt'),
    ...said('people'),
    ...said('distanceKm'),
    ...said('crossCity'),
    ...said('use'),
    ...said('for'),
  };
  const { answer, renewing } = useRead('vehicles.before-request', query, { keep: true });
  if (!answer) return null;
  const steps = answer.steps.filter(({ will }) => will !== 'no');
  return (
    <dl className="v-expected" aria-busy={renewing}>
      <div>
        <dt>{w({ zh: '可用车辆', en: 'Vehicles free' })}</dt>
        <dd>
          {answer.vehicles
            ? w({
                zh: `${answer.vehicles.free} 辆（编制内座位够的共 ${answer.vehicles.all} 辆）`,
                en: `${answer.vehicles.free} of ${answer.vehicles.all} with seats enough`,
              })
            : w({ zh: '填写时间后显示', en: 'once the time is known' })}
        </dd>
      </div>
      <div>
        <dt>{w({ zh: '预计费用', en: 'Expected cost' })}</dt>
        <dd>
          {answer.costFen === null
            ? w({ zh: '暂无历史可参考', en: 'no history yet' })
            : w({
                zh: `约 ${yuan(answer.costFen)} 元（本单位近 ${number(answer.costFrom)} 次结算的中位数）`,
                en: `about ${yuan(answer.costFen)} yuan (middle of ${answer.costFrom} settled trips)`,
              })}
        </dd>
      </div>
      <div>
        <dt>{w({ zh: '审批', en: 'Approval' })}</dt>
        <dd>
          <ol className="v-steps">
            {steps.map(({ title, holders }) => (
              <li key={title.zh}>
                {w(title)} <strong>{holders.join('、') || '—'}</strong>
              </li>
            ))}
          </ol>
          {answer.usualMinutes !== null && (
            <p className="k-faint">
              {w({
                zh: `通常 ${lasting(answer.usualMinutes, '分钟', '小时')}`,
                en: `usually ${lasting(answer.usualMinutes, 'minutes', 'hours')}`,
              })}
            </p>
          )}
        </dd>
      </div>
    </dl>
  );
}
