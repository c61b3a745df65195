import { dateIn } from '../format.ts';
import type { MyBadgesTexts } from './terms.ts';

const date = dateIn('en');
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export const myBadgesTexts: MyBadgesTexts = {
  tools: {
    mine: 'This is my badge',
    mineText: 'Ready to copy for a profile, a site, a mail or a window.',
    space: 'Choose what it shows, and more',
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'Selected. Copy it with Ctrl C or ⌘ C.',
    preview: 'This is how it looks',
    linkedin: {
      title: 'On LinkedIn',
      text: 'It goes under “Licences and certifications”. Sign in to LinkedIn, then press.',
      button: 'Add to my LinkedIn profile',
      values: 'LinkedIn sometimes leaves its fields empty. These are the values to put in.',
      labels: {
        name: 'Name',
        organization: 'Issuing organisation',
        issued: 'Issue date',
        expires: 'Expiration date',
        certId: 'Credential ID',
        certUrl: 'Credential URL',
      },
      month: (year, month) => monthName.format(Date.UTC(year, month - 1)),
    },
    site: {
      title: 'On a web site',
      text: 'A picture with a link. No script, no cookie, nothing that follows your visitors.',
      label: 'HTML for your page',
    },
    widget: {
      title: 'On a web site, alive',
      text: 'The same, and whoever presses it sees date, circle and state at once. Without scripts, the picture stays.',
      label: 'HTML with the badge element',
    },
    mail: {
      title: 'In a mail signature',
      text: 'Select the picture below, copy it, and paste it into the signature of your mail program.',
      html: 'HTML, where the program asks for it',
      plain: 'Text only',
    },
    markdown: {
      title: 'In a README',
      text: 'For GitHub and others that read Markdown. This picture is asked for anew each time.',
      label: 'Markdown',
    },
    frame: {
      title: 'In a frame',
      text: 'Browsers refuse this frame on every site but yours. That is the strictest way to show it.',
      label: 'HTML of the frame',
      name: (club) => `Badge of the ${club}`,
    },
    print: { title: 'In a window', text: 'A sheet with the seal and a code to scan.', link: 'Open the sheet to print' },
  },
  mine: {
    title: 'Your badge',
    lead: 'It says that you are a member of the club, and anyone can check it.',
    none: 'Your badge is being made. Come back in a moment.',
    card: {
      title: 'Your badge',
      text: 'For your profile, your site, your mails or your window. You decide what it shows.',
      link: 'Open my badge',
    },
    back: 'Your space',
    person: 'Your own badge',
    business: (domain) => `Badge of ${domain}`,
    businessWithout: 'A business badge',
    states: {
      active: (day) => `Valid until ${date(day)}. Any contact with the club, such as signing in, renews it.`,
      missing: (since, end) =>
        `The proof on this domain has been missing since ${date(since)}. Put it back before ${date(end)}, or this badge ends.`,
      waiting: 'Waiting for the proof that this domain is yours. Nobody else can see it yet.',
      suspended: {
        title: 'Your membership is suspended',
        text: 'Your badges have ended and cannot be changed. Write to the club to talk about it; when the suspension is lifted, they come back.',
      },
      ended: {
        left: 'It ended when you left the club.',
        suspended: 'The club has ended it.',
        expired: 'It ended because thirteen months had passed without any contact.',
        domain_lost: 'It ended because the proof on this domain was missing for 14 days.',
        given_up: 'You gave it up.',
      },
      endedOn: (day) => `Ended on ${date(day)}.`,
      again: {
        left: 'Join the club again and it comes back.',
        suspended: 'Write to the club if you think that this is wrong.',
        expired: 'Sign in again, and it comes back with a new date.',
        domain_lost: 'Put the proof back, ask for the domain again below, then have us look.',
        given_up: 'Ask for the domain again below whenever you like.',
      },
    },
    see: 'Its page, as everyone sees it',
    choices: {
      title: 'What it shows',
      lead: 'Nothing personal is shown or signed unless you tick it. When you change something, your files are signed anew: download them again.',
      showsName: { person: 'Show my name', business: 'Show the name of my business' },
      refused: {
        required: 'There is no name to show yet. Write to the club to add it.',
        unsignable:
          'This name holds a brace, { or }, which some badge readers do not understand. Write to the club to change it.',
        invalid: 'This name holds signs that turn the direction of writing. Write to the club to change it.',
      },
      showsNameHint: 'On its page, and in what is signed.',
      showsCircle: (circle) => `Show my circle: ${circle}`,
      language: 'Language of the picture',
      save: 'Save',
    },
    pictures: {
      title: 'All pictures',
      lead: 'These addresses stay the same. The picture behind them is always the one of today.',
      forms: { line: 'Line', seal: 'Seal', compact: 'Small' },
      schemes: { light: 'light', dark: 'dark', auto: 'light or dark, as the reader prefers' },
      twice: 'twice the size',
    },
    files: {
      title: 'Signed files',
      lead: 'For wallets and for whoever checks without asking us. The signed badge is inside the two pictures.',
      names: {
        bakedPng: 'Picture with the signed badge (PNG)',
        bakedSvg: 'Picture with the signed badge (SVG)',
        json: 'Signed badge (Open Badges 3.0, JSON)',
        jwt: 'Signed badge (JWT)',
      },
    },
    ask: {
      title: 'A badge for your business',
      lead: 'It holds on one domain, and you show us that this domain is yours.',
      label: 'Domain of your site',
      hint: 'The badge holds for the whole site: we leave out a www in front. Example: bakery.example',
      invalid: 'Write the domain like bakery.example, without a path.',
      submit: 'Ask for a badge',
      full: 'You have five business badges. Give one up before you ask for another.',
    },
    proof: {
      title: 'Show that this domain is yours',
      lead: 'One of the two is enough. Leave it in place: we look again every week.',
      help: 'Not your trade? Send these lines to whoever looks after your site, or to your web host: it takes them five minutes.',
      dns: 'In the DNS of the domain, a TXT record',
      dnsHint:
        'Where you rent your domain name, on its “DNS” page: add a record of type TXT. If the domain is already written behind the name there, do not write it twice.',
      dnsName: 'Name',
      dnsValue: 'Value',
      file: 'Or on its web site, a text file',
      fileHint:
        'A file with nothing in it but these signs, at exactly this address. Open it in a browser: if it shows them without changing the address, all is well.',
      fileAddress: 'Address',
      fileContent: 'Content',
      next: 'Is it in place? Press here, and the badge is yours.',
      look: 'Look now',
      looked: (day, time) =>
        `We last looked on ${date(day)} at ${time} and did not find it. DNS can take a few hours to show.`,
      findings: {
        nothing_there:
          'There is neither the DNS record nor the file yet. If you have just added the record, wait some hours and look again.',
        other_record:
          'There is a DNS record, but it says something else. Copy the value below, all of it and nothing more. What you change there can take some hours to show.',
        redirected:
          'Your site sends us on to another address, often the one with www. We follow none: put the file so that it answers at exactly the address below, or use the DNS record.',
        web_page:
          'At the address of the file there is a web page. Put a pure text file there, named exactly as below, or use the DNS record.',
        other_content:
          'There is a file, but it is not the one we look for. It has to be a small, pure text file (text/plain) with the content below on a line of its own.',
        no_answer:
          'There is no DNS record with the value below, and no site answered us over https. Is the domain written right, is the site there, and is its certificate valid for this very name? Mend it, or use the DNS record.',
        no_such_name:
          'This domain does not exist in DNS. Is it written right? If not, give this badge up and ask for the right one. If you have just rented it, look again tomorrow.',
      },
      neverLooked: 'We have not looked yet.',
      provenOn: (day) => `Found on ${date(day)}.`,
      keep: 'The proof',
    },
    giveUp: {
      title: 'Give this badge up',
      sure: 'It ends everywhere at once. You can ask for the domain again later.',
      button: 'Give it up now',
    },
    notes: {
      saved: 'Saved. The pictures change within minutes.',
      asked: 'Noted. Now show that the domain is yours.',
      proven: 'Found. The badge is valid from now on.',
      given_up: 'Given up. The badge no longer holds.',
    },
    show: 'Show it',
    errorsTitle: 'One thing to look at',
  },
  desk: {
    title: 'Badges',
    lead: 'Reports of misuse, the oldest first. Close what needs nothing; end what is misused.',
    none: 'No report is open.',
    console: 'The console',
    again: 'I am signed in: open the page',
    outside: 'A link from a mail does not bring your session along.',
    search: {
      title: 'Find a badge',
      label: 'Its address, or the letters after /b/',
      hint: '22 letters and digits; capitals count.',
      submit: 'Find',
      none: 'No badge has this address.',
    },
    labels: {
      badge: 'Badge',
      state: 'State',
      kind: 'Kind',
      domain: 'Domain',
      name: 'Shown name',
      reason: 'Reason',
      seen: 'Seen at',
      said: 'What was said',
      at: 'On',
    },
    kinds: { person: 'Person', business: 'Business' },
    states: { valid: 'Valid', ended: 'Ended' },
    nothing: 'nothing',
    page: 'Its page',
    close: 'Close the report',
    end: 'End this badge',
    confirm: {
      title: 'End this badge?',
      text: 'It stops being valid at once, everywhere and for good under this signature. Its holder sees it and is asked to write to the club.',
      button: 'End it now',
      back: 'Leave it as it is',
    },
    notes: { closed: 'The report is closed.', ended: 'The badge has ended.' },
  },
};
