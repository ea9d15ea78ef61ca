/**
 * What a clinician found or called off, from which a reader gathers that the illness is over: "the doctor took the word anemia off my chart", "she pushed dialysis off the
 * table", "the pulmonologist heard clear lungs". Matched in a line of words with a blank between two and at either end.
 */

const clinician = `(?:doctors?|doc|gp|nurses?|dentist|hygienist|surgeon|specialist|consultant|midwife|oncology team|optician|optometrist|vet|lab|\\p{L}+(?:ologist|iatrist|rician))`
const sees = '(?:heard|hears|saw|sees|found|finds|measured|noted|read|reported|pronounced|declared)'
const fine = '(?:clear|clean|healthy|pink|normal|nothing|no|zero|smooth|calm|quiet)'
const cure =
  '(?:dialysis|surgery|operation|transplant|amputation|procedure|biopsy|injections?|insulin|chemo|the knife|hysterectomy|infusions?|stents?|bypass|statins?|steroids?|knee replacement|hip replacement|root canal)'
const doctorsNotes = "(?:my|his|her|our|the|mom's|dad's) (?:\\p{L}+ )?(?:charts?|file|records?|list|notes|problem list|paperwork|folder)"

const found = new RegExp(
  [
    ` ${clinician} (?:(?!not |n't |never )\\S+ ){0,3}${sees} ${fine} `,
    ` ${clinician} (?:[^.]+ )?(?:took|struck|crossed|deleted|removed|wiped|erased|scratched|dropped) (?:the (?:word|words|diagnosis|label|line) )?(?:[^.]+ )?(?:off|from|out of) ${doctorsNotes} `,
    ` (?:pushed|took|taken|put|pulled|crossed|moved) (?:the |my |his |her )?${cure} (?:talk )?(?:off|back|away)(?: of)? (?:the table|again|the calendar|the list|for now|indefinitely) `,
    ` ${cure} (?:has|had|have|is|are|was|were|got|gets) (?:been |now )?(?:called off|cancell?ed|postponed|pushed back|shelved|scrapped|off the table|unnecessary) `,
    ` ${clinician} (?:[^.]+ )?(?:asked|asks|wanted to know|wants to know|wondered) what (?:(?:had |has )?changed|i (?:had |have |was |am |'ve |'d )?(?:been )?(?:changed|doing|taking|did|done|using)|(?:he|she|we|mom|dad) (?:was|were|is|had|did) ?\\p{L}*|happened) `,
    ` ${clinician} (?:[^.]+ )?(?:couldn't believe|could not believe|can't explain|had no explanation|did a double take|measured twice|checked twice|called it a miracle|was speechless|high-?fived|is stunned|was stunned|is baffled|was baffled) `,
  ].join('|'),
  'u',
)
export const isFoundWell = (words: string): boolean => found.test(words)
