/** Words of adding accounts in this language: loaded with its first screen. */
import bind from './zh-CN/bind.json' with { type: 'json' };

export const words = { ...bind };
