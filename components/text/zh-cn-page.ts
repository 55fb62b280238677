/** Words about the page behind the popup in this language: loaded once there is something to say of it. */
import page from './zh-CN/page.json' with { type: 'json' };

export const words = { ...page };
