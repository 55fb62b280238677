/** What the pages of a browser cost, by the kernel's books (Linux): work and memory, which a busy machine does not change. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Extension } from './extension.ts';

export interface RendererCost {
  /** Work of all threads since. */
  cpuMs(): number;
  /** Work of the threads that pages run on: while they work, no page answers. */
  pageMs(): number;
  /** The most that was taken more than at the start. */
  peakGrowthMib(): number;
}

/** Ticks of the kernel's clock a second, the same on every Linux that browsers run on. */
const TICKS = 100;

/** Counts from here on. */
export async function renderersOf(extension: Extension): Promise<RendererCost> {
  const browser = extension.context.browser();
  if (browser === null) throw new Error('This context has no browser of its own.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  // Forgets the peak so far: proc(5), clear_refs.
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const sum = (of: (pid: number) => number) => pids.reduce((all, pid) => all + of(pid), 0);
  const at = {
    cpu: sum((pid) => workMs(`/proc/${pid}/stat`)),
    page: sum((pid) => workMs(`/proc/${pid}/task/${pid}/stat`)),
    mib: sum((pid) => mibOf(pid, 'VmRSS')),
  };
  return {
    cpuMs: () => sum((pid) => workMs(`/proc/${pid}/stat`)) - at.cpu,
    pageMs: () => sum((pid) => workMs(`/proc/${pid}/task/${pid}/stat`)) - at.page,
    peakGrowthMib: () => sum((pid) => mibOf(pid, 'VmHWM')) - at.mib,
  };
}

/** Fields 14 and 15 of proc(5), counted from behind the name, which may hold spaces. */
function workMs(path: string): number {
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

function mibOf(pid: number, name: string): number {
  const [, kib = '0'] =
    new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}
