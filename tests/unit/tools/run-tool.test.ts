/** A tool that hangs is ended with all it started, and what a tool says is kept. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { runTool } from '../../tools/run-tool.ts';

const LIMIT = { limitMs: 20_000 };
const node = (source: string, options = LIMIT) => runTool(process.execPath, ['-e', source], options);

test('the exit code and both outputs come back', async () => {
  const done = await node(`console.log('out'); console.error('err'); process.exitCode = 7`);
  expect(done).toMatchObject({ code: 7, timedOut: false });
  expect(done.output.split('\n').sort()).toEqual(['', 'err', 'out']);
});

test('a program that is not there is no crash of ours', async () => {
  const done = await runTool('tallystick-no-such-program', [], LIMIT);
  expect(done.code).toBeNull();
  expect(done.output).toContain('tallystick-no-such-program');
});

test('a hanging tool is ended after its limit, and so is a child that hid in a group of its own', async () => {
  const stubborn = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`;
  const done = await node(
    `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { detached: true });
     console.log(child.pid); ${stubborn}`,
    { limitMs: 600 },
  );
  expect(done).toMatchObject({ code: null, timedOut: true });
  const hidden = Number(done.output.trim());
  expect(hidden).toBeGreaterThan(1);
  // Where nobody reaps orphans it stays in the list as a zombie (Z), which is as dead.
  const { stdout: state } = spawnSync('ps', ['-o', 'stat=', '-p', String(hidden)], { encoding: 'utf8' });
  expect(state.trim()).toMatch(/^(Z.*)?$/);
});

test('it waits for nobody who only keeps the pipe open', async () => {
  const done = await node(
    `require('node:child_process').spawn('sleep', ['15'], { stdio: 'inherit', detached: true }).unref(); console.log('done')`,
  );
  expect(done).toMatchObject({ code: 0, output: 'done\n' });
  expect(done.tookMs).toBeLessThan(10_000);
});
