/** Earlier states on the full page: seen as they were, and taken back. */
import { expect, test } from '../support/extension.ts';

test('an account that was renamed is taken back as it was', async ({ extension }) => {
  const page = await extension.openPage('manager.html');
  const ask = (type: string, data: unknown) =>
    page.evaluate((message) => chrome.runtime.sendMessage(message), { id: 1, type, data, timestamp: 0 });
  await ask('vault.create', { slot: 'device' });
  const otp = { kind: 'totp', secret: 'JBSWY3DPEHPK3PXP', hash: 'SHA1', digits: 6, periodSeconds: 30 };
  const draft = { service: 'GitHub', login: 'ada@example.com', otp };
  const { res } = (await ask('bind.save', { draft })) as { res: { value: { accountId: string } } };
  await ask('accounts.rename', { accountId: res.value.accountId, service: 'Wrong', login: '' });

  await page.goto(extension.url('manager.html#/history'));
  await page.reload();
  await page.getByRole('button', { name: 'Look' }).first().click();
  await expect(page.getByText('GitHub, ada@example.com')).toBeVisible();
  await page.getByRole('button', { name: 'Changed since: take back' }).click();
  await expect(page.getByText('1 account taken back')).toBeVisible();
  await page.getByRole('button', { name: 'Look' }).last().click();
  await expect(page.getByText('same as now')).toBeVisible();
});
