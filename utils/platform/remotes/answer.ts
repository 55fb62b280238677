/** What a server's answer to a backup means, in faults. Its text is never shown: it may hold anything. */
import { Fault } from '../../fault.ts';

/** @throws Fault `backup/destination-unreachable`. Redirects are refused: credentials go to the host that was granted. */
export async function asked(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch {
    throw new Fault('backup/destination-unreachable');
  }
}

/** @throws Fault for anything but success. */
export function good(answer: Response): Response {
  if (answer.ok) return answer;
  const { status } = answer;
  if (status === 401 || status === 403) throw new Fault('backup/destination-refused', String(status));
  if (status === 507 || status === 413) throw new Fault('backup/destination-full', String(status));
  throw new Fault('backup/destination-failed', String(status));
}
