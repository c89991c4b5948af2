import type { Id } from '../../id.ts';
import type { Words } from '../../words.ts';
import type { NoticeKind } from '../contract.ts';

/** What one delivery says. */
export interface Said {
  readonly id: Id;
  readonly kind: NoticeKind;
  readonly title: Words;
  readonly summary: string;
  readonly opens: string | null;
  readonly object: Id | null;
  readonly unit: Id | null;
  readonly raisedAt: Date;
}

const kindWords: Readonly<Record<NoticeKind, string>> = {
  task: '待办',
  case: '进展',
  reminder: '提醒',
  mention: '提到您',
  test: '试发',
  code: '验证',
};

/** One line, whatever somebody typed into a title: no line of a mail's head, no layout of a chat, can be made by it. */
export const oneLine = (text: string, most = 200): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, most);

const link = (site: string | undefined, opens: string | null): string =>
  site === undefined || opens === null || !opens.startsWith('/') ? '' : `${site.replace(/\/$/, '')}${opens}`;

/** Subject and plain text for a person; several are one digest. */
export function textFor(said: readonly Said[], site: string | undefined): { subject: string; text: string } {
  const [first] = said;
  if (said.length === 1 && first) {
    const subject = `[${kindWords[first.kind]}] ${oneLine(first.title.zh)}`;
    return {
      subject,
      text: [subject, oneLine(first.summary, 500), link(site, first.opens)].filter(Boolean).join('\n'),
    };
  }
  const subject = `[摘要] ${said.length} 条通知`;
  const lines = said.map((each, at) =>
    [
      `${at + 1}. [${kindWords[each.kind]}] ${oneLine(each.title.zh)}`,
      oneLine(each.summary, 200),
      link(site, each.opens),
    ]
      .filter(Boolean)
      .join('  '),
  );
  return { subject, text: [subject, ...lines].join('\n') };
}

/** For a room of people: what it is and where, and not whose. */
export const textForGroup = (said: Said, site: string | undefined): string =>
  [`[${kindWords[said.kind]}] ${oneLine(said.title.zh)}`, link(site, said.opens)].filter(Boolean).join('\n');

/** For another system: ids and kinds; it asks for the rest by its own right. The bytes that are signed are these. */
export const webhookBody = (said: Said): string =>
  JSON.stringify({
    id: said.id,
    type: `notice.${said.kind}`,
    timestamp: said.raisedAt.toISOString(),
    data: {
      title: said.title,
      unit: said.unit,
      object: said.object,
      opens: said.opens,
    },
  });
