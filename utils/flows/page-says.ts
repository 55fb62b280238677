/**
 * Whether a page said yes or no to what was entered, from the few texts that stand out on it. A suggestion only: the person who sees
 * the page has the last word, and where both are said, the no counts.
 */
import type { TroubleId } from './troubles.ts';

export interface PageSays {
  readonly says: 'yes' | 'no';
  /** What of it led to this, for the person to compare. */
  readonly quote: string;
  /** The trouble it tells of, where it is one we know. */
  readonly trouble: TroubleId | null;
}

/** Narrow ones first: a code that ran out is wrong, too. */
const NO: readonly (readonly [TroubleId | null, RegExp])[] = [
  [
    'code-expired',
    /\bcode\b.{0,40}\b(?:has |have |is |was )?(?:expired|no longer valid|too old|already (?:been )?used)|expired code|(?:验证码|驗證碼|校验码).{0,12}(?:过期|過期|失效|已使用|已用过)|有効期限.{0,6}切れ|만료|abgelaufen|expiré|caducado|scaduto|истек|истёк/iu,
  ],
  [
    'rate-limited',
    /too many|try again (?:later|in \d+)|rate limit|(?:次数|尝试|操作).{0,6}(?:过多|太多|频繁|上限)|過於頻繁|請稍後再試|(?:过于|太)频繁|回数.{0,6}上限|너무 많|zu viele|trop de tentatives|demasiados intentos|слишком много/iu,
  ],
  [
    'frozen',
    /account (?:is |has been |was )?(?:frozen|locked|suspended|disabled|restricted)|(?:账号|帐号|账户|帳號|帳戶).{0,8}(?:冻结|凍結|锁定|鎖定|封禁|停用|异常|受限)|アカウント.{0,8}(?:凍結|ロック)|계정.{0,8}(?:잠|정지)|konto (?:ist )?gesperrt|заблокирован/iu,
  ],
  [
    'bound-elsewhere',
    /(?:number|phone|address|e-?mail)\b.{0,40}\b(?:already (?:\w+ )?(?:used|bound|linked|registered|taken|in use|belongs)|in use by|(?:bound|linked|registered) to (?:an)?other|as many)|(?:手机号|手机|号码|號碼|邮箱|信箱).{0,24}(?:已被|已绑定|已綁定|已注册|已註冊|达到上限|已达上限|已達上限)|既に.{0,8}(?:使用|登録)|이미.{0,8}(?:사용|등록)/iu,
  ],
  [
    'number-format',
    /(?:invalid|not a valid|wrong|check the) (?:mobile |phone |telephone )?(?:number|phone)|(?:手机号|号码|號碼).{0,8}(?:格式|不正确|不正確|无效|無效|有误|有誤)|電話番号.{0,8}正しく|번호.{0,8}(?:올바르|잘못)/iu,
  ],
  [
    'code-wrong',
    /(?:code|token)\b.{0,40}\b(?:wrong|incorrect|invalid|not (?:right|correct|valid|match)|does(?:n.t| not) match|was not)|(?:wrong|incorrect|invalid|bad) (?:[\w-]+ ){0,3}code|(?:验证码|驗證碼|校验码|动态码|动态密码).{0,12}(?:错误|錯誤|有误|有誤|不正确|不正確|不对|不對|不符|无效|無效)|コードが.{0,10}(?:正しく|違|無効)|(?:코드|번호)가.{0,10}(?:올바르|잘못|일치하지)|code (?:ist )?(?:falsch|ungültig)|code (?:est )?(?:incorrect|invalide)|código.{0,10}(?:incorrecto|inválido|no válido)|невер\S+ код|код.{0,10}невер/iu,
  ],
  [
    'service-down',
    /service (?:is )?(?:temporarily )?(?:unavailable|down\b)|(?:系统|系統|服务|服務).{0,8}(?:繁忙|维护|維護|不可用|异常)|メンテナンス中|점검 ?중|вед[её]тся обслуживание/iu,
  ],
  [
    null,
    /\b(?:failed|failure|error|could not|couldn.t|cannot|unsuccessful|went wrong|denied|rejected)\b|失败|失敗|出错|出錯|错误|錯誤|未成功|不成功|できません|エラー|실패|오류|fehlgeschlagen|fehler|échou|erreur|fallid|ошибка|не удалось/iu,
  ],
];

/** What looks like a yes and is none: still to be done, or the opposite of done. */
const NOT_YET =
  /\b(?:not|isn.t|wasn.t|will be|to be|once|until|before|if|when|after|please|enter|send|sent|resend|was sent)\b|未(?!来)|尚未|还没|還沒|没有|沒有|请(?:先|输入|填写)|請(?:先|輸入)|将在|將在|已发送|已發送|发送成功|發送成功|送信し|不能|无法|無法|次へ|まだ|아직|보냈|nicht|noch|versendet|pas encore|envoyé|enviado|не |отправлен/iu;
const YES =
  /\b(?:success(?:ful(?:ly)?)?|(?:is|are|was|has been|have been|now) (?:now )?(?:bound|linked|added|enabled|activated|verified|confirmed|changed|updated|removed|unbound|turned (?:on|off)|set up|accepted|registered|saved|in use)|(?:bound|linked|enabled|activated|verified|confirmed|changed|removed|unbound|turned on|all set|accepted|signed in)[.!]?$|all set|you.re (?:all )?set|signed in|welcome back|done[.!])|成功|已绑定|已綁定|已换绑|已更换|已更換|已解绑|已解綁|已开启|已開啟|已启用|已啟用|已关闭|已验证|已驗證|已通过|验证通过|驗證通過|已登录|已登入|已完成|绑定完成|完了しました|設定しました|有効になりました|ログインしました|완료|되었습니다|등록됨|erfolgreich|aktiviert|bestätigt|réussi|avec succès|activé|con éxito|activad|correctamente|успешно|включена|подключ[её]н/iu;

const MOST_QUOTED = 120;

/** @returns null when nothing tells. */
export function pageSays(texts: readonly string[]): PageSays | null {
  const plain = texts.map((text) => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
  for (const text of plain) {
    const no = NO.find(([, words]) => words.test(text));
    if (no !== undefined) return { says: 'no', quote: text.slice(0, MOST_QUOTED), trouble: no[0] };
  }
  for (const text of plain) {
    const said = text.split(/(?<=[.!?。！？；;])\s*/).find((part) => YES.test(part) && !NOT_YET.test(part));
    if (said !== undefined) return { says: 'yes', quote: said.slice(0, MOST_QUOTED), trouble: null };
  }
  return null;
}
