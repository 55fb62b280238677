#!/usr/bin/env node
/** Starts the converter of other apps' exports. */
import { launchTool } from './launch-tool.mjs';

await launchTool('convert');
