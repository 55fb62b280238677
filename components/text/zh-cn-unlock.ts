/** Words of the rarer ways to unlock in this language. */
import unlock from './zh-CN/unlock.json' with { type: 'json' };

export const words = { ...unlock };
