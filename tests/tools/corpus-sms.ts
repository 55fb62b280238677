/**
 * `npm run corpus:sms -- FILE [--json]`: reads each message of a JSON list `[{text, code|null, sender?, boundTo?}]` and says what
 * differs. The last line counts: messages, those read right, and numbers taken from messages that hold no code.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSms } from '../../utils/sms/read-sms.ts';
import { differencesIn, type SmsEntry } from './sms-differences.ts';

function main(file: string, json: boolean): void {
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  const entries = JSON.parse(readFileSync(path, 'utf8')) as SmsEntry[];
  let right = 0;
  let decoysTaken = 0;
  for (const entry of entries) {
    const differ = differencesIn(entry);
    if (differ.length === 0) right += 1;
    if (entry.code === null && readSms(entry.text).code !== null) decoysTaken += 1;
    if (differ.length > 0 && !json)
      console.log(`${differ.join('; ')}\n    ${entry.text.replaceAll('\n', ' ⏎ ')}`);
  }
  console.log(JSON.stringify({ messages: entries.length, right, decoysTaken }));
}

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: npm run corpus:sms -- FILE [--json]');
  process.exit(2);
}
main(file, flags.includes('--json'));
