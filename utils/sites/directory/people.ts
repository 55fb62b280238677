/** Where people have their identity, their mail and each other: accounts, mail, messengers, social networks. */
export const PEOPLE = `
google | Google, Google Account, 谷歌, Gmail, YouTube | google.com gmail.com youtube.com | totp sms push securityKey passkey | support.google.com/accounts/answer/185839 | 2fa:accounts.google.com passkeys:mail.google.com
microsoft | Microsoft, 微软, Microsoft Account, Outlook, Hotmail, OneDrive, Xbox, Skype, Office 365 | microsoft.com live.com outlook.com microsoftonline.com office.com xbox.com skype.com | totp sms push email passkey | support.microsoft.com/en-us/account-billing/how-to-use-two-step-verification-with-your-microsoft-account-c7910146-672f-01e9-50a0-93b4585e7eb4 | 2fa passkeys:m365.cloud.microsoft
apple | Apple, 苹果, Apple ID, Apple Account, iCloud, 苹果账户 | apple.com icloud.com | sms push passkey | support.apple.com/en-us/HT204915 | 2fa passkeys:appleid.apple.com
facebook | Facebook, Messenger, 脸书 | facebook.com messenger.com | totp sms securityKey passkey | www.facebook.com/help/148233965247823 | 2fa:facebook.com passkeys:facebook.com
instagram | Instagram, Ins, 照片墙 | instagram.com | totp sms | help.instagram.com/566810106808145 | 2fa
whatsapp | WhatsApp | whatsapp.com | sms passkey | faq.whatsapp.com/1850567238795036/ | 2fa passkeys:whatsapp.com
x | X, Twitter, 推特, X (Twitter) | x.com twitter.com | totp sms securityKey | help.x.com/en/managing-your-account/two-factor-authentication | 2fa:x.com
telegram | Telegram, Telegram Messenger, 电报 | telegram.org | sms passkey | telegram.org/blog/sessions-and-2-step-verification | 2fa passkeys:telegram.org
signal | Signal | signal.org | sms | support.signal.org/hc/en-us/articles/360007059792 | 2fa
discord | Discord | discord.com discordapp.com | totp sms passkey | support.discord.com/hc/en-us/articles/219576828 | 2fa:discord.com passkeys:discord.com
tiktok | TikTok | tiktok.com | sms email passkey | support.tiktok.com/en/log-in-troubleshoot/log-in/log-in-with-a-passkey | 2fa:tiktok.com passkeys:tiktok.com
linkedin | LinkedIn, 领英 | linkedin.com | totp sms passkey | www.linkedin.com/help/linkedin/answer/544 | 2fa passkeys:linkedin.com
reddit | Reddit | reddit.com | totp passkey |  | 2fa passkeys:reddit.com
pinterest | Pinterest | pinterest.com | sms push | help.pinterest.com/en/articles/two-factor-authentication | 2fa
snapchat | Snapchat | snapchat.com | totp sms passkey | support.snapchat.com/en-US/article/enable-login-verification | 2fa passkeys:snapchat.com
tumblr | Tumblr, Tumblr.com, 汤不热 | tumblr.com | totp sms | www.tumblr.com/docs/en/two_factor_auth | 2fa
twitch | Twitch | twitch.tv | totp sms push | help.twitch.tv/s/article/two-factor-authentication | 2fa
vk | VK, VKontakte | vk.com | totp sms | vk.com/page-777107_53677752 | 2fa
xing | XING | xing.com | totp sms | faq.xing.com/en/settings-security/two-factor-login-two-factor-authentication | 2fa
plurk | Plurk, 噗浪 | plurk.com | totp | www.plurk.com/p/mrcii5 | 2fa
medium | Medium | medium.com | email | | 2fa
wikipedia | Wikipedia, 维基百科, Wikimedia | wikipedia.org wikimedia.org | totp | meta.wikimedia.org/wiki/Help:Two-factor_authentication | 2fa
line | LINE | line.me | | | 2fa
quora | Quora | quora.com | | | 2fa
flickr | Flickr | flickr.com | | | 2fa
netflix | Netflix, 奈飞, 网飞 | netflix.com | | | 2fa
spotify | Spotify | spotify.com | | | 2fa
okcupid | OkCupid | okcupid.com | sms | help.okcupid.com/article/202-- | 2fa
yahoo | Yahoo, 雅虎, Yahoo Mail | yahoo.com | sms push email securityKey | help.yahoo.com/kb/SLN5013.html | 2fa passkeys:mail.yahoo.com
aol | AOL, AOL Mail | aol.com | sms email securityKey | help.aol.com/articles/2-step-verification-stronger-than-your-password-alone | 2fa
proton | Proton, Proton Mail, ProtonMail, ProtonVPN | proton.me protonmail.com protonvpn.com pm.me | totp securityKey | proton.me/support/two-factor-authentication-2fa | 2fa:proton.me passkeys:proton.me
tuta | Tuta, Tutanota | tuta.com tutanota.com | totp securityKey | tuta.com/support/#2fa | 2fa:tuta.com
fastmail | Fastmail | fastmail.com | totp sms securityKey | www.fastmail.com/help/account/2fa.html | 2fa
gmx | GMX | gmx.net gmx.com | totp | hilfe.gmx.net/sicherheit/2fa/einrichten.html | 2fa
webde | WEB.DE | web.de | totp | hilfe.web.de/sicherheit/2fa/index.html | 2fa
maildotcom | mail.com | mail.com | totp | support.mail.com/security/2fa/index.html | 2fa
mailru | Mail.ru | mail.ru | sms push | help.mail.ru/mail-help/2auth | 2fa
posteo | Posteo | posteo.de | totp | posteo.de/en/help/what-is-two-factor-authentication-and-how-do-i-set-it-up | 2fa
mailbox-org | mailbox.org | mailbox.org | totp | kb.mailbox.org/x/5AcS | 2fa
hey | HEY | hey.com | totp securityKey | hey.com/security/ | 2fa
yandex | Yandex | yandex.com yandex.ru | push | yandex.com/support/id/authorization/twofa.html | 2fa
mozilla | Mozilla, Firefox, Firefox Account, 火狐 | mozilla.org firefox.com | totp | support.mozilla.org/en-US/kb/secure-firefox-account-two-step-authentication | 2fa
bitwarden | Bitwarden | bitwarden.com | totp sms push email securityKey | bitwarden.com/help/setup-two-step-login-fido/ | 2fa passkeys:bitwarden.com
1password | 1Password | 1password.com | totp securityKey | support.1password.com/two-factor-authentication/ | 2fa
lastpass | LastPass | lastpass.com | totp push securityKey | | 2fa
dashlane | Dashlane | dashlane.com | totp securityKey | support.dashlane.com/hc/en-us/articles/202625042 | 2fa
nordpass | NordPass | nordpass.com | totp | support.nordpass.com/hc/en-us/articles/360002770497 | 2fa
nordvpn | NordVPN | nordvpn.com | totp securityKey | | 2fa
login-gov | login.gov | login.gov | totp sms securityKey | www.login.gov/help/creating-an-account/two-factor-authentication/ | 2fa passkeys:login.gov
id-me | ID.me | id.me | totp sms push securityKey | help.id.me/hc/en-us/articles/360025737794 | 2fa passkeys:id.me
`;
