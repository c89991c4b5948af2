import { createInterface, type Interface } from 'node:readline';
import { CommandRefused } from './command.ts';

let lines: { readonly from: Interface; readonly next: AsyncIterator<string> } | undefined;

/**
 * Asks for a secret at the terminal without showing it. From a pipe it takes the next line, so that a script can hand it over without
 * putting it into arguments or the environment, where other processes read it.
 */
export async function askSecret(question: string): Promise<string> {
  process.stderr.write(question);
  const answer = process.stdin.isTTY ? await typed() : await nextLine();
  process.stderr.write('\n');
  return answer;
}

async function nextLine(): Promise<string> {
  if (!lines) {
    const from = createInterface({ input: process.stdin });
    lines = { from, next: from[Symbol.asyncIterator]() };
  }
  const { value, done } = await lines.next.next();
  if (done) throw new CommandRefused('没有给出口令。No secret was given.');
  return value as string;
}

function typed(): Promise<string> {
  const { stdin } = process;
  return new Promise((done, fail) => {
    let text = '';
    const end = (outcome: () => void) => {
      stdin.off('data', take).setRawMode(false).pause();
      outcome();
    };
    const take = (part: Buffer) => {
      for (const letter of part.toString()) {
        if (letter === '\r' || letter === '\n') return end(() => done(text));
        if (letter === '\u0003' || letter === '\u0004')
          return end(() => fail(new CommandRefused('已取消。Cancelled.')));
        text = letter === '\u007F' || letter === '\b' ? text.slice(0, -1) : text + letter;
      }
    };
    stdin.setRawMode(true).resume().on('data', take);
  });
}
