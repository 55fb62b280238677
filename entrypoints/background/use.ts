/** What counts as use of the vault and puts its lock off: what people do, not what an open page asks by itself. */
import type { Handlers } from '../../utils/platform/serve.ts';
import { type MessageName, protocol } from '../../utils/protocol.ts';

/** Asked as time passes and as things change, whether or not anybody is there. */
const BY_THEMSELVES: ReadonlySet<MessageName> = new Set([
  'vault.status',
  'codes.read',
  'bind.check',
  'import.review',
  'site.state',
]);

/** @param used is called after each question that a person caused; it is not waited for. */
export function countingUse(handlers: Handlers, used: () => void): Handlers {
  const counted = (Object.keys(handlers) as MessageName[]).map((name) => {
    const handle = handlers[name] as (request: unknown, context: unknown) => Promise<unknown>;
    if (protocol[name].from === 'page' || BY_THEMSELVES.has(name)) return [name, handle] as const;
    const andCount = async (request: unknown, context: unknown) => {
      const reply = await handle(request, context);
      used();
      return reply;
    };
    return [name, andCount] as const;
  });
  return Object.fromEntries(counted) as unknown as Handlers;
}
