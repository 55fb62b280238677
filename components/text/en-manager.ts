/** Words of the full page in this language, one file an area: the popup loads none of them. */
import activity from './en/activity.json' with { type: 'json' };
import add from './en/add.json' with { type: 'json' };
import backups from './en/backups.json' with { type: 'json' };
import checkup from './en/checkup.json' with { type: 'json' };
import counter from './en/counter.json' with { type: 'json' };
import devices from './en/devices.json' with { type: 'json' };
import entry from './en/entry.json' with { type: 'json' };
import exports from './en/export.json' with { type: 'json' };
import filling from './en/filling.json' with { type: 'json' };
import flows from './en/flows.json' with { type: 'json' };
import history from './en/history.json' with { type: 'json' };
import imports from './en/import.json' with { type: 'json' };
import manager from './en/manager.json' with { type: 'json' };
import restore from './en/restore.json' with { type: 'json' };
import taught from './en/taught.json' with { type: 'json' };
import ways from './en/ways.json' with { type: 'json' };
import waysIn from './en/ways-in.json' with { type: 'json' };
import { words as guides } from './en-guides.ts';

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
