import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Answer } from '../client/door-types.ts';
import { instant } from '../formatters.ts';
import { FilesField } from '../form/files-field.tsx';
import { PersonPicker } from '../form/picker.tsx';
import type { Picked } from '../form/values.ts';
import { Section } from '../frame/page.tsx';
import { toast } from '../frame/toast.tsx';
import { useRead } from '../hooks/reads.ts';
import { useVerb } from '../hooks/verbs.ts';
import { RefusalNote } from '../states/refusal.tsx';
import { PaperRow } from '../thing/papers.tsx';
import { useWords } from '../words/i18n.ts';
import './talk.css';

type Comment = Answer<'kernel.comments'>['comments'][number];

interface TalkProps {
  /** The thing, as its facts name it. */
  readonly kind: string;
  readonly id: string;
}

/** 讨论 beside a thing: for whoever may read the thing; nothing at all for others, and for things nobody talks about. */
export function Talk({ kind, id }: TalkProps) {
  const { w } = useWords();
  const known = useRead('kernel.comments', { kind, id });
  if (!known.answer?.open) return null;
  const { comments } = known.answer;
  return (
    <Section title={{ zh: '讨论', en: 'Comments' }}>
      {comments.length === 0 && (
        <p className="k-faint">
          {w({
            zh: '还没有意见。能看到这一页的人都能看到这里的话。',
            en: 'Nothing was said yet. Whoever sees this page sees what is said here.',
          })}
        </p>
      )}
      <ol className="k-talk">
        {comments.map((comment) => (
          <Said key={comment.id} comment={comment} kind={kind} id={id} onDone={known.again} />
        ))}
      </ol>
      <Write kind={kind} id={id} onDone={known.again} />
    </Section>
  );
}

function Said({ comment, kind, id, onDone }: TalkProps & { readonly comment: Comment; onDone(): void }) {
  const { w, language } = useWords();
  const [editing, setEditing] = useState<string>();
  const edit = useVerb('kernel.edit-comment');
  const strike = useVerb('kernel.strike-comment');
  const save = async () => {
    const outcome = await edit.run({ comment: comment.id, version: comment.version, text: editing ?? '' });
    if (!outcome.ok) return;
    setEditing(undefined);
    onDone();
  };
  const problem = edit.problem ?? strike.problem;
  return (
    <li>
      <p className="k-talk-head">
        <strong>{comment.name}</strong> <span className="k-faint">{instant(comment.at, language)}</span>
        {comment.editedAt && <span className="k-faint">{w({ zh: '已改写', en: 'reworded' })}</span>}
      </p>
      {comment.struck && (
        <p className="k-faint">
          <s>{w({ zh: '意见已划去', en: 'Struck' })}</s> {comment.struck.by} {instant(comment.struck.at, language)}
        </p>
      )}
      {comment.text !== null && editing === undefined && <p className="k-talk-text">{comment.text}</p>}
      {comment.files.length > 0 && (
        <PaperRow
          papers={comment.files.map(({ mediaType, storedAt, ...file }) => ({
            ...file,
            media_type: mediaType,
            stored_at: storedAt,
            person_id: comment.person,
          }))}
          search={`?talk=${encodeURIComponent(kind)}&of=${id}`}
        />
      )}
      {comment.files.some(({ scan }) => scan === 'unscanned') && (
        <p className="k-faint">
          {w({ zh: '附件尚未查毒，查毒后他人可以打开。', en: 'Not scanned yet; others may open it once it is.' })}
        </p>
      )}
      {comment.mentions.length > 0 && comment.text !== null && (
        <p className="k-faint">{comment.mentions.map(({ name }) => `@${name}`).join(' ')}</p>
      )}
      {comment.earlier.length > 0 && (
        <details>
          <summary className="k-faint">{w({ zh: '改写前', en: 'Before' })}</summary>
          {comment.earlier.map((each) => (
            <p key={each.at} className="k-talk-text k-faint">
              {instant(each.at, language)} {each.text}
            </p>
          ))}
        </details>
      )}
      {editing !== undefined && (
        <>
          <Input.TextArea
            aria-label={w({ zh: '改写意见', en: 'Reword' })}
            value={editing}
            maxLength={2_000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => setEditing(event.target.value)}
          />
          <p className="k-talk-acts">
            <Button type="primary" loading={edit.running} disabled={editing.trim() === ''} onClick={() => void save()}>
              {w({ zh: '保存', en: 'Save' })}
            </Button>
            <Button onClick={() => setEditing(undefined)}>{w({ zh: '取消', en: 'Cancel' })}</Button>
          </p>
        </>
      )}
      {problem && <RefusalNote problem={problem} />}
      {editing === undefined && comment.may.length > 0 && (
        <p className="k-talk-acts">
          {comment.may.includes('kernel.edit-comment') && (
            <Button size="small" type="text" onClick={() => setEditing(comment.text ?? '')}>
              {w({ zh: '改写', en: 'Reword' })}
            </Button>
          )}
          {comment.may.includes('kernel.strike-comment') && (
            <Button
              size="small"
              type="text"
              loading={strike.running}
              onClick={() => void strike.run({ comment: comment.id }).then((outcome) => outcome.ok && onDone())}
            >
              {w({ zh: '划去', en: 'Strike' })}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

function Write({ kind, id, onDone }: TalkProps & { onDone(): void }) {
  const { w } = useWords();
  const page = useId();
  const [text, setText] = useState('');
  const [meant, setMeant] = useState<readonly Picked[]>([]);
  const [files, setFiles] = useState<readonly Picked[]>([]);
  const write = useVerb('kernel.write-comment');
  const send = async () => {
    const outcome = await write.run({
      kind,
      id,
      text,
      mentions: meant.map((each) => each.id),
      files: files.map((each) => each.id),
    });
    if (!outcome.ok) return;
    const { notTold } = outcome.answer.result;
    if (notTold.length > 0)
      toast(
        w({
          zh: `${notTold.join('、')} 无权查看，未通知。`,
          en: `${notTold.join(', ')} may not see this and were not told.`,
        }),
        'note',
      );
    setText('');
    setMeant([]);
    setFiles([]);
    onDone();
  };
  return (
    <div className="k-talk-write">
      <Input.TextArea
        aria-label={w({ zh: '发表意见', en: 'Write a comment' })}
        placeholder={w({ zh: '发表意见…', en: 'Write a comment…' })}
        value={text}
        maxLength={2_000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => setText(event.target.value)}
      />
      <FilesField id={`${page}-files`} point="kernel.comment-file" value={files} onChange={setFiles} />
      <div className="k-talk-foot">
        <label htmlFor={`${page}-who`}>{w({ zh: '提醒谁看 @', en: 'Who should see it @' })}</label>
        <span className="k-talk-who">
          <PersonPicker
            id={`${page}-who`}
            value={undefined}
            labelColumns={['name', 'post', 'unit_name']}
            onChange={(person) =>
              person && !meant.some((each) => each.id === person.id) && setMeant([...meant, person])
            }
          />
        </span>
        {meant.map((person) => (
          <Button
            key={person.id}
            size="small"
            aria-label={w({ zh: `不提醒 ${person.label}`, en: `Do not tell ${person.label}` })}
            onClick={() => setMeant(meant.filter((each) => each.id !== person.id))}
          >
            @{person.label.split(' · ')[0]} ×
          </Button>
        ))}
        <Button type="primary" loading={write.running} disabled={text.trim() === ''} onClick={() => void send()}>
          {w({ zh: '发表', en: 'Send' })}
        </Button>
      </div>
      {write.problem && <RefusalNote problem={write.problem} />}
    </div>
  );
}
