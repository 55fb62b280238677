/** 2FAuth's JSON export. Source: app/Services/Migrators/TwoFAuthMigrator.php in Bubka/2FAuth. */
import { entryOfForeign, readEach } from './entries.ts';
import type { Importer } from './importer.ts';
import { fieldOf, fieldsOf, listOf, wordsOf } from './shape.ts';

const KIND_BY_TYPE: Readonly<Record<string, string>> = { steamtotp: 'steam' };

export const twofauth: Importer = {
  id: '2fauth',
  name: '2FAuth',
  recognises: ({ json }) =>
    wordsOf(fieldOf(json, 'app')).toLowerCase().startsWith('2fauth') && Array.isArray(fieldOf(json, 'data')),
  read: ({ json }) =>
    readEach(
      listOf(fieldOf(json, 'data')),
      'data',
      (value) => {
        const item = fieldsOf(value);
        const type = wordsOf(item.otp_type);
        return entryOfForeign(
          {
            kind: KIND_BY_TYPE[type] ?? type,
            secret: item.secret,
            hash: item.algorithm,
            digits: item.digits,
            periodSeconds: item.period,
            counter: item.counter,
          },
          {
            service: wordsOf(item.service),
            login: wordsOf(item.account),
          },
        );
      },
      (item) => fieldOf(item, 'service'),
    ),
};
