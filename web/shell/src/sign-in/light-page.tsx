import { changeLook, Icon, speak, useLook, useWords } from '@opengoa/web-kit/light';
import { useEffect, type ReactNode } from 'react';
import markUrl from '../mark.svg';
import { signInWords as words } from '../words.ts';
import './sign-in.css';

interface LightPageProps {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

/** The frame of the pages before the house: one card, and how it looks. */
export function LightPage({ title, about, children, foot }: LightPageProps) {
  const { w, language } = useWords();
  const look = useLook();
  useEffect(() => {
    document.title = `${title} · OpenGOA`;
  }, [title]);
  return (
    <div className="s-ground">
      <header className="s-top">
        <img src={markUrl} alt="" width={28} height={28} />
        <span className="s-product">
          <strong>OpenGOA</strong> <span>{w(words.product)}</span>
        </span>
        <span className="s-look">
          <button
            type="button"
            className="k-tool"
            aria-pressed={look.large}
            onClick={() => changeLook({ large: !look.large })}
          >
            <Icon name="text-size" /> {w(words.large)}
          </button>
          <button
            type="button"
            className="k-tool"
            aria-pressed={look.dark}
            onClick={() => changeLook({ dark: !look.dark })}
          >
            <Icon name={look.dark ? 'sun' : 'moon'} /> {w(words.dark)}
          </button>
          <button
            type="button"
            className="k-tool"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}
          >
            {language === 'zh' ? 'English' : '中文'}
          </button>
        </span>
      </header>
      <main className="s-card">
        <h1>{title}</h1>
        {about && <p className="k-faint">{about}</p>}
        {children}
        {foot && <div className="s-foot">{foot}</div>}
      </main>
      <p className="k-faint s-secrecy">{w(words.secrecy)}</p>
    </div>
  );
}
