/** Words of the full page in this language, one file an area: the popup loads none of them. */
import activity from './zh-CN/activity.json' with { type: 'json' };
import add from './zh-CN/add.json' with { type: 'json' };
import backups from './zh-CN/backups.json' with { type: 'json' };
import checkup from './zh-CN/checkup.json' with { type: 'json' };
import counter from './zh-CN/counter.json' with { type: 'json' };
import devices from './zh-CN/devices.json' with { type: 'json' };
import entry from './zh-CN/entry.json' with { type: 'json' };
import exports from './zh-CN/export.json' with { type: 'json' };
import filling from './zh-CN/filling.json' with { type: 'json' };
import flows from './zh-CN/flows.json' with { type: 'json' };
import history from './zh-CN/history.json' with { type: 'json' };
import imports from './zh-CN/import.json' with { type: 'json' };
import manager from './zh-CN/manager.json' with { type: 'json' };
import restore from './zh-CN/restore.json' with { type: 'json' };
import taught from './zh-CN/taught.json' with { type: 'json' };
import ways from './zh-CN/ways.json' with { type: 'json' };
import waysIn from './zh-CN/ways-in.json' with { type: 'json' };
import { words as guides } from './zh-cn-guides.ts';

export const words = {
  ...manager,
  ...add,
  ...guides,
  ...ways,
  ...waysIn,
  ...imports,
  ...entry,
  ...exports,
  ...filling,
  ...flows,
  ...backups,
  ...restore,
  ...checkup,
  ...devices,
  ...activity,
  ...history,
  ...taught,
  ...counter,
};
