/**
 * The embed doctor: loaded by whoever asks for it, `?ambassador-doctor` on the page or `doctor()` of the kit, or as a
 * script of its own where nothing else of ours runs. It asks the club what the widgets ask, and nothing else.
 */
import { matchLocale, type Locale } from '../api/contract/locales.ts';
import { findAll, ofDocument } from './internal/dom.ts';
import { askedFor } from './internal/doctor-door.ts';
import { importerBeside } from './internal/terms.ts';
import type { DoctorTerms } from './lang/doctor/terms.ts';
import { examine } from './doctor/examine.ts';
import type { Report } from './doctor/finding.ts';
import { Panel } from './doctor/panel.ts';
import { listen } from './doctor/scene.ts';

export type { Advice, Finding, FindingCode, Report, Severity } from './doctor/finding.ts';

const club = new URL(import.meta.url).origin;
const beside = importerBeside(import.meta.url);
let panel: Panel | undefined;

/** Examines the page and shows what it breaks, with the line to paste for each thing. */
export async function doctor(): Promise<Report> {
  const locale = languageOf();
  const { default: terms } = (await beside(`lang/doctor.${locale}.js`)) as { default: DoctorTerms };
  panel ??= new Panel(locale, terms, () => void doctor());
  panel.open();
  const report = await examine(club, terms);
  panel.show(report);
  // For those who cannot see the panel.
  console.table(report.findings.map(({ severity, title, where, line }) => ({ severity, title, where, line })));
  return report;
}

/** The language of the page's makers: as asked in the address, else the page's, else the browser's. */
function languageOf(): Locale {
  const asked = new URLSearchParams(location.search).get('ambassador-doctor');
  return matchLocale(
    asked,
    matchLocale(ofDocument('documentElement').getAttribute('lang'), matchLocale(navigator.language, 'fr')),
  );
}

listen();
if (askedFor() || [...findAll('script[src*="/doctor.js"]')].length) void doctor();
