/** `npm run site`: starts the practice site, says where it is, stops on Ctrl+C. */
import { startSite } from './server.ts';

const USUAL_PORT = 8787;

const site = await startSite({ port: USUAL_PORT }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return startSite();
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
