import { words } from '@opengoa/kernel/words';
import {
  FilesField,
  Page,
  RefusalNote,
  Section,
  Shown,
  useRead,
  useVerb,
  useWay,
  useWords,
  type Answer,
  type Picked,
} from '@opengoa/web-kit';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import './analysis.css';

type Method = Answer<'risk-centre.analysis-methods'>['methods'][number];
type FileShape = Method['files'][number];

/** The input may be cut into several files; of each further kind there is one. */
const mostInputs = 12;

/** 分析文件: which method, and its files; what they hold is looked at next. */
export default function OpenFiles() {
  const known = useRead('risk-centre.analysis-methods', {});
  return (
    <Page
      wide={false}
      title={words('分析文件', 'Analyse files')}
      about={words(
        '上传外来的表格，用风控方法分析。文件只用于这次分析，清除后不留。',
        'Brings tables from outside and runs a method over them. The files serve this analysis alone.',
      )}
    >
      <Shown known={known} lines={10}>
        {({ methods }) => <ChooseAndBring methods={methods} />}
      </Shown>
    </Page>
  );
}

function ChooseAndBring({ methods }: { readonly methods: readonly Method[] }) {
  const { w } = useWords();
  const way = useWay();
  const open = useVerb('risk-centre.open-analysis');
  const [name, setName] = useState(methods.length === 1 ? methods[0]!.name : undefined);
  const [brought, setBrought] = useState<Readonly<Record<string, readonly Picked[]>>>({});
  const method = methods.find((each) => each.name === name);
  const files = method?.files.flatMap(({ role }) => (brought[role] ?? []).map(({ id }) => ({ file: id, role }))) ?? [];
  const begin = async () => {
    const outcome = await open.run({ method: name!, files });
    if (outcome.ok) way.go(`/risk/analyses/${outcome.answer.result.analysis}`);
  };
  return (
    <>
      <Section title={words('方法', 'Method')}>
        <Radio.Group
          className="rc-methods"
          aria-label={w(words('方法', 'Method'))}
          value={name ?? null}
          onChange={({ target }) => setName(String(target.value))}
        >
          {methods.map((each) => (
            <Radio key={each.name} value={each.name}>
              {w(each.about)} <span className="k-faint">{each.name}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Section>
      {method?.files.map((shape) => (
        <Section
          key={`${method.name} ${shape.role}`}
          title={
            shape.role === 'input'
              ? shape.title
              : words(`${shape.title.zh}（可不传）`, `${shape.title.en} (may be left out)`)
          }
        >
          <Takes shape={shape} />
          <FilesField
            id={`files-${shape.role}`}
            point="risk-centre.analysis-file"
            accept=".csv,.gz,.xlsx,.txt"
            most={shape.role === 'input' ? mostInputs : 1}
            value={brought[shape.role] ?? []}
            onChange={(value) => setBrought((before) => ({ ...before, [shape.role]: value }))}
          />
        </Section>
      ))}
      {method && (
        <div className="rc-analysis-acts">
          <RefusalNote problem={open.problem} />
          <Button
            type="primary"
            loading={open.running}
            disabled={(brought['input'] ?? []).length === 0}
            onClick={() => void begin()}
          >
            {w(words('读取文件', 'Look at the files'))}
          </Button>
        </div>
      )}
    </>
  );
}

/** Columns that a file needs, and those it may have. */
function Takes({ shape }: { readonly shape: FileShape }) {
  const { w } = useWords();
  const names = (required: boolean) =>
    shape.columns
      .filter((each) => each.required === required)
      .map(({ title }) => w(title))
      .join(w(words('、', ', ')));
  const [needed, more] = [names(true), names(false)];
  return (
    <p className="k-faint">
      {w(words(`需要：${needed}`, `Needs: ${needed}`))}
      {more !== '' && w(words(`；可有：${more}`, `; may have: ${more}`))}
      {w(words('。列名不同也可以，下一步核对。', '. Other names of columns will do; they are checked next.'))}
    </p>
  );
}
