import type { XmlElement } from './read-xml.ts';
import { readXml } from './read-xml.ts';
import type { Outcome, Report, ReportedCoverage, ReportedTest } from './report.ts';

/** JUnit XML and Cobertura. Undefined when the XML is neither. */
export function readXmlReport(text: string): Report | undefined {
  const root = readXml(text);
  if (root.name === 'coverage') return { tests: [], coverage: classes(root) };
  if (root.name === 'testsuites' || root.name === 'testsuite') return { tests: cases(root, [], []), coverage: [] };
  return undefined;
}

function cases(element: XmlElement, suites: readonly string[], hints: readonly string[]): ReportedTest[] {
  const { name = '', file = '', package: inPackage = '' } = element.attributes;
  const found: ReportedTest[] = [];
  const around = element.name === 'testsuite' && name !== '' ? [...suites, name] : suites;
  const about = [...hints, file, inPackage].filter((hint) => hint !== '');
  for (const child of element.children) {
    if (child.name === 'testsuite') found.push(...cases(child, around, about));
    else if (child.name === 'testcase') {
      const { name: title = '', classname = '', class: type = '', file: path = '' } = child.attributes;
      const own = [path, classname, type].filter((hint) => hint !== '');
      found.push({
        at: child.at,
        name: title,
        suites: around,
        hints: [...own, ...about, ...around],
        outcome: outcomeOf(child),
      });
    }
  }
  return found;
}

function outcomeOf({ children, attributes }: XmlElement): Outcome {
  const has = (...names: string[]) => children.some((child) => names.includes(child.name));
  if (has('failure', 'error')) return 'failed';
  if (has('skipped', 'disabled') || /^(?:notrun|skipped|disabled|ignored)$/i.test(attributes.status ?? ''))
    return 'skipped';
  return /^(?:failed|error)$/i.test(attributes.status ?? attributes.result ?? '') ? 'failed' : 'passed';
}

function classes(element: XmlElement): ReportedCoverage[] {
  const found: ReportedCoverage[] = [];
  for (const child of element.children) {
    if (child.name !== 'class') {
      found.push(...classes(child));
      continue;
    }
    const lines = child.children.filter((one) => one.name === 'lines').flatMap((one) => one.children);
    const covered = lines.filter((line) => Number(line.attributes.hits) > 0).length;
    found.push({ at: child.at, file: child.attributes.filename ?? '', lines: lines.length, covered });
  }
  return found;
}
