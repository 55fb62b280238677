#!/usr/bin/env node
/** Starts the reader of backups. */
import { launchTool } from './launch-tool.mjs';

await launchTool('open');
