/** Tools of daily work: files, notes, talks, customers, learning. */
export const WORK = `
dropbox | Dropbox | dropbox.com getdropbox.com | totp sms securityKey passkey | help.dropbox.com/account-access/enable-2-factor-authentication | 2fa:dropbox.com passkeys:dropbox.com
box | Box | box.com | totp sms | support.box.com/hc/en-us/articles/360043697154 | 2fa
mega | MEGA | mega.io | totp | mega.io/blog_48 | 2fa
pcloud | pCloud | pcloud.com | totp sms | www.pcloud.com/help/general-help-center/how-can-i-set-up-two-factor-authentication | 2fa
backblaze | Backblaze | backblaze.com | totp sms | help.backblaze.com/hc/en-us/articles/217666588 | 2fa
tresorit | Tresorit | tresorit.com | totp sms email | support.tresorit.com/hc/en-us/articles/216114527 | 2fa
evernote | Evernote | evernote.com | totp sms | help.evernote.com/hc/en-us/articles/208314238 | 2fa
notion | Notion | notion.so | totp sms passkey | www.notion.so/help/two-step-verification | 2fa:notion.so passkeys:notion.so
airtable | Airtable | airtable.com | totp sms | support.airtable.com/hc/en-us/articles/219409917 | 2fa:airtable.com
asana | Asana | asana.com | totp | asana.com/guide/help/fundamentals/two-factor-authentication | 2fa
trello | Trello | trello.com | totp sms | help.trello.com/article/993-- | 2fa
clickup | ClickUp | clickup.com | totp sms | docs.clickup.com/en/articles/2601429 | 2fa
monday | monday.com | monday.com | totp sms | support.monday.com/hc/en-us/articles/360000787745 | 2fa
basecamp | Basecamp | basecamp.com | totp securityKey | | 2fa
coda | Coda | coda.io | totp | help.coda.io/en/articles/3833338 | 2fa
slack | Slack | slack.com | totp sms | | 2fa
zoom | Zoom | zoom.us | totp sms | support.zoom.us/hc/en-us/articles/360038247071 | 2fa
docusign | DocuSign | docusign.com | totp sms email securityKey passkey | support.docusign.com/en/guides/ndse-user-guide-two-step-verification | 2fa passkeys:docusign.com
adobe | Adobe, Adobe ID | adobe.com | totp sms push email passkey | helpx.adobe.com/manage-account/using/secure-your-adobe-account.html | 2fa passkeys:adobe.com
autodesk | Autodesk, 欧特克 | autodesk.com | totp sms email | knowledge.autodesk.com/customer-service/account-management/account-profile/account-security/two-step-verification | 2fa
figma | Figma | figma.com | totp sms | help.figma.com/hc/en-us/articles/360039817634 | 2fa
canva | Canva, 可画 | canva.com | sms passkey | www.canva.com/help/article/login-verification | 2fa:canva.com passkeys:canva.com
grammarly | Grammarly | grammarly.com | totp sms | support.grammarly.com/hc/en-us/articles/360032922091 | 2fa
mailchimp | Mailchimp | mailchimp.com | totp sms | kb.mailchimp.com/accounts/login/set-up-a-two-factor-authentication-app-at-login | 2fa
hubspot | HubSpot | hubspot.com | totp sms | knowledge.hubspot.com/articles/kcs_article/account/how-can-i-set-up-two-factor-authentication-for-my-hubspot-login | 2fa
zendesk | Zendesk | zendesk.com | totp sms | support.zendesk.com/hc/en-us/articles/206373587 | 2fa
intercom | Intercom | intercom.com | totp | www.intercom.com/help/en/articles/181 | 2fa
salesforce | Salesforce | salesforce.com | totp sms email securityKey | developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/add_time-based_token.htm | 2fa passkeys:salesforce.com
twilio | Twilio | twilio.com | totp sms push | support.twilio.com/hc/en-us/sections/360008377353 | 2fa
sendgrid | SendGrid | sendgrid.com | sms push | sendgrid.com/docs/ui/account-and-settings/two-factor-authentication/ | 2fa
zapier | Zapier | zapier.com | totp | zapier.com/help/two-factor-authentication/ | 2fa
ifttt | IFTTT | ifttt.com | totp sms | help.ifttt.com/hc/en-us/articles/115010193007 | 2fa
zoho | Zoho, Zoho Mail | zoho.com | totp sms push securityKey passkey | help.zoho.com/portal/kb/articles/mfa-introduction | 2fa passkeys:zoho.com
teamviewer | TeamViewer | teamviewer.com | totp | www.teamviewer.com/en/help/402-How-do-I-activate-deactivate-two-factor-authentication-for-my-TeamViewer-account.aspx | 2fa
anydesk | AnyDesk | anydesk.com | totp | support.anydesk.com/Two-Factor_Authentication | 2fa
upwork | Upwork | upwork.com | totp sms email | support.upwork.com/hc/en-us/articles/360009491414 | 2fa
fiverr | Fiverr | fiverr.com | sms push email | www.fiverr.com/support/articles/360010239658 | 2fa
hackerone | HackerOne | hackerone.com | totp | docs.hackerone.com/hackers/two-factor-authentication.html | 2fa
orcid | ORCID | orcid.org | totp | support.orcid.org/hc/en-us/articles/360006971673 | 2fa
xero | Xero | xero.com | totp | help.xero.com/nz/MyXero_Two-Step_About | 2fa
todoist | Todoist | todoist.com | | | 2fa
coursera | Coursera | coursera.org | | | 2fa
duolingo | Duolingo, 多邻国 | duolingo.com | | | 2fa
`;
