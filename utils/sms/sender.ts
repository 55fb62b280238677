/** Who a message says it is from. Only what it says: anyone can write a name. */

/** Tags that name the way a message took, not who sent it. */
const NO_SENDER =
  /^(?:web ?발신|국제발신|국외발신|해외발신|광고|\(?광고\)?|国外发信|国际|advert|ad|ads|広告|sms|otp|验证码|驗證碼|認證碼|인증번호|code|重要|通知|提醒|温馨提示|系统通知|verification|security|warning|alert|important|注意|(?!(?:1[02]\d{2,3}|9\d{4})$)\d[\d\s-]*)$/i;
const PREFIXES: Readonly<Record<string, string>> = { G: 'Google', FB: 'Facebook', IG: 'Instagram' };
const NOT_A_NAME =
  /^(?:the|your|this|a|an|one|new|my|verification|security|login|sign|code|account|otp|pin|for|use|enter|here|is|it|temporary|auth|authentication|confirmation|access|dear|hi|hello|customer|user|sms|votre|ihr|dein|tu|su|ваш|код|hallo|bonjour|hola|please|never|do|don|warning|note|if|reset|password|activation|phone|mobile|email|personal|unique|single|2fa|two|step|bank|app|login:|codigo|clave|bestätigungscode|code:|verify|we|you|someone|payment|received|reminder|nur|heute|erinnerung|termin|rappel|rdv|achat|recordatorio|compra|cargo|смс|покупка|списание|перевод|оплата)$/i;

/** Names written without capitals: Chinese, Japanese, Korean, Arabic, or a mix such as `stc pay`. */
const OWN =
  '(?:[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Arabic}ーA-Za-z0-9]+(?: [\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Arabic}A-Za-z0-9]+)?)';
