/** All words of this language, one file an area. */
import backup from './en/backup.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import faults from './en/faults.json' with { type: 'json' };
import firstrun from './en/firstrun.json' with { type: 'json' };
import popup from './en/popup.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };

export const words = {
  ...common,
  ...popup,
  ...firstrun,
  ...backup,
  ...settings,
  ...faults,
};
