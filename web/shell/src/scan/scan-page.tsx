import {
  EmptyState,
  get,
  Go,
  Icon,
  Page,
  problemOf,
  RefusalNote,
  useWay,
  useWords,
  type Answer,
} from '@opengoa/web-kit';
import type { Problem } from '@opengoa/kernel/contract';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { said } from './beep.ts';
import { openReader, type Reader } from './reader.ts';
import './scan.css';

type Hit = Answer<'kernel.scan'>['things'][number];

const words = {
  title: { zh: '扫一扫', en: 'Scan' },
  about: {
    zh: '扫本系统的标签、车牌号或表号的二维码；也可以用扫码枪，或直接输入。',
    en: 'Our label, or any code of a plate or a meter’s number; by camera, by a hand scanner, or typed.',
  },
  camera: { zh: '打开摄像头', en: 'Open the camera' },
  stop: { zh: '关闭摄像头', en: 'Close the camera' },
  noCamera: {
    zh: '摄像头打不开。请在浏览器里允许使用摄像头，或用扫码枪、手工输入。',
    en: 'The camera cannot be opened: allow it in the browser, or use a hand scanner, or type.',
  },
  type: { zh: '扫码枪或手工输入', en: 'Hand scanner or typed' },
  look: { zh: '查找', en: 'Look up' },
  none: { zh: '没有找到“{code}”', en: 'Nothing found for “{code}”' },
  noneTodo: {
    zh: '可能还没有登记，或不在您的范围内。',
    en: 'It may not be registered, or is not yours to see.',
  },
} as const;

/** 扫一扫: whatever is registered, by whatever identifies it. One hit opens at once. */
export default function ScanPage() {
  const { w } = useWords();
  const way = useWay();
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState('');
  const [hits, setHits] = useState<readonly Hit[]>();
  const [problem, setProblem] = useState<Problem>();
  const [reader, setReader] = useState<Reader>();
  const [noCamera, setNoCamera] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const last = useRef('');

  useEffect(() => () => reader?.close(), [reader]);

  const look = async (text: string) => {
    const plain = text.trim();
    if (plain === '' || plain === last.current) return;
    last.current = plain;
    setAsked(plain);
    setProblem(undefined);
    try {
      const { things } = await get('kernel.scan', { code: plain.slice(0, 300) });
      said(things.length > 0);
      setHits(things);
      if (things.length === 1) way.go(things[0]!.opens);
    } catch (caught) {
      said(false);
      setProblem(problemOf(caught));
    }
  };
  const start = async () => {
    setNoCamera(false);
    try {
      if (video.current) setReader(await openReader(video.current, (text) => void look(text)));
    } catch {
      setNoCamera(true);
    }
  };

  return (
    <Page title={words.title} about={words.about}>
      <div className="s-scan">
        <div className="s-camera" hidden={reader === undefined}>
          <video ref={video} muted playsInline aria-label={w(words.title)} />
          <span className="s-frame" aria-hidden="true" />
        </div>
        <Button
          size="large"
          onClick={() => {
            if (!reader) void start();
            else {
              reader.close();
              setReader(undefined);
            }
          }}
        >
          <Icon name="scan" /> {w(reader ? words.stop : words.camera)}
        </Button>
        {noCamera && (
          <p className="k-note" role="alert">
            {w(words.noCamera)}
          </p>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            last.current = '';
            void look(code);
            // A hand scanner types the next one over this one.
            setCode('');
          }}
        >
          <label htmlFor="scan-code">{w(words.type)}</label>
          <span className="s-line">
            <Input
              id="scan-code"
              size="large"
              value={code}
              autoComplete="off"
              autoFocus
              maxLength={300}
              onChange={(event) => setCode(event.target.value)}
            />
            <Button size="large" type="primary" htmlType="submit">
              {w(words.look)}
            </Button>
          </span>
        </form>
        <RefusalNote problem={problem} onClose={() => setProblem(undefined)} />
        <div aria-live="polite">
          {hits?.length === 0 && (
            <EmptyState
              icon="search"
              title={w(words.none).replace('{code}', asked.slice(0, 60))}
              todo={words.noneTodo}
            />
          )}
          {hits && hits.length > 0 && (
            <ul className="s-hits">
              {hits.map((hit) => (
                <li key={hit.id}>
                  <Go className="k-button" to={hit.opens}>
                    {w(hit.title)} {hit.code} · {hit.name}
                  </Go>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Page>
  );
}
