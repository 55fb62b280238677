/** `npm run site`: starts the practice site, says where it is, stops on Ctrl+C. */
import { startSite } from './server.ts';

const USUAL_PORT = 8787;

/** `-- --clock 95`: the site's clock is so many seconds ahead, and codes of a right one are refused. */
const clockAt = process.argv.indexOf('--clock');
const aheadMs = clockAt === -1 ? 0 : 1000 * Number(process.argv[clockAt + 1]);
const nowMs = () => Date.now() + aheadMs;

const site = await startSite({ port: USUAL_PORT, nowMs }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return startSite({ nowMs });
});
console.log(`Practice site / 练习站: ${site.url}/`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    site.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
