import { Go, useWords } from '@opengoa/web-kit';
import { signKinds } from '../words.zh.ts';

/** The sources by which a thing was judged, in words; the link opens what each of them saw. */
export function JudgedBy({ card, sources }: { readonly card: string; readonly sources: string }) {
  const { w, language } = useWords();
  const kinds = sources.split(' ').filter((kind): kind is keyof typeof signKinds => kind in signKinds);
  if (kinds.length === 0) return '—';
  return (
    <Go to={`/assets/use-signs?f.card_id=${card}`}>
      {kinds.map((kind) => w(signKinds[kind])).join(language === 'zh' ? '、' : ', ')}
    </Go>
  );
}
