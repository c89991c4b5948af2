import type { Words } from '@opengoa/kernel/contract';
import { uuid } from '@opengoa/web-kit/uuid';
import { asked, change, whoIsHere } from './ask.ts';
import { button, el } from './draw.ts';
import { drawLook, language, note, show, w } from './page.ts';
import { smallPhoto } from './photo.ts';
import { tracked } from './track.ts';
import { reportWords as words } from './words.ts';

/** The page behind a label: one question a screen, no account, nothing of the house loaded. */

interface Label {
  readonly thing: string | null;
  readonly kind: Words | null;
  readonly faults: readonly { readonly code: string; readonly words: Words }[];
  readonly photos: number;
  readonly opens: string | null;
  /** Whom to call when it cannot wait. */
  readonly desk: { readonly name: string; readonly phone: string; readonly hours: string } | null;
}

const draft = { what: '', words: '', photos: [] as Blob[], key: uuid() };

function askWhat(label: Label, token: string, signedIn: boolean): void {
  const again = () => askWhat(label, token, signedIn);
  const opens = label.opens;
  show(
    label.thing ?? w(words.title),
    opens !== null &&
      el(
        'section',
        { className: 'r-own' },
        el('p', {}, w(words.openAbout)),
        el('a', { className: 'r-button r-primary', href: opens }, w(words.open)),
      ),
    label.thing !== null && el('h2', {}, w(words.what)),
    el(
      'div',
      { className: 'r-choices' },
      ...label.faults.map(({ code, words: its }) =>
        button(
          w(its),
          () => {
            draft.what = code;
            askMore(label, token, signedIn, again);
          },
          'r-choice',
        ),
      ),
    ),
    label.desk !== null &&
      el(
        'p',
        { className: 'r-faint' },
        `${w(words.urgent)}${label.desk.name} `,
        el('a', { className: 'r-link', href: `tel:${label.desk.phone.replaceAll(/[^0-9+]/g, '')}` }, label.desk.phone),
        label.desk.hours === '' ? '' : ` ${label.desk.hours}`,
      ),
    el('a', { className: 'r-link', href: '/r' }, w(words.track)),
  );
}

function askMore(label: Label, token: string, signedIn: boolean, back: () => void): void {
  const text = el('textarea', { value: draft.words, maxLength: 500, rows: 5, id: 'more' });
  const next = () => {
    draft.words = text.value.trim();
    const here = () => askMore(label, token, signedIn, back);
    if (label.photos > 0) askPhoto(label, token, signedIn, here);
    else askSend(label, token, signedIn, here);
  };
  show(
    w(words.more),
    el('p', { className: 'r-faint' }, w(words.moreAbout)),
    el('label', { htmlFor: 'more', className: 'r-hidden' }, w(words.more)),
    text,
    el('div', { className: 'r-thumb' }, button(w(words.back), back), button(w(words.next), next, 'r-primary')),
  );
}

function askPhoto(label: Label, token: string, signedIn: boolean, back: () => void): void {
  const here = () => askPhoto(label, token, signedIn, back);
  const input = el('input', { type: 'file', accept: 'image/jpeg,image/png', id: 'photo', className: 'r-hidden' });
  input.onchange = async () => {
    const [file] = input.files ?? [];
    if (file) draft.photos.push(await smallPhoto(file));
    here();
  };
  const full = draft.photos.length >= label.photos;
  show(
    w(words.photo),
    el('p', { className: 'r-faint' }, w(words.photoAbout)),
    el(
      'div',
      { className: 'r-photos' },
      ...draft.photos.map((photo, n) =>
        el(
          'figure',
          {},
          el('img', { src: URL.createObjectURL(photo), alt: `${w(words.photos)} ${n + 1}` }),
          button(w(words.dropPhoto).replace('{n}', String(n + 1)), () => {
            draft.photos.splice(n, 1);
            here();
          }),
        ),
      ),
    ),
    !full && el('label', { htmlFor: 'photo', className: 'r-button' }, w(words.takePhoto)),
    !full && input,
    el(
      'div',
      { className: 'r-thumb' },
      button(w(words.back), back),
      button(
        w(draft.photos.length > 0 ? words.next : words.skip),
        () => askSend(label, token, signedIn, here),
        'r-primary',
      ),
    ),
  );
}

function askSend(label: Label, token: string, signedIn: boolean, back: () => void, problem?: unknown): void {
  const what = label.faults.find(({ code }) => code === draft.what);
  const send = button(w(words.send), () => void sendIt(), 'r-primary');
  const sendIt = async () => {
    send.disabled = true;
    send.textContent = w(words.sending);
    try {
      const { what: code, words: said, key } = draft;
      const told = await change<{ number: string; tracking: string }>(
        `/api/faults/labels/${token}`,
        { what: code, words: said },
        key,
      );
      let lost = 0;
      for (const photo of draft.photos)
        await asked('/api/faults/photos', {
          body: photo,
          headers: { 'content-type': photo.type || 'image/jpeg', 'x-tracking': told.tracking },
        }).catch(() => {
          lost += 1;
        });
      showSent(told, lost);
    } catch (caught) {
      askSend(label, token, signedIn, back, caught);
    }
  };
  show(
    w(words.check),
    el(
      'dl',
      {},
      el('dt', {}, w(words.thing)),
      el('dd', {}, label.thing ?? ''),
      el('dt', {}, w(words.said)),
      el('dd', {}, [what && w(what.words), draft.words].filter(Boolean).join(language === 'zh' ? '，' : '; ')),
      el('dt', {}, w(words.photos)),
      el('dd', {}, String(draft.photos.length)),
    ),
    el('h2', {}, w(words.reveals)),
    el('p', { className: 'r-faint' }, w(signedIn ? words.revealsSigned : words.revealsAbout)),
    problem !== undefined && note(problem),
    el('div', { className: 'r-thumb' }, button(w(words.back), back), send),
  );
}

function showSent({ number, tracking }: { number: string; tracking: string }, lost: number): void {
  const copy = button(w(words.copy), () => {
    void navigator.clipboard?.writeText(tracking).then(() => {
      copy.textContent = w(words.copied);
    });
  });
  show(
    w(words.sent),
    el('p', {}, w(words.sentAbout)),
    lost > 0 && el('p', { className: 'r-note' }, w(words.photoLost).replace('{n}', String(lost))),
    el(
      'dl',
      {},
      el('dt', {}, w(words.tracking)),
      el('dd', { className: 'r-code' }, tracking),
      el('dt', {}, w(words.number)),
      el('dd', {}, number),
    ),
    el(
      'div',
      { className: 'r-thumb' },
      copy,
      button(w(words.seeState), () => void tracked(tracking), 'r-primary'),
    ),
  );
}

async function begin(): Promise<void> {
  drawLook();
  const token = /^\/r\/([A-Za-z0-9_-]{22})$/.exec(location.pathname)?.[1];
  // After the #, so that the number is in no log.
  if (location.pathname === '/r') {
    await tracked(decodeURIComponent(location.hash.slice(1)));
    return;
  }
  try {
    const signedIn = await whoIsHere();
    const label = await asked<Label>(`/api/faults/labels/${token ?? 'none'}`);
    askWhat(label, token ?? '', signedIn);
  } catch (caught) {
    show(
      w(words.closed),
      note(caught),
      el(
        'div',
        { className: 'r-thumb' },
        button(w(words.again), () => location.reload()),
      ),
      el('a', { className: 'r-link', href: '/r' }, w(words.track)),
    );
  }
}

void begin();
