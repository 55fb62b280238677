/** Whether to be reminded, and when not. The browser is asked for its permission when it is first wanted. */
import { requestNotifications } from '../../../utils/platform/notifications.ts';
import { run } from '../../state/run.ts';
import { choose, settings } from '../../state/settings.ts';
import { t } from '../../text/i18n.ts';
import { Switch } from '../../ui/switch.tsx';
import { OneOfMany } from '../flow/fields.tsx';
import { Block } from '../page.tsx';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  id: String(hour * 60),
  text: `${String(hour).padStart(2, '0')}:00`,
}));

export function RemindersPart() {
  const { reminders, quietFromMinute, quietToMinute } = settings.value;
  const turn = async (on: boolean) => {
    await choose({ reminders: on && (await requestNotifications()) });
  };
  return (
    <Block title={t('checkup.ui.reminders')}>
      <div class="way-panel">
        <Switch
          label={t('checkup.ui.remind')}
          hint={t('checkup.ui.remindText')}
          on={reminders}
          onChange={(on) => void run(() => turn(on))}
        />
        {reminders && (
          <div class="timeline-filter">
            <OneOfMany
              label={t('checkup.ui.quietFrom')}
              options={HOURS}
              value={setting(quietFromMinute, (minute) => ({ quietFromMinute: minute }))}
            />
            <OneOfMany
              label={t('checkup.ui.quietTo')}
              options={HOURS}
              value={setting(quietToMinute, (minute) => ({ quietToMinute: minute }))}
            />
          </div>
        )}
      </div>
    </Block>
  );
}

function setting(now: number, change: (minute: number) => Parameters<typeof choose>[0]) {
  return {
    get value() {
      return String(now);
    },
    set value(minute: string) {
      void run(() => choose(change(Number(minute))));
    },
  };
}
