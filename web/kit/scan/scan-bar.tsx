import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../frame/icon.tsx';
import { useWords } from '../words/i18n.ts';
import { openReader, type Reader } from './reader.ts';
import './scan-bar.css';

export type ScannedBy = 'camera' | 'scanner' | 'typed';

const words = {
  camera: { zh: '打开摄像头', en: 'Open the camera' },
  stop: { zh: '关闭摄像头', en: 'Close the camera' },
  noCamera: {
    zh: '摄像头打不开。请在浏览器里允许使用摄像头，或用扫码枪、手工输入。',
    en: 'The camera cannot be opened: allow it in the browser, or use a hand scanner, or type.',
  },
  type: { zh: '扫码枪或手工输入', en: 'Hand scanner or typed' },
} as const;

/** The camera shows the same label many times a second: one look counts until it is gone so long. */
const AGAIN_MS = 2_500;
/** Nobody types as fast as a hand scanner: ms for a sign. */
const SCANNER_MS = 35;

/** Reads codes one after the other: by camera, by a hand scanner that types like a keyboard, or by hand. The field stays ready for the next one. */
export function ScanBar({
  id,
  act,
  onCode,
}: {
  readonly id: string;
  /** Words on the button beside the field. */
  readonly act: { readonly zh: string; readonly en: string };
  readonly onCode: (code: string, by: ScannedBy) => void;
}) {
  const { w } = useWords();
  const [code, setCode] = useState('');
  const [reader, setReader] = useState<Reader>();
  const [noCamera, setNoCamera] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const field = useRef<InputRef>(null);
  const began = useRef(0);
  const last = useRef({ code: '', at: 0 });
  const tell = useRef(onCode);
  useEffect(() => {
    tell.current = onCode;
  });
  useEffect(() => () => reader?.close(), [reader]);

  const seen = (text: string) => {
    const now = Date.now();
    const again = last.current.code === text && now - last.current.at < AGAIN_MS;
    last.current = { code: text, at: now };
    if (!again) tell.current(text.trim(), 'camera');
  };
  const start = async () => {
    setNoCamera(false);
    try {
      if (video.current) setReader(await openReader(video.current, seen));
    } catch {
      setNoCamera(true);
    }
  };
  const submit = () => {
    const plain = code.trim();
    // The next one is typed over this one.
    setCode('');
    field.current?.focus();
    if (plain !== '') onCode(plain, Date.now() - began.current < SCANNER_MS * plain.length ? 'scanner' : 'typed');
  };
  return (
    <div className="k-scan">
      <div className="k-scan-camera" hidden={reader === undefined}>
        <video ref={video} muted playsInline aria-label={w(words.camera)} />
        <span className="k-scan-frame" aria-hidden="true" />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label htmlFor={id}>{w(words.type)}</label>
        <span className="k-scan-line">
          <Input
            ref={field}
            id={id}
            size="large"
            value={code}
            autoComplete="off"
            autoFocus
            maxLength={300}
            onChange={(event) => {
              if (code === '') began.current = Date.now();
              setCode(event.target.value);
            }}
          />
          <Button size="large" type="primary" htmlType="submit">
            {w(act)}
          </Button>
          <Button
            size="large"
            aria-label={w(reader ? words.stop : words.camera)}
            onClick={() => {
              if (!reader) void start();
              else {
                reader.close();
                setReader(undefined);
              }
            }}
          >
            <Icon name="scan" />
          </Button>
        </span>
      </form>
      {noCamera && (
        <p className="k-note" role="alert">
          {w(words.noCamera)}
        </p>
      )}
    </div>
  );
}
