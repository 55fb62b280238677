/** All words of this language, one file an area. */
import backup from './zh-CN/backup.json' with { type: 'json' };
import common from './zh-CN/common.json' with { type: 'json' };
import faults from './zh-CN/faults.json' with { type: 'json' };
import firstrun from './zh-CN/firstrun.json' with { type: 'json' };
import popup from './zh-CN/popup.json' with { type: 'json' };
import settings from './zh-CN/settings.json' with { type: 'json' };

export const words = {
  ...common,
  ...popup,
  ...firstrun,
  ...backup,
  ...settings,
  ...faults,
};
