import { type Answer, handFile, number, problemOf, RefusalNote, run, Sheet, useRead, useWords } from '@opengoa/web-kit';
import type { Problem } from '@opengoa/kernel/contract';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';

type Verification = Answer<'kernel.verification'>;

const EVERY_MS = 700;

/** The outcome as a file of its own, to lie with the papers of the audit. */
function keepReport(verification: Verification): void {
  const file = new Blob([JSON.stringify({ verifiedAt: new Date().toISOString(), ...verification }, null, 2)], {
    type: 'application/json',
  });
  handFile(file, `verification-${new Date().toISOString().slice(0, 10)}.json`);
}

/** Re-derives every seal, with progress; ends with a sentence and a file. */
export function VerifySheet({ onClose }: { readonly onClose: () => void }) {
  const { w } = useWords();
  const [job, setJob] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const begin = useEffectEvent(async () => {
    try {
      const answer = await run('kernel.verify-record', {});
      setJob(answer.result.job);
    } catch (caught) {
      setProblem(problemOf(caught));
    }
  });
  useEffect(() => {
    void Promise.resolve().then(() => begin());
  }, []);
  const known = useRead(
    'kernel.verification',
    { job: job ?? '' },
    { when: job !== undefined, everyMs: (answer) => (answer?.state === 'done' ? false : EVERY_MS) },
  );
  const answer = known.answer;
  const ended = answer?.state === 'done';
  return (
    <Sheet
      kind="middle"
      title={w({ zh: '验证操作记录', en: 'Verify the Record' })}
      onClose={onClose}
      foot={
        <>
          {ended && answer ? (
            <Button onClick={() => keepReport(answer)}>{w({ zh: '下载验证报告', en: 'Download the report' })}</Button>
          ) : (
            <span />
          )}
          <Button onClick={onClose}>{w({ zh: '关闭', en: 'Close' })}</Button>
        </>
      }
    >
      <RefusalNote problem={problem ?? known.problem} />
      {!ended && !problem && (
        <div role="status">
          <p>{w({ zh: '正在逐条重新计算并核对封存…', en: 'Deriving every seal again …' })}</p>
          <progress
            className="k-progress"
            {...(answer?.of ? { max: answer.of, value: answer.done } : {})}
            aria-label={w({ zh: '进度', en: 'Progress' })}
          />
          {answer && (
            <p className="k-faint">
              {number(answer.done)}
              {answer.of ? ` / ${number(answer.of)}` : ''}
            </p>
          )}
        </div>
      )}
      {ended && answer && (
        <div role="status">
          <p className={answer.clean ? 'k-summary' : 'k-summary k-late'}>
            {answer.says
              ? w(answer.says)
              : w(
                  answer.clean
                    ? {
                        zh: `共核对 ${number(answer.done)} 条，未发现改动、删除、插入或调换。`,
                        en: `${number(answer.done)} entries checked; nothing was changed, removed, inserted or reordered.`,
                      }
                    : { zh: '发现与封存不符之处，详见下列各条。', en: 'Something differs from what was sealed.' },
                )}
          </p>
          <ul>
            {answer.problems?.map((found) => (
              <li key={`${found.from}-${found.says.zh}`}>{w(found.says)}</li>
            ))}
          </ul>
        </div>
      )}
    </Sheet>
  );
}
