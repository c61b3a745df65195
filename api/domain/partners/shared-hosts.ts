/**
 * Names under which strangers get names of their own for the asking, and that the Public Suffix List does not (yet)
 * tell of: nobody but their keepers can put them on it. A wildcard over one of them would let in everybody's pages.
 * Not here: what the list has (`wixsite.com`, `webflow.io`, `blogspot.com`, `github.io`), which a test holds.
 */
const names = `
  wordpress.com wpcomstaging.com home.blog edublogs.org tumblr.com medium.com substack.com ghost.io livejournal.com
  dreamwidth.org over-blog.com canalblog.com hautetfort.com eklablog.com skyrock.com fc2.com
  squarespace.com wix.com weebly.com weeblysite.com jimdo.com jimdofree.com jimdosite.com e-monsite.com webador.fr
  webador.de jouwweb.nl webnode.fr webnode.page strikingly.com mystrikingly.com site123.me yola.site godaddysites.com
  zyrosite.com hostingersite.com tilda.ws mozello.fr mozello.com bravesites.com multiscreensite.com cargo.site
  myportfolio.com smugmug.com canva.site softr.app glide.page super.site
  free.fr pagesperso-orange.fr perso.sfr.fr neocities.org tripod.com 000webhostapp.com infinityfreeapp.com epizy.com
  rf.gd ucoz.com ucoz.ru narod.ru forumactif.com forumactif.org forumotion.com wikidot.com fandom.com
  shopify.com bigcartel.com company.site odoo.com bandcamp.com itch.io
  hs-sites.com hubspotpagebuilder.com mailchimpsites.com sharepoint.com powerappsportals.com my.site.com zendesk.com
  kinsta.cloud flywheelsites.com flywheelstaging.com cloudwaysapps.com
  glitch.me codesandbox.io stackblitz.io webcontainer.io loca.lt
  amazonaws.com ovh.net railway.app
`;

/** Names whose sub-domains belong to different people, as the URL parser writes them. */
export const sharedHosts: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
