/** Where software is made and runs: code, clouds, hosting, domains. */
export const MAKERS = `
github | GitHub | github.com | totp sms securityKey passkey | docs.github.com/en/github/authenticating-to-github/securing-your-account-with-two-factor-authentication-2fa/configuring-two-factor-authentication | 2fa passkeys:github.com
gitlab | GitLab | gitlab.com | totp securityKey | docs.gitlab.com/ee/user/profile/account/two_factor_authentication.html | 2fa passkeys:gitlab.com
bitbucket | Bitbucket | bitbucket.org | totp securityKey |  | 2fa passkeys:bitbucket.org
atlassian | Atlassian, Jira, Confluence, Atlassian Cloud | atlassian.com | totp sms | confluence.atlassian.com/cloud/secure-your-account-with-two-step-verification-939505063.html | 2fa
codeberg | Codeberg | codeberg.org | totp securityKey | docs.codeberg.org/security/2fa/ | 2fa:codeberg.org
sourceforge | SourceForge | sourceforge.net | totp | sourceforge.net/p/forge/documentation/Multifactor%20Authentication/ | 2fa
npm | npm, npmjs | npmjs.com | totp securityKey | docs.npmjs.com/configuring-two-factor-authentication | 2fa passkeys:npmjs.com
pypi | PyPI, Python Package Index | pypi.org | totp securityKey | pypi.org/help/#twofa | 2fa passkeys:pypi.org
rubygems | RubyGems.org, RubyGems | rubygems.org | totp | guides.rubygems.org/setting-up-multifactor-authentication/ | 2fa
packagist | Packagist | packagist.org | totp | | 2fa
docker | Docker, Docker Hub | docker.com | totp | docs.docker.com/docker-hub/2fa/ | 2fa
jetbrains | JetBrains | jetbrains.com | totp securityKey | www.jetbrains.com/help/hub/2fa-with-token.html | 2fa
sentry | Sentry | sentry.io | totp sms securityKey | blog.sentry.io/2016/06/22/introducing-2fa | 2fa passkeys:sentry.io
readme | ReadMe | readme.com readme.io | totp | docs.readme.com/docs/two-factor-authentication | 2fa
mapbox | Mapbox | mapbox.com | totp | docs.mapbox.com/accounts/guides/settings/#two-factor-authentication | 2fa
mongodb | MongoDB, MongoDB Atlas | mongodb.com | totp sms push email | docs.atlas.mongodb.com/security-multi-factor-authentication/ | 2fa
openai | OpenAI, ChatGPT, OpenAI (ChatGPT) | openai.com | totp | help.openai.com/articles/7967234 | 2fa:openai.com
aws | Amazon Web Services, AWS, 亚马逊云科技 | aws.amazon.com | totp securityKey passkey | aws.amazon.com/iam/features/mfa/ | 2fa passkeys:aws.amazon.com
azure | Microsoft Azure, Azure | azure.com azure.microsoft.com | totp sms push securityKey | azure.microsoft.com/en-us/documentation/articles/multi-factor-authentication/ | 2fa
ibm-cloud | IBM Cloud, IBM | ibm.com | totp push email securityKey | cloud.ibm.com/docs/account?topic=account-enablemfa | 2fa
oracle-cloud | Oracle, Oracle Cloud, 甲骨文 | oracle.com | totp sms push email securityKey | docs.oracle.com/en/cloud/paas/identity-cloud/uaids/configure-authentication-factors.html | 2fa
cloudflare | Cloudflare | cloudflare.com | totp securityKey | support.cloudflare.com/hc/en-us/articles/200167906 | 2fa passkeys:cloudflare.com
digitalocean | DigitalOcean | digitalocean.com | totp sms | www.digitalocean.com/docs/accounts/security/2fa/ | 2fa
linode | Linode, Akamai Cloud | linode.com | totp | www.linode.com/docs/security/linode-manager-security-controls | 2fa
vultr | Vultr | vultr.com | totp | www.vultr.com/docs/using-two-factor-authentication-to-login-to-vultr-control-panel | 2fa
hetzner | Hetzner | hetzner.com | totp | docs.hetzner.com/accounts-panel/accounts/two-factor-authentication/ | 2fa
ovh | OVH, OVHcloud | ovh.com | totp sms securityKey | docs.ovh.com/gb/en/customer/secure-account-with-2FA/ | 2fa
scaleway | Scaleway | scaleway.com | totp passkey | www.scaleway.com/en/docs/how-to-activate-two-factor-authentication/ | 2fa github.com/scaleway/docs-content/pull/5602
heroku | Heroku | heroku.com | totp push securityKey | devcenter.heroku.com/articles/multi-factor-authentication | 2fa passkeys:heroku.com
netlify | Netlify | netlify.com | totp | docs.netlify.com/accounts-and-billing/user-settings/#two-factor-authentication-2fa | 2fa
fastly | Fastly | fastly.com | totp | docs.fastly.com/guides/account-management-and-security/enabling-and-disabling-two-factor-authentication | 2fa
ionos | IONOS, 1&1 IONOS | ionos.com | totp | www.ionos.com/help/index.php?id=3269 | 2fa
hostinger | Hostinger | hostinger.com | totp email | support.hostinger.com/articles/4888148 | 2fa
siteground | SiteGround | siteground.com | totp | www.siteground.com/kb/enable-two-step-verification/ | 2fa
bluehost | Bluehost | bluehost.com | totp email | my.bluehost.com/cgi/help/two-factor-authentication | 2fa
dreamhost | DreamHost | dreamhost.com | totp | help.dreamhost.com/hc/en-us/articles/216013897 | 2fa
godaddy | GoDaddy | godaddy.com | totp sms securityKey | www.godaddy.com/help/enable-two-step-verification-7502 | 2fa passkeys:godaddy.com
namecheap | Namecheap | namecheap.com | totp sms push securityKey | www.namecheap.com/security/2fa-two-factor-authentication/ | 2fa passkeys:namecheap.com
namesilo | NameSilo | namesilo.com | totp | www.namesilo.com/Support/2~Factor-Authentication | 2fa
porkbun | Porkbun | porkbun.com | totp securityKey passkey | kb.porkbun.com/category/20-- | 2fa passkeys:porkbun.com
gandi | Gandi | gandi.net | totp securityKey | docs.gandi.net/en/account_management/security/ | 2fa
dynadot | Dynadot | dynadot.com | totp sms | dynadot.com/domain/security.html | 2fa
name-com | Name.com | name.com | totp | www.name.com/support/categories/200296798 | 2fa
dnsimple | DNSimple | dnsimple.com | totp | support.dnsimple.com/articles/two-factor-authentication/ | 2fa
squarespace | Squarespace | squarespace.com | totp sms | support.squarespace.com/hc/en-us/articles/360000044827 | 2fa
wix | Wix | wix.com | sms | support.wix.com/en/article/using-2-step-verification-for-your-wix-account | 2fa
wordpress | WordPress.com, WordPress | wordpress.com | totp sms securityKey | en.support.wordpress.com/security/two-step-authentication/ | 2fa passkeys:wordpress.com
webflow | Webflow | webflow.com | totp | university.webflow.com/lesson/two-factor-authentication-2fa | 2fa
unity | Unity | unity.com unity3d.com | totp sms | support.unity.com/hc/en-us/articles/208764976 | 2fa
synology | Synology, 群晖 | synology.com | totp email securityKey passkey | originwww.synology.com/en-us/knowledgebase/tutorials/615#t5 | 2fa passkeys:synology.com
qnap | QNAP, 威联通 | qnap.com | totp email | www.qnap.com/en-us/how-to/tutorial/article/how-to-enhance-account-security-using-2-step-verification | 2fa
ubiquiti | Ubiquiti, UniFi | ui.com | totp | | 2fa
okta | Okta | okta.com | totp sms email securityKey passkey | help.okta.com/en/prod/Content/Topics/Security/MFA.htm | 2fa passkeys:okta.com
`;
