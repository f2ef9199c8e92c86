const languages =
  'en|eng|english|zh|cn|tw|zh-cn|zh-tw|zh-hans|zh-hant|zh_cn|zh_tw|chinese|ja|jp|japanese|ko|kr|korean|de|german|fr|french|es|spanish|pt|pt-br|pt_br|ru|russian|it|pl|uk|tr|vi|nl|cs|sv|ar|he|id|th';
const inName = new RegExp(`[._-](${languages})(?=\\.[a-z]+$)`, 'i');
const inFolder = new RegExp(`(?:^|/)(${languages})(?=/)`, 'i');

/** A document's language as its path says it, and what the paths of its translations have in common. */
export function languageOf(path: string): { language?: string; stem: string } {
  const name = inName.exec(path);
  if (name?.[1]) return { language: name[1].toLowerCase(), stem: path.replace(inName, '').toLowerCase() };
  const folder = inFolder.exec(path);
  if (folder?.[1]) return { language: folder[1].toLowerCase(), stem: path.replace(inFolder, '').toLowerCase() };
  return { stem: path.toLowerCase() };
}

export function isEnglish(language: string | undefined): boolean {
  return language === 'en' || language === 'eng' || language === 'english';
}
