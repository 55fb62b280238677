/**
 * `npm run corpus:fields -- DIR [--json]`: runs the detector that the extension ships over a folder of labelled pages
 * and says how often it is right. Our own pages are in `tests/pages/fields`; other people's stay outside the repository.
 */
import { resolve } from 'node:path';
import { ASKED_SCORE, OFFER_SCORE } from '../../utils/autofill/field.ts';
import { runFields } from './corpus-fields-run.ts';
import { sumUp } from './corpus-score.ts';

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run corpus:fields -- DIR [--json]   (DIR holds manifest.json)');
  process.exit(2);
}
const json = flags.includes('--json');
// --all tells of misses why, and names what was found but not surely, or with the wrong way of sending.
const least = flags.includes('--all') ? -1000 : ASKED_SCORE;
const results = await runFields(
  resolve(process.env.INIT_CWD ?? '.', folder),
  { least, lanes: 1 },
  ({ lines, weak }) => {
    if (!json) for (const line of [...lines, ...(flags.includes('--all') ? weak : [])]) console.log(line);
  },
);
const { table, summary } = sumUp(results, ASKED_SCORE, OFFER_SCORE);
if (!json) for (const line of table) console.log(line);
console.log(JSON.stringify(summary));
