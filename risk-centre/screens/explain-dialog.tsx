import { words } from '@opengoa/kernel/words';
import {
  bringFile,
  problemOf,
  RefusalNote,
  useWords,
  VerbForm,
  type ActDialogProps,
  type BroughtFile,
} from '@opengoa/web-kit';
import { useId, useState } from 'react';

/** As many as one answer takes. */
const most = 20;

/** 单位说明: in words, with the papers that bear it out. */
export default function ExplainDialog({ object, onDone, onCancel }: ActDialogProps) {
  const { w } = useWords();
  const field = useId();
  const [papers, setPapers] = useState<readonly BroughtFile[]>([]);
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>();
  const bring = async (files: FileList | null) => {
    setProblem(undefined);
    for (const file of [...(files ?? [])].slice(0, most - papers.length)) {
      try {
        const brought = await bringFile('risk-centre.paper', file);
        setPapers((before) => [...before, brought]);
      } catch (caught) {
        setProblem(problemOf(caught));
        return;
      }
    }
  };
  const id = String(object['object_id'] ?? object.id);
  return (
    <>
      <div className="rc-papers">
        <label htmlFor={field}>{w(words('附材料（审批单、单据、照片）', 'Papers: approvals, receipts, photos'))}</label>
        <input
          id={field}
          type="file"
          multiple
          accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.ofd"
          onChange={(event) => void bring(event.target.files)}
        />
        <ul>
          {papers.map((paper) => (
            <li key={paper.id}>
              {paper.name}{' '}
              <button
                type="button"
                className="k-link"
                onClick={() => setPapers(papers.filter((each) => each.id !== paper.id))}
              >
                {w(words('去掉', 'remove'))}
              </button>
            </li>
          ))}
        </ul>
        {problem && <RefusalNote problem={problem} />}
      </div>
      <VerbForm
        verb="risk-centre.explain-finding"
        fields={[
          {
            name: 'answer',
            title: words('说明情况', 'What happened'),
            kind: 'long-text',
            maxLength: 2_000,
            phrases: [
              words('数据有误，已更正。', 'The data were wrong and are corrected.'),
              words('已有批准，单据见附件。', 'It was approved; see the papers.'),
            ],
          },
        ]}
        input={(values) => ({ finding: id, ...values, papers: papers.map((paper) => paper.id) })}
        submit={words('单位说明', 'Explain')}
        draft={`explain ${id}`}
        onDone={onDone}
        onCancel={onCancel}
      />
    </>
  );
}