const NAME = "([\\p{Lu}\\d][\\p{L}\\p{N}.&'+!-]*(?: [\\p{Lu}\\d][\\p{L}\\p{N}.&'+!-]*){0,3})";
/** A name in spite of `Bank`, which is none by itself. */
const BANK_OF = /^((?:Bank|Banque|Banco|Banca) (?:of|de|du|di) \p{Lu}\p{L}+)\s?[:：]/u;
/** In this order: the surer ones first. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b[Yy]our (?:new |one-time |verification |security |login |temporary )?${NAME} (?:[a-z0-9-]+ ){0,3}?(?:[Cc]ode|OTP|PIN|passcode|password|verification|account|security|login|one-time)\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Cc]ode|OTP|PIN|passcode|password)(?:[: ]+[\\dA-Z-]{4,12})?(?: is)? (?:for|from|to (?:log ?in|sign ?in|verify) (?:to|into|with)) (?:your |the )?${NAME}`,
    'u',
  ),
  new RegExp(
    `\\bis your ${NAME} (?:[a-z0-9-]+ ){0,3}?(?:[Cc]ode|OTP|PIN|passcode|password|verification)`,
    'u',
  ),
  new RegExp(
    `^(?:<#>\\s*)?${NAME} (?:verification |security |login |confirmation |authentication |one-time |account |access |sign-in )?(?:[Cc]ode|OTP|PIN|passcode)\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Ii]hre?|[Dd]eine?) ${NAME}[- ](?:[\\p{L}-]*[Cc]ode|TAN|Passwort|Best|Sicherheits|Verif|Anmelde)`,
    'u',
  ),
  new RegExp(`^${NAME}-(?:Code|PIN|Passwort)\\b`, 'u'),
  new RegExp(`^${NAME}-?(?:Code|Best\\p{L}*code|Sicherheitscode|TAN|mobileTAN)\\b`, 'u'),
  new RegExp(`\\b[Cc]ode(?: (?:de|d['’])[ ]?[\\p{L}]+)? ${NAME} ?(?:est|:|\\.|pour|$)`, 'mu'),
  new RegExp(
    `\\b(?:[Cc][óo]digo|[Cc]lave)(?: de [\\p{L}]+)?(?: \\d[\\d -]{3,10})? (?:de|para|en) ${NAME}`,
    'u',
  ),
  new RegExp(`(?:[Кк]од|[Пп]ароль)[\\p{L} ]{0,24} (?:для|от|в|на|для входа в) ${NAME}`, 'u'),
  new RegExp(`^[Кк]од ${NAME}[: ]`, 'u'),
  // `당근 인증번호`, `네이버 2단계 인증 코드`: the name first, what the code is for behind it.
  /^(?:<#>\s*)?([\p{Script=Hangul}A-Za-z0-9]{2,12})\s(?:휴대폰 |로그인 |본인 ?|2단계 |계정 )*(?:인증|확인|보안|로그인|코드)/u,
  new RegExp(
    `${NAME} ?(?:的)?(?:登录|登入|账号|帐号|帳號|账户|會員)?(?:验证码|驗證碼|校验码|認證碼|確認碼|动态码|인증|코드|確認コード|認証)`,
    'u',
  ),
  /([\p{L}\p{N}]{2,12})的?(?:登录|注册|短信)?(?:验证码|驗證碼|校验码|認證碼)(?:为|是|為|:|：)/u,
  /([\p{Script=Katakana}\p{Script=Han}A-Za-z0-9ー]{2,20})の(?:認証|確認|ログイン|セキュリティ|ワンタイム|検証|パスコード)/u,
  /(?:رمز|كود)[^\n:]{0,20}?(?:في|الخاص ب|لتطبيق|من|ل)\s?([A-Z][\w]+)/u,
  new RegExp(`^(?:<#>\\s*)?${NAME}\\s?(?:[:-]\\s|：)`, 'u'),
  new RegExp(`\\bfrom ${NAME}[!.,\\n]`, 'u'),
  /^([\p{Script=Han}\p{Script=Katakana}ー]{2,12})[ :：]\s?(?:ワンタイム|認証|確認)/u,
  new RegExp(`^(?:<#>\\s*)?(${OWN})\\s?[:：]`, 'u'),
  new RegExp(`^(${NAME.slice(1, -1)})\\. `, 'u'),
  /^(?:رمز|كود)\s([\p{Script=Arabic}]{2,12}):/u,
  new RegExp(`(?:sign|log)(?:ging|ing)? in (?:to|into|with) (?:your |the )?${NAME}`, 'u'),
  new RegExp(`\\b(?:[Mm]ot de passe|[Cc]ontraseña)(?: \\p{Ll}+){0,2} ${NAME}`, 'u'),
  new RegExp(`\\b(?:app|cuenta) (?:de|en) ${NAME}`, 'u'),
  new RegExp(`(?:[Кк]од|[Пп]ароль)(?: \\p{Ll}+){1,2} ${NAME}[: ]`, 'u'),
  new RegExp(`[Cc]ode für ${NAME}`, 'u'),
  new RegExp(`to (?:confirm|verify) [^.\\n]{0,30} (?:on|in|at|with) ${NAME}`, 'u'),
];

const LIKE_A_CODE = /^(?=.*\d)(?!(?:1[02]\d{2,3}|9\d{4})$)[A-Z\d]{4,10}$/;

/** @param prefix of the code: `G` of `G-123456`. @returns null when it does not say. */
export function senderOf(text: string, prefix: string): string | null {
  const known = PREFIXES[prefix];
  if (known !== undefined) return known;
  const tags = [
    ...[...text.matchAll(/[【［[〔]\s*([^】］\]〕\n]{1,30}?)\s*[】］\]〕]/gu)].map(([, tag = '']) => tag),
    /^[(（](\p{L}[^)）\n]{1,30})[)）]/u.exec(text)?.[1] ?? '1',
  ];
  const tag = tags.find((one) => !NO_SENDER.test(one) && !LIKE_A_CODE.test(one));
  if (tag !== undefined) return tag;
  const bank = BANK_OF.exec(text)?.[1];
  if (bank !== undefined) return bank;
  for (const pattern of PATTERNS) {
    // A name ends where the sentence does: `Wallapop. Caduca …`.
    const name = pattern
      .exec(text)?.[1]
      ?.split('. ')[0]
      ?.replace(/[.'!-]+$/u, '');
    if (
      name?.split(' ').every((word) => !NOT_A_NAME.test(word)) &&
      !isCommon(name) &&
      !LIKE_A_CODE.test(name)
    )
      return name;
  }
  return null;
}

/** Chinese has no capitals to tell a name by: what begins like a sentence is none. */
const isCommon = (name: string) =>
  /^(?:您|你|本次|此次|这|该|请|請|正在|动态|短信|手机|登录|注册|新|我|以下|今|ご|お|以下|この|本)/u.test(
    name,
  ) ||
  /^\d+$/.test(name) ||
  /码|碼|コード|パスワード|認証|番号|번호|코드|승인|안내|رمز|كود|كلم[ةه]|التحقق|التفعيل|الدخول|تذكير|عملي[ةه]|提醒|通知|お知らせ|成功/u.test(
    name,
  );
