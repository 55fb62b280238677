/** A worker is asked once and thrown away; what goes wrong in it arrives as what it was, and says nothing it should not. */
import { expect, test, vi } from 'vitest';
import { Fault } from '../../../utils/fault.ts';
import { answerOnce, askOnce } from '../../../utils/platform/one-question-worker.ts';

/** The two ends of a worker in one thread: what is posted is cloned, as the browser does. */
function workerThatRuns(answer: Parameters<typeof answerOnce<string>>[0]) {
  const worker = { onmessage: null, onerror: null, terminate: vi.fn(), postMessage } as unknown as Worker;
  const inside = {
    onmessage: null as ((event: { data: unknown }) => unknown) | null,
    postMessage: (data: unknown) => worker.onmessage?.({ data: structuredClone(data) } as MessageEvent),
  };
  function postMessage(data: unknown) {
    inside.onmessage?.({ data: structuredClone(data) });
  }
  vi.stubGlobal('self', inside);
  answerOnce<string>(answer);
  return worker;
}

test('the answer comes back and the worker is gone', async () => {
  const worker = workerThatRuns(async (question) => `${question}!`);
  expect(await askOnce(worker, 'hello')).toBe('hello!');
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test('what is told on the way is heard before the answer, and ends nothing', async () => {
  const heard: unknown[] = [];
  const worker = workerThatRuns(async (question, tell) => {
    tell('half');
    return `${question}!`;
  });
  expect(await askOnce(worker, 'hello', [], (news) => heard.push(news))).toBe('hello!');
  expect(heard).toEqual(['half']);
});

test('a fault is the same fault outside', async () => {
  const worker = workerThatRuns(() => Promise.reject(new Fault('backup/newer', '2')));
  await expect(askOnce(worker, '')).rejects.toEqual(new Fault('backup/newer', '2'));
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test('a mistake of ours tells its name, never its message', async () => {
  const worker = workerThatRuns((question) => Promise.reject(new TypeError(`cannot use ${question}`)));
  const error = await askOnce<Error>(worker, 'my passphrase').catch((reason: unknown) => reason as Error);
  expect(error.message).toBe('in the worker: TypeError');
  expect(String(error.stack)).not.toContain('my passphrase');
});

test('a worker that does not start is an error and not a wait without end', async () => {
  const worker = { terminate: vi.fn(), postMessage() {} } as unknown as Worker;
  const asked = askOnce(worker, '');
  worker.onerror?.({} as ErrorEvent);
  await expect(asked).rejects.toThrow('did not start');
  expect(worker.terminate).toHaveBeenCalledOnce();
});
