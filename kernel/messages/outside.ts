/** What leaves the house is one call to a registered address, or one mail to a registered server. The host gives both; until then nothing leaves. */
export interface OutsideLimits {
  /** From looking the name up to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly bodyMost: number;
  readonly answerMost: number;
}

export interface OutsideCall {
  readonly method: 'GET' | 'POST';
  /** May carry a secret in its query: it is never logged, and no error repeats it. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Networks of the inner net that the register allows this channel. */
  readonly inside: readonly string[];
}

export interface OutsideAnswer {
  readonly status: number;
  readonly body: string;
}

export interface OutsideMail {
  /** `smtp://host:port` (TLS by STARTTLS, unless it lies in a registered inner network) or `smtps://host:port`. */
  readonly server: string;
  readonly user: string | undefined;
  readonly password: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Stable over tries: a server that has it already may leave the second out. */
  readonly messageId: string;
  readonly inside: readonly string[];
}

export interface Outside {
  /** @throws NotSent */
  call(call: OutsideCall, limits: OutsideLimits): Promise<OutsideAnswer>;
  /** @throws NotSent */
  mail(mail: OutsideMail, limits: OutsideLimits): Promise<void>;
}

export type NotSentReason =
  | 'address-refused'
  | 'redirect-refused'
  | 'timed-out'
  | 'unreachable'
  | 'answer-too-large'
  | 'body-too-large'
  | 'refused-there'
  | 'secret-unreadable'
  | 'receiver-unknown';

/** Why something did not leave, in a word that holds no secret. */
export class NotSent extends Error {
  readonly reason: NotSentReason;
  /** Trying again would be no better. */
  readonly forGood: boolean;
  constructor(reason: NotSentReason, { forGood = false, detail = '' }: { forGood?: boolean; detail?: string } = {}) {
    super(detail === '' ? reason : `${reason} ${detail}`);
    this.reason = reason;
    this.forGood = forGood;
  }
}

const refused = async () => {
  throw new NotSent('address-refused', { detail: 'nothing leaves this process' });
};

/** Until the host says otherwise nothing leaves. */
export const nothingLeaves: Outside = { call: refused, mail: refused };
