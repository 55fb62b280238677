/** WebDriver BiDi over a WebSocket, as far as we need it: commands go out, answers come back. https://w3c.github.io/webdriver-bidi/ */

export interface Bidi {
  /** @throws Error with the browser's own words when the command is refused, or when no answer comes in 30 seconds. */
  send<R = unknown>(method: string, parameters?: object): Promise<R>;
  /** Calls back for every event of this name; the browser has to be subscribed to it. */
  on(event: string, listener: (parameters: never) => void): void;
  close(): void;
}

interface Answer {
  readonly id?: number | null;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: unknown;
}

const ANSWER_LIMIT_MS = 30_000;

export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Map<string, ((parameters: never) => void)[]>();
  let lastId = 0;

  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.type === 'event') {
      for (const listener of listeners.get(answer.method ?? '') ?? []) listener(answer.params as never);
      return;
    }
    if (typeof answer.id === 'number') waiting.get(answer.id)?.(answer);
  });
  socket.addEventListener('close', () => {
    for (const settle of waiting.values()) settle({ type: 'error', error: 'the browser is gone' });
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`Nobody listens at ${address}.`)), {
      once: true,
    });
  });

  return {
    send<R>(method: string, parameters: object = {}): Promise<R> {
      lastId += 1;
      const id = lastId;
      return new Promise<R>((resolve, reject) => {
        const settle = (answer: Answer) => {
          clearTimeout(limit);
          waiting.delete(id);
          if (answer.type === 'success') resolve(answer.result as R);
          else reject(new Error(`${method}: ${answer.error ?? ''} ${answer.message ?? ''}`));
        };
        const limit = setTimeout(
          () => settle({ type: 'error', error: 'no answer in 30 seconds' }),
          ANSWER_LIMIT_MS,
        );
        waiting.set(id, settle);
        socket.send(JSON.stringify({ id, method, params: parameters }));
      });
    },
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    close: () => socket.close(),
  };
}
