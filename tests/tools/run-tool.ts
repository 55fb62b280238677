/** Runs a tool as a child with a time limit, and leaves nothing of it running: neither after the limit nor after Ctrl-C. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface ToolRun {
  /** Exit code; null when it was killed or could not be started. */
  readonly code: number | null;
  /** What it wrote to stdout and stderr, in order. */
  readonly output: string;
  readonly timedOut: boolean;
  readonly tookMs: number;
}

export interface ToolOptions {
  readonly limitMs: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Show the output as it comes. It is collected in any case. */
  readonly show?: boolean;
}

/** Between the polite signal and the other one. */
const GRACE_MS = 2000;
const running = new Set<ChildProcess>();
let isEnding = false;

export function runTool(command: string, args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  // Whoever waits for a tool that was just ended must not start the next one: nobody would end that.
  if (isEnding) return new Promise(() => {});
  const startedMs = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a process group of its own, so that all of it can be killed
      env: { ...process.env, ...options.env },
    });
    running.add(child);
    let output = '';
    let killing: Promise<void> | null = null;
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (options.show === true) process.stdout.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const limit = setTimeout(() => {
      killing = killTree(child);
    }, options.limitMs);
    let done = false;
    const finish = (code: number | null) => {
      if (done) return;
      done = true;
      clearTimeout(limit);
      running.delete(child);
      const timedOut = killing !== null;
      resolve({ code: timedOut ? null : code, output, timedOut, tookMs: Date.now() - startedMs });
    };
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`;
      finish(null);
    });
    // Not `close`: a grandchild that keeps the pipe open must not keep us waiting.
    child.on('exit', async (code) => {
      await killing;
      setTimeout(finish, 50, code);
    });
  });
}

/** Everything below this process, found before the first kill: browsers put themselves into groups of their own. */
export function descendantsOf(pid: number): number[] {
  const childrenOf = new Map<number, number[]>();
  let names: string[] = [];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return []; // no /proc (macOS): the process group has to do
  }
  for (const name of names) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended while we looked.
    }
  }
  const found: number[] = [];
  const queue = [pid];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const child of childrenOf.get(next) ?? []) {
      found.push(child);
      queue.push(child);
    }
  }
  return found;
}

export async function killTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const pids = [child.pid, ...descendantsOf(child.pid)];
  for (const pid of [-child.pid, ...pids]) signal(pid, 'SIGTERM');
  for (let waited = 0; waited < GRACE_MS && pids.some((pid) => signal(pid, 0)); waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const pid of [-child.pid, ...pids]) signal(pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false; // gone already
  }
}

/** Ctrl-C and TERM end what runs, then `last`, then us. */
export function cleanUpOnSignal(last: () => void | Promise<void> = () => {}): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, async () => {
      isEnding = true;
      await Promise.all([...running].map(killTree));
      await last();
      process.exit(130);
    });
  }
}
