/** Builds the command-line tools alone: what their launchers do where nothing was built yet. */
import { bundleCli } from './cli-bundle.ts';

await bundleCli();
