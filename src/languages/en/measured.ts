/**
 * What a laboratory or a cuff measures, told to have moved the way that is better for it: "A1C went from 8.1 to 6.3", "my platelets climbed back over 150",
 * "the pressure was down from 26 to 17". Matched in a line of words with a blank between two and at either end.
 */

/** Less of it is better. */
const high = `a1c|hba1c|ldl|cholesterol|triglycerides|glucose|(?:blood |fasting )?sugars?|(?:eye |blood )?pressures?|creatinine|psa|crp|uric acid|tsh|alt|ast|ggt|(?:liver )?enzymes|homocysteine|(?:inflammation|inflammatory|tumor|tumour|cancer|liver) (?:markers?|numbers)|viral load|insulin|bilirubin|lipids|apob|systolic|diastolic|bun|potassium|calcium score|eosinophils|ige|prolactin|antibodies|ca-?125|sed rate|microalbumin|protein in (?:my|his|her) urine|iop`
/** More of it is better. */
const low = `hdl|hemoglobin|haemoglobin|platelets?(?: count)?|ferritin|e?gfr|(?:white|red)(?: blood)?(?: cells?)? counts?|(?:t-?cell|cd4|sperm|follicle) counts?|b12|bone density|t-?scores?|kidney function|ejection fraction|peak flow|lung function|oxygen|spo2|testosterone|iron|neutrophils|amh`

const number = '(?:an? |the |over |about |around |nearly |almost )?(-?\\d+(?:[.,]\\d+)?)(?: ?%| percent| \\/ \\d+)?'
const stretch = '(?: (?!(?:not|never|no|whether|if|should|to|can|may) )[^.!?;]+?){0,6}?'
const down = `(?:(?:is|was|are|were|came|come|went|gone|going|has come|have come) (?:right |way |finally |all the way )?down(?! with)|dropped|fell|fallen|sank|plunged|plummeted|slid|tumbled|dipped|shrank|halved|settled|dropping|falling|under \\d|below \\d)`
const up = `(?:(?:is|was|are|were|came|come|went|gone|has come) (?:right |way |finally |back )?up(?! to date)|climbed|climbing|rose|risen|rising|rebounded|recovered|jumped|bounced back|doubled|over \\d|above \\d)`
const fine = `(?:back |now |finally |well )?(?:in|within|into|inside) (?:the )?(?:range|normal|green|limits|normal limits|normal range|reference range|target)|(?:is|are|was|were|came back|reads|read|looks?|tests?|tested|finally|now|back to) (?:back to |finally |now |all |perfectly |completely )?(?:normal|perfect|boring|beautiful|unremarkable)|(?:the|my|in the) right (?:way|direction)|normalized|normalised|improved|stabilized`
const better = new RegExp(` (?:${high})${stretch} ${down} | (?:${low})${stretch} ${up} | (?:${high}|${low})${stretch} (?:${fine}) `, 'u')
const fromTo = new RegExp(
  ` (?:(${high})|(${low}))${stretch} (?:from )?${number}(?: (?!from)[\\p{L}’',]+){0,4}? (?:to|now|today)(?: (?:is|it's|reads))?(?: :)? ${number} `,
  'u',
)
const twice = new RegExp(
  ` (${high})${stretch}(?: :)? ${number}(?: over \\d+)? (?:in|last|before) [^.]{2,30}? ${number}(?: over \\d+)? (?:in|now|today|this|by|after) `,
  'u',
)

const figure = (text: string | undefined): number => Number.parseFloat((text ?? '').replace(',', '.'))

/** A value of the blood, the eye or the bones is told to have become better. */
export const isMeasuredBetter = (words: string): boolean => better.test(words) || movedBy(words) < 0

/** It is told in figures that it became worse. */
export const isMeasuredWorse = (words: string): boolean => movedBy(words) > 0

/** How far a value moved away from what is better for it: below nothing where it came nearer. */
function movedBy(words: string): number {
  const moved = fromTo.exec(words)
  if (moved) return (figure(moved[4]) - figure(moved[3])) * (moved[1] === undefined ? -1 : 1)
  const log = twice.exec(words)
  return log ? figure(log[3]) - figure(log[2]) : 0
}
