/** What the tour says while it walks, in both languages. The keys are the names of its pictures. */
import type { Tongue } from '../support/words.ts';

const WORDS = {
  'first-run': ['The toolbar button opens Tallystick for the first time.', '第一次点开工具栏上的符契。'],
  empty: ['A passphrase is chosen, and the empty vault is there.', '设好口令，保险库建成，里面还是空的。'],
  'set-up-page': ['The practice site shows its QR code.', '练习站显示绑定用的二维码。'],
  check: [
    '"Scan this page" has found it; the code is shown before anything is saved.',
    '“扫描当前页面”找到了它；保存之前先看到验证码。',
  ],
  'set-up-done': [
    'The site has checked the code: two-step verification is on.',
    '网站核对无误，两步验证已开启。',
  ],
  list: ['On the sign-in page the account of this site comes first.', '到了登录页，本站的账号排在最前。'],
  'list-dark': ['The same in the dark.', '深色模式下的样子。'],
  filled: ['"Fill" has put the code into the page.', '点“填入”，验证码已进页面。'],
  'signed-in': ['The server has accepted it.', '服务器认可，登录成功。'],
  mark: [
    'On a site that was allowed, a mark stands beside the field.',
    '在获准的网站上，验证码框旁会出现标记。',
  ],
  'look-alike': ['A look-alike is named, and gets nothing.', '遇到仿冒网站会指出来，什么也不填。'],
  search: ['A key typed anywhere searches.', '在列表里随时打字就能搜索。'],
  'backup-saved': ['An encrypted backup is saved.', '加密备份已保存。'],
  settings: ['Language, look, locking and backups are set here.', '语言、外观、锁定和备份都在这里设置。'],
  locked: ['Locked.', '已锁定。'],
  'locked-dark': ['Locked, in the dark.', '深色模式下的锁定画面。'],
  'wrong-passphrase': ['A wrong passphrase is said to be wrong.', '口令不对，会直接说明。'],
  restored: [
    'In a fresh profile the backup brings everything back.',
    '换一个全新的浏览器配置，用备份恢复全部内容。',
  ],
  'flow-bind': [
    'Binding a phone: the code is read out of the pasted message.',
    '绑定手机：从粘贴的短信里读出验证码。',
  ],
  'flow-change': ['Changing it: the old one proves first.', '换绑：先用旧的证明身份。'],
  'flow-unbind': [
    'Unbinding: what stands in the way is said before anything is done.',
    '解绑：动手之前先说清有什么不妥。',
  ],
  'flow-retire-sms': [
    'Leaving text messages behind: what can take their place, side by side.',
    '告别短信：可替代的方式逐项对比。',
  ],
  'flow-new-codes': ['Recovery codes made anew.', '重新生成恢复码。'],
  'flow-check-up': ['The check-up: each finding with what mends it.', '体检：每个问题都附有解决办法。'],
  'flow-lost-phone': [
    'A stolen phone: first the card, then account by account.',
    '手机被盗：先停卡，再逐个处理账号。',
  ],
  'flow-lost-key': ['A lost key: which one, then what to do.', '密钥丢失：先弄清是哪一种。'],
} as const;

export type Picture = keyof typeof WORDS;

export function tourWords(picture: Picture, tongue: Tongue): string {
  return WORDS[picture][tongue === 'en' ? 0 : 1];
}

/** The ones that the README shows. */
export const CHOSEN: readonly Picture[] = ['check', 'list', 'list-dark', 'filled', 'look-alike', 'locked'];

/** Of the walk-throughs, all are shown. */
export const CHOSEN_FLOWS = Object.keys(WORDS).filter((name): name is Picture => name.startsWith('flow-'));
