import type { Problem } from '@opengoa/kernel/contract';

/**
 * An answer that is not a success, as the server worded it (RFC 9457). Codes the client itself gives:
 * `no-network` (nothing came back; the same request may be sent again) and `no-answer` (something came back that is not ours).
 */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem inside a caught value; a fault of the page itself is told calmly and without its details. */
export function problemOf(caught: unknown): Problem {
  if (caught instanceof ProblemError) return caught.problem;
  return {
    type: 'about:blank',
    title: 'Fault in the page',
    status: 500,
    code: 'page-fault',
    message: '页面出了差错，刚才的操作没有完成。请刷新后再试。',
    messageEn: 'The page ran into a fault and did not finish. Reload and try again.',
    requestId: '',
  };
}

export const noNetwork = (): Problem => ({
  type: 'about:blank',
  title: 'No network',
  status: 0,
  code: 'no-network',
  message: '网络不通，还没有得到答复。恢复后再点一次不会重复提交。',
  messageEn: 'No answer came back. Once the network is there, pressing again will not submit twice.',
  requestId: '',
});

export const noAnswer = (status: number, requestId: string): Problem => ({
  type: 'about:blank',
  title: 'Unexpected answer',
  status,
  code: 'no-answer',
  message: status === 503 ? '系统正在维护，请稍后再试。' : '服务器的答复无法读懂，请稍后再试。',
  messageEn:
    status === 503
      ? 'The system is being maintained; try again soon.'
      : 'The answer could not be read; try again soon.',
  requestId,
});

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'message' in value;
