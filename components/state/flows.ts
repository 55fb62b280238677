/** Walk-throughs: begin one and go to its page. */
import { send } from '../../utils/platform/send.ts';
import type { RequestOf } from '../../utils/protocol.ts';
import { goTo } from './route.ts';
import { run } from './run.ts';

export async function startFlow(begin: RequestOf<'flow.start'>): Promise<void> {
  const started = await run(() => send('flow.start', begin));
  if (started !== undefined) goTo('flows', started.id);
}
