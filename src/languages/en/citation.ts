/** "Smith J, Lee K. …", "[2] Novak D, …", "See: Rao A. …", "Chen L et al. …". */
const authors =
  /^(?:[[(]?\d{1,3}[\]).]\s*)?(?:(?:[Ss]ee(?: also)?|Sources?|References?|Ref|[Ff]urther reading|[Mm]ore reading|[Rr]ead more|[Bb]ackground(?: reading)?|[Bb]ibliography|[Cc]ited)(?: \d+)?:?\s+)?\p{Lu}[\p{L}'\u2019-]+ \p{Lu}{1,3}(?:[.,]| (?:et al|and|&)\b)/u
/** "2015;8:12", "57(5):712", a DOI: where the work stands. */
const volume = /\b(?:19|20)\d\d\s*[;:]\s*\d|\b\d+\s*\(\d+\)\s*[:,]\s*\d|\bdoi\b/i
/** `Further reading: "A title"`, `"A title," Metabolism, 2008`, `"A title" (Allergy, 2012)`, `Cochrane review: … (2014)`, and nothing else. */
const titled =
  /^(?:(?:Further|More|Background) reading: ["\u201c][^"\u201c\u201d]+["\u201d][\s.]*|["\u201c][^"\u201c\u201d]+["\u201d],? \(?\p{Lu}[\p{L} .&,]*(?:19|20)\d\d\)?|[\p{L} ]{0,20}review: [^.]*\((?:19|20)\d\d\))\.?$/u
const year = /\b(?:19|20)\d\d\b/
/** Where a work is shown to sell: its title is then the seller's own word (21 CFR 101.93(g)(2)(iv)(C)). */
const shown = /\b(?:panel|label|button|buy|shop|printed|reprinted|box|carton|banner|package|our|front|back|link)\b/i
const longest = 400

/** True for a reference to a work and nothing else: its title tells what was studied, and is no claim of the page. */
export const isCitation = (text: string): boolean =>
  text.length < longest && !shown.test(text) && (titled.test(text) || (authors.test(text) && (year.test(text) || volume.test(text))))
