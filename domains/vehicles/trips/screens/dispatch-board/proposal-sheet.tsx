import {
  type Answer,
  clock,
  EmptyState,
  type Known,
  RefusalNote,
  Sheet,
  Shown,
  toast,
  useVerb,
  useWords,
} from '@opengoa/web-kit';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { tripStates } from '../../../words.zh.ts';

type Proposed = Answer<'vehicles.proposals'>;

/** Where a request could go, best first, each with its reasons; beside it, who goes the same way. */
export function ProposalSheet({ known, onClose }: { readonly known: Known<Proposed>; readonly onClose: () => void }) {
  const { w } = useWords();
  const dispatch = useVerb('vehicles.dispatch-trip');
  const [duty, setDuty] = useState('');
  const take = async (trip: string, { vehicle, driver, plate, driverName, sealed }: Proposed['proposals'][number]) => {
    const outcome = await dispatch.run({ trip, vehicle, driver, ...(sealed.length > 0 && duty ? { duty } : {}) });
    if (!outcome.ok) return;
    toast(w({ zh: `已派 ${plate} · ${driverName}`, en: `Dispatched ${plate}, ${driverName}` }));
    onClose();
  };
  return (
    <Sheet title={`${w({ zh: '派车建议', en: 'Proposals' })} ${known.answer?.number ?? ''}`} onClose={onClose}>
      <RefusalNote problem={dispatch.problem} onClose={dispatch.clear} />
      <Shown known={known} lines={8}>
        {({ trip, state, proposals, sameWay, may }) => (
          <>
            {!may?.includes('vehicles.dispatch-trip') && (
              <p className="k-note">
                {w({
                  zh: `本单现为“${tripStates[state].zh}”，还不能派车。`,
                  en: `The trip is “${tripStates[state].en}” and cannot be dispatched now.`,
                })}
              </p>
            )}
            {proposals.some(({ sealed }) => sealed.length > 0) && (
              <label className="k-note">
                {w({
                  zh: '本次用车在节假日，车辆封存停驶。值班、应急用车请写明事由：',
                  en: 'The trip is on a holiday, when vehicles are sealed. For duty or an emergency say why:',
                })}
                <Input value={duty} maxLength={500} onChange={({ target }) => setDuty(target.value.trimStart())} />
              </label>
            )}
            {proposals.length === 0 && (
              <EmptyState
                icon="car"
                title={{ zh: '这个时段没有能派的车', en: 'Nothing can go then' }}
                todo={{
                  zh: '各车原因见左侧；可与申请人商量改期或拼车。',
                  en: 'Each lane says why; another time or a shared ride may do.',
                }}
              />
            )}
            <ol className="v-proposals">
              {proposals.map((proposal, i) => (
                <li key={proposal.vehicle}>
                  <div>
                    <strong>{proposal.plate}</strong> {proposal.model} · {proposal.driverName}
                    <ul>
                      {proposal.reasons.map((reason) => (
                        <li key={reason.zh}>{w(reason)}</li>
                      ))}
                    </ul>
                  </div>
                  {may?.includes('vehicles.dispatch-trip') && (
                    <Button
                      type={i === 0 ? 'primary' : 'default'}
                      autoFocus={i === 0}
                      loading={dispatch.running}
                      aria-label={w({ zh: `派这辆 ${proposal.plate}`, en: `Dispatch ${proposal.plate}` })}
                      onClick={() => void take(trip, proposal)}
                    >
                      {w({ zh: '派这辆', en: 'Dispatch' })}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
            {sameWay.map((other) => (
              <p key={other.trip} className="k-note">
                {w({
                  zh: `${other.number}（${other.plate}，${clock(other.startsAt)} 出发）同去一处，尚余 ${other.seatsLeft} 座；拼车可省约 ${other.savesKm} km。`,
                  en: `${other.number} (${other.plate}, ${clock(other.startsAt)}) goes the same way with ${other.seatsLeft} seats left; together about ${other.savesKm} km less.`,
                })}
              </p>
            ))}
          </>
        )}
      </Shown>
    </Sheet>
  );
}
