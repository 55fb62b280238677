/** Games and their shops. */
export const GAMES = `
steam | Steam | steampowered.com steamcommunity.com | push email | support.steampowered.com/kb_article.php?ref=4020-ALZM-5519 | 2fa
epicgames | Epic Games, Fortnite, 堡垒之夜 | epicgames.com fortnite.com fallguys.com rocketleague.com | totp sms push email | www.epicgames.com/help/c74/c112/a3218 | 2fa:epicgames.com
blizzard | Blizzard, 暴雪, Battle.net, 战网 | blizzard.com battle.net | sms push | battle.net/support/article/24520 | 2fa:blizzard.com
ea | Electronic Arts, EA, Origin, 艺电 | ea.com | totp sms email | help.ea.com/en-us/help/account/origin-login-verification-information/ | 2fa:ea.com
ubisoft | Ubisoft, 育碧, Uplay | ubi.com | totp sms email | support.ubi.com/en-GB/Faqs/000039953 | 2fa
rockstar | Rockstar Games, Rockstar Games Social Club | rockstargames.com | totp | support.rockstargames.com/articles/360000031747 | 2fa
riot | Riot Games, 拳头游戏, League of Legends, 英雄联盟 | riotgames.com leagueoflegends.com playvalorant.com | email | | 2fa 2fa:riotgames.com
nintendo | Nintendo, 任天堂, Nintendo Account | nintendo.com | totp passkey | en-americas-support.nintendo.com/app/answers/detail/a_id/27496 | 2fa passkeys:accounts.nintendo.com
playstation | PlayStation, PlayStation Network, PSN, 索尼PSN | playstation.com | totp sms passkey | playstation.com/support/2sv/ | 2fa passkeys:playstation.com
roblox | Roblox, 罗布乐思 | roblox.com | totp email securityKey passkey | en.help.roblox.com/hc/en-us/articles/212459863 | 2fa:roblox.com passkeys:roblox.com
gog | GOG.com, GOG | gog.com | email | support.gog.com/hc/en-us/articles/115003660533 | 2fa
humble | Humble Bundle | humblebundle.com | totp sms | support.humblebundle.com/hc/en-us/articles/202421374 | 2fa
itch | itch.io | itch.io | totp | itch.io/docs/advanced/two-factor-authentication | 2fa
wargaming | Wargaming, World of Tanks, 坦克世界 | wargaming.net | totp | eu.wargaming.net/support/en/products/wot/article/10568/ | 2fa
nexon | Nexon | nexon.com | totp sms email | | 2fa
square-enix | Square Enix, 史克威尔艾尼克斯 | square-enix.com | push | | 2fa
eve | EVE Online, 星战前夜 | eveonline.com | totp email | support.eveonline.com/hc/en-us/articles/203465601 | 2fa
guildwars2 | Guild Wars 2, 激战2 | guildwars2.com | totp sms | help.guildwars2.com/hc/en-us/articles/230672927 | 2fa
runescape | RuneScape | runescape.com | totp | support.runescape.com/hc/en-gb/articles/206811835 | 2fa
callofduty | Call of Duty, 使命召唤 | callofduty.com | totp | profile.callofduty.com/cod/announcement2FA | 2fa
warframe | Warframe, 星际战甲 | warframe.com | email | www.warframe.com/2fa-faq | 2fa
vrchat | VRChat | vrchat.com | totp | docs.vrchat.com/docs/setup-2fa | 2fa
hypixel | Hypixel | hypixel.net | totp email | support.hypixel.net/hc/en-us/articles/360019538060 | 2fa
nexusmods | Nexus Mods | nexusmods.com | totp | help.nexusmods.com/article/74-- | 2fa
chess | Chess.com | chess.com | | | 2fa
lichess | lichess, lichess.org | lichess.org | totp | | 2fa
`;
