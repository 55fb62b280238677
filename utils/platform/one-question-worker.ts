/** A worker that is asked one thing and then thrown away, with all the memory it took. Faults travel with their code. */
import { Fault, type FaultCode, isFault } from '../fault.ts';

/** Heard while the worker works; ends nothing. */
interface News {
  readonly outcome: 'news';
  readonly value: unknown;
}

type Answer =
  | { readonly outcome: 'answer'; readonly value: unknown }
  | { readonly outcome: 'fault'; readonly code: FaultCode; readonly detail: string | undefined }
  | { readonly outcome: 'mistake'; readonly name: string };

/** @throws Fault: the worker's own. Anything else that goes wrong in it is an `Error` with no more than a name. */
export async function askOnce<A>(
  worker: Worker,
  question: unknown,
  transfer: Transferable[] = [],
  onNews?: (news: unknown) => void,
): Promise<A> {
  try {
    return await ask<A>(worker, question, transfer, onNews);
  } finally {
    worker.terminate();
  }
}

/** For a worker that is kept, such as the one that looks at a camera's pictures. One question at a time. */
export async function ask<A>(
  worker: Worker,
  question: unknown,
  transfer: Transferable[] = [],
  onNews?: (news: unknown) => void,
): Promise<A> {
  const answer = await new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer | News>) => {
      if (data.outcome === 'news') onNews?.(data.value);
      else resolve(data);
    };
    worker.onerror = () => reject(new Error('the worker did not start'));
    worker.onmessageerror = () => reject(new Error('the worker answered what cannot be read'));
    worker.postMessage(question, transfer);
  });
  if (answer.outcome === 'fault') throw new Fault(answer.code, answer.detail);
  if (answer.outcome === 'mistake') throw new Error(`in the worker: ${answer.name}`);
  return answer.value as A;
}

type Answerer<Q> = (question: Q, tell: (news: unknown) => void) => Promise<unknown>;

/** Call once, in the first turn of the worker. */
export function answerOnce<Q>(answer: Answerer<Q>): void {
  self.onmessage = async ({ data }: MessageEvent<Q>) => {
    self.postMessage(await answerTo(answer, data));
  };
}

async function answerTo<Q>(answer: Answerer<Q>, question: Q): Promise<Answer> {
  const tell = (value: unknown) => self.postMessage({ outcome: 'news', value } satisfies News);
  try {
    return { outcome: 'answer', value: await answer(question, tell) };
  } catch (error) {
    if (isFault(error)) return { outcome: 'fault', code: error.code, detail: error.detail };
    // The name only: a message may quote what was given.
    return { outcome: 'mistake', name: error instanceof Error ? error.name : typeof error };
  }
}
